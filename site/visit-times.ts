// The arithmetic that a bill is made from: clock times as they were noted, to the minute, nothing rounded.

/** What a tech notes the time of. */
export type Mark = 'here' | 'break' | 'back' | 'leaving';

/** A noted time, in milliseconds since 1970; only whole minutes count. */
export interface Stamp {
  readonly mark: Mark;
  readonly at: number;
}

/** A break between two noted times. */
export interface Break {
  readonly from: number;
  readonly to: number;
}

/** Where the noted times do not fit together, so that somebody must look at them. */
export interface Doubt {
  readonly kind: 'no-back' | 'no-break' | 'outside' | 'no-arrival' | 'left-before-arriving' | 'twice';
  readonly at: number;
}

/** A visit's times. The minutes are missing until both arriving and leaving are noted. */
export interface VisitTimes {
  readonly arrived?: number | undefined;
  readonly left?: number | undefined;
  readonly breaks: readonly Break[];
  /** Minutes from arriving to leaving. */
  readonly onSite?: number | undefined;
  readonly resting: number;
  /** Time on site less breaks, in minutes. */
  readonly billable?: number | undefined;
  readonly doubts: readonly Doubt[];
}

const MS_A_MINUTE = 60_000;
const ORDER: Readonly<Record<Mark, number>> = { here: 0, break: 1, back: 1, leaving: 2 };

/** An instant cut to its minute, as a clock shows it: what is added up is what the note says. */
export function toMinute(at: number): number {
  return Math.floor(at / MS_A_MINUTE) * MS_A_MINUTE;
}

/** Adds up the noted times, in whatever order they were noted. What is in doubt is never billed: a break without an end lasts until the next noted time. */
export function timesOf(stamps: readonly Stamp[]): VisitTimes {
  const noted = stamps.map(({ mark, at }) => ({ mark, at: toMinute(at) })).sort((a, b) => a.at - b.at || ORDER[a.mark] - ORDER[b.mark]);
  const arrived = noted.find(({ mark }) => mark === 'here')?.at;
  const left = noted.findLast(({ mark }) => mark === 'leaving')?.at;
  const walked = walk(noted, left);
  const doubts = [...edgeDoubts(noted, arrived, left), ...walked.doubts];
  if (arrived === undefined || left === undefined || left < arrived) return { arrived, left, breaks: walked.breaks, resting: minutesIn(walked.breaks), doubts };
  const clipped = walked.breaks.map(({ from, to }) => ({ from: Math.max(from, arrived), to: Math.min(to, left) }));
  const outside = walked.breaks.flatMap((each, at): Doubt[] => (same(each, clipped[at]) ? [] : [{ kind: 'outside', at: each.from }]));
  const breaks = clipped.filter(({ from, to }) => from < to);
  const onSite = (left - arrived) / MS_A_MINUTE;
  const resting = minutesIn(breaks);
  return { arrived, left, breaks, onSite, resting, billable: onSite - resting, doubts: [...doubts, ...outside] };
}

function edgeDoubts(noted: readonly Stamp[], arrived: number | undefined, left: number | undefined): readonly Doubt[] {
  const doubts: Doubt[] = [];
  for (const mark of ['here', 'leaving'] as const) for (const { at } of noted.filter((each) => each.mark === mark).slice(1)) doubts.push({ kind: 'twice', at });
  if (left !== undefined && arrived === undefined) doubts.push({ kind: 'no-arrival', at: left });
  if (left !== undefined && arrived !== undefined && left < arrived) doubts.push({ kind: 'left-before-arriving', at: left });
  return doubts;
}

function walk(noted: readonly Stamp[], left: number | undefined): { readonly breaks: readonly Break[]; readonly doubts: readonly Doubt[] } {
  const breaks: Break[] = [];
  const doubts: Doubt[] = [];
  let since: number | undefined;
  for (const { mark, at } of noted) {
    if (mark === 'break' && since === undefined) since = at;
    // the earlier start stays: whether there was work between the two nobody knows
    else if (mark === 'break' && since !== undefined) doubts.push({ kind: 'no-back', at: since });
    else if (mark === 'back' && since === undefined) doubts.push({ kind: 'no-break', at });
    else if (mark === 'back' && since !== undefined) {
      breaks.push({ from: since, to: at });
      since = undefined;
    }
  }
  if (since !== undefined && left !== undefined) {
    breaks.push({ from: since, to: Math.max(left, since) });
    doubts.push({ kind: 'no-back', at: since });
  }
  return { breaks, doubts };
}

function same(a: Break, b: Break | undefined): boolean {
  return a.from === b?.from && a.to === b.to;
}

function minutesIn(breaks: readonly Break[]): number {
  return breaks.reduce((sum, { from, to }) => sum + (to - from) / MS_A_MINUTE, 0);
}

/** What the tech does right now, by the latest noted time. */
export function whereabouts(stamps: readonly Stamp[]): 'away' | 'on-site' | 'on-break' | 'left' {
  const latest = stamps.toSorted((a, b) => toMinute(a.at) - toMinute(b.at)).at(-1)?.mark;
  if (latest === undefined) return 'away';
  return latest === 'leaving' ? 'left' : latest === 'break' ? 'on-break' : 'on-site';
}

/** A span as a time entry has it: "2 h 5 min". */
export function spanWords(minutes: number): string {
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
