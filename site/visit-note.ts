import { type Doubt, spanWords, type VisitTimes } from './visit-times.ts';

/** How a tech stands before they say that they are there. */
export const NOT_THERE = 'You are not on site yet.';

/** An item as the note names it. */
export interface CardItem {
  readonly id: string;
  readonly title: string;
  readonly level: 'must' | 'should' | 'may';
  /** Once ticked it wants a note. */
  readonly note: boolean;
}

/** All that goes into the note. */
export interface VisitFacts {
  readonly card: string;
  readonly items: readonly CardItem[];
  readonly ticked: ReadonlySet<string>;
  /** What the tech wrote, by field: `contact`, `why:<item>`, `note:<item>`. */
  readonly said: Readonly<Record<string, string>>;
  readonly times: VisitTimes;
  /** The zone in which times are told; the device's own where it is left out. */
  readonly zone?: string | undefined;
}

const DOUBTS: Readonly<Record<Doubt['kind'], (at: string) => string>> = {
  'no-back': (at) => `No end was noted for the break at ${at}. It counts until the next noted time.`,
  'no-break': (at) => `"Back" was noted at ${at} without a break before it.`,
  outside: (at) => `The break at ${at} lies outside of the visit. Only what lies inside counts.`,
  'no-arrival': () => 'No arrival was noted, so no time on site can be worked out.',
  'left-before-arriving': (at) => `Leaving was noted at ${at}, before arriving. No time on site can be worked out.`,
  twice: (at) => `Arriving or leaving is noted twice, once more at ${at}. The first arrival and the last leaving count.`,
};

/** What does not fit together in the times, each in a sentence. */
export function doubtWords({ doubts }: VisitTimes, zone?: string): readonly string[] {
  return doubts.map(({ kind, at }) => DOUBTS[kind](clock(at, zone)));
}

/** The note for the ticket, as plain text. */
export function visitNote({ card, items, ticked, said, times, zone }: VisitFacts): string {
  const line = (name: string, key: string): string => `${name}: ${said[key]?.trim() || 'not noted'}`;
  const ticket = said['ticket']?.trim();
  const head = [
    `${card}${times.arrived === undefined ? '' : `, ${day(times.arrived, zone)}`}`,
    ...(ticket ? [`Ticket: ${ticket}`] : []),
    line('Contact', 'contact'),
  ];
  const work = [line('Done', 'done'), line('Found besides', 'found'), line('Follow-ups', 'follow-ups')];
  const done = items.filter(({ id }) => ticked.has(id));
  const open = items.filter(({ id }) => !ticked.has(id));
  const blocks = [
    head,
    timeLines(times, zone),
    work,
    [`Ticked, ${done.length} of ${items.length}:`, ...done.map((item) => `- ${item.title}${noteOn(item, said)}`)],
    ...(open.length > 0 ? [['Not ticked:', ...open.map((item) => `- ${item.title}${reasonOf(item, said)}`)]] : []),
  ];
  return `${blocks.map((block) => block.join('\n')).join('\n\n')}\n`;
}

function timeLines(times: VisitTimes, zone: string | undefined): readonly string[] {
  const { arrived, left, breaks, onSite, resting, billable } = times;
  const at = (instant: number | undefined): string => (instant === undefined ? 'not noted' : momentWords(instant, arrived ?? instant, zone));
  return [
    `In: ${at(arrived)}`,
    `Out: ${at(left)}`,
    ...(breaks.length === 0 ? ['Breaks: none'] : breaks.map(({ from, to }) => `Break: ${at(from)} to ${at(to)} (${spanWords((to - from) / 60_000)})`)),
    ...(onSite === undefined || billable === undefined
      ? ['May be billed: not known yet']
      : [`On site ${spanWords(onSite)}, breaks ${spanWords(resting)}. May be billed: ${spanWords(billable)}`]),
    ...doubtWords(times, zone).map((words) => `Check: ${words}`),
  ];
}

function noteOn({ id, note }: CardItem, said: VisitFacts['said']): string {
  const words = said[`note:${id}`]?.trim();
  if (words) return `: ${words}`;
  return note ? ' (no note)' : '';
}

function reasonOf({ id, level }: CardItem, said: VisitFacts['said']): string {
  const words = said[`why:${id}`]?.trim();
  return `${level === 'must' ? ' (must)' : ''}: ${words || 'no reason given'}`;
}

/** A time of day; with its day where that is another one than the visit's first. */
export function momentWords(at: number, first: number, zone?: string): string {
  return day(at, zone) === day(first, zone) ? clock(at, zone) : `${clock(at, zone)} on ${day(at, zone)}`;
}

function clock(at: number, zone: string | undefined): string {
  // the blank before "pm" is a narrow one, which some ticket systems show as a box
  return told(at, { hour: 'numeric', minute: '2-digit', timeZone: zone }).replace(/\s/g, ' ').toLowerCase();
}

function day(at: number, zone: string | undefined): string {
  return told(at, { weekday: 'short', month: 'short', day: 'numeric', year: 'numeric', timeZone: zone });
}

function told(at: number, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-US', options).format(new Date(at));
}
