import { addDays, daysBetween } from '../linter/engine.ts';
import { awayWords } from './times.ts';

// What of a page depends on the day. The build and the page itself use it: a site built yesterday is right today.

/** Days in a row, both ends counted; an end that is left out is open. */
export interface Span {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Every day. */
export const ALWAYS: readonly Span[] = [{}];

/** Whether one of the spans holds the day. */
export function holds(spans: readonly Span[], day: string): boolean {
  return spans.some(({ from = '', to = '9999-12-31' }) => from <= day && day <= to);
}

/** Whether one of the spans holds the day or a later one. */
export function comes(spans: readonly Span[], day: string): boolean {
  return spans.some(({ to = '9999-12-31' }) => day <= to);
}

/** The days that none of the spans holds, in order. */
export function others(spans: readonly Span[]): readonly Span[] {
  const gaps: Span[] = [];
  let from: string | undefined;
  for (const span of spans.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))) {
    if (span.from !== undefined && (from === undefined || from < span.from)) gaps.push({ from, to: addDays(span.from, -1) });
    if (span.to === undefined) return gaps;
    const next = addDays(span.to, 1);
    if (from === undefined || from < next) from = next;
  }
  return [...gaps, { from }];
}

/** All days, cut after each of the given ones. */
export function cutAfter(days: readonly string[]): readonly Span[] {
  const ends = [...new Set(days)].sort();
  const starts = [undefined, ...ends.map((day) => addDays(day, 1))];
  return starts.map((from, at) => ({ from, to: ends[at] }));
}

/** Spans as an attribute holds them: "2026-11-01..2026-11-30 2026-12-05..". */
export function written(spans: readonly Span[]): string {
  return spans.map(({ from = '', to = '' }) => `${from}..${to}`).join(' ');
}

/** Spans as `written` wrote them. */
export function read(text: string): readonly Span[] {
  return text.split(' ').map((span) => {
    const [from, to] = span.split('..');
    return { from: from || undefined, to: to || undefined };
  });
}

/** Words about a day with `{away}` filled in: `ahead` until the day itself, `past` from the day after. */
export function awaySaid(day: string, today: string, ahead = '{away}', past = ahead): string {
  const away = daysBetween(today, day);
  return (away < 0 ? past : ahead).replace('{away}', () => awayWords(away));
}

/** Where a day lies from today. */
export function whenOf(day: string, today: string): 'past' | 'today' | 'ahead' {
  return day < today ? 'past' : day === today ? 'today' : 'ahead';
}

/** What decides which project of a customer comes first. */
export interface Turn {
  /** Each as "2026-11-06 18:00", or without the time. */
  readonly engagements: readonly string[];
  readonly watched: boolean;
  /** The closing day, planned or real. */
  readonly closes: string;
  readonly name: string;
}

/** Sorts for a day: the next engagement first, then what is on before what is watched, then the nearest closing day. */
export function soonestFirst(today: string): (a: Turn, b: Turn) => number {
  const next = ({ engagements }: Turn): string => engagements.filter((each) => each >= today).sort()[0] ?? '9';
  const far = ({ closes }: Turn): number => (closes ? Math.abs(daysBetween(today, closes)) : Number.MAX_SAFE_INTEGER);
  return (a, b) => {
    const [first, second] = [next(a), next(b)];
    if (first !== second) return first < second ? -1 : 1;
    return Number(a.watched) - Number(b.watched) || far(a) - far(b) || a.name.localeCompare(b.name, 'en');
  };
}
