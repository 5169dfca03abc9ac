import type { Desk, Unfolded, Word } from './desk.ts';
import { ANY, END, FOUND, GAP, GO, LOOK, OR, START, type Steps } from './pattern-steps.ts';
import { type Row, spansOf } from './row.ts';
import type { Span } from './text.ts';

const MOST_BETWEEN = 10;

/** The patterns that may be in a row, by their indexes and in no order. Of hundreds few may: to look for each would take longer than all the rest. */
export function broughtBy(row: Row, desk: Desk): readonly number[] {
  desk.rows += 1;
  const { words } = row;
  const { held, rows, always } = desk;
  row.left -= always.length;
  for (const { others, cost } of words) {
    row.left -= cost;
    if (others.length > 0) for (const bag of others) held[bag] = rows;
  }
  const brought: number[] = [];
  if (row.left < 0) return brought;
  bring(always, brought, desk);
  for (const { whole, begins } of words) {
    if (whole.length > 0) bring(whole, brought, desk);
    if (begins.length > 0) bring(begins, brought, desk);
  }
  return brought;
}

function bring(patterns: readonly number[], into: number[], { held, asked, rows }: Desk): void {
  for (let at = 0; at < patterns.length; at += 2) {
    const other = patterns[at + 1] ?? -1;
    if (other !== -1 && held[other] !== rows) continue;
    const pattern = patterns[at] ?? 0;
    if (asked[pattern] === rows) continue;
    asked[pattern] = rows;
    into.push(pattern);
  }
}

/** In which place what was found of a pattern is told: as whole words bring patterns to mind, and behind them by number those that beginnings bring. */
export function orderIn({ words }: Row, { always }: Desk): (pattern: number) => number {
  const places = new Map<number, number>();
  for (const patterns of [always, ...words.map(({ whole }) => whole)]) {
    for (let at = 0; at < patterns.length; at += 2) {
      const pattern = patterns[at] ?? 0;
      if (!places.has(pattern)) places.set(pattern, places.size);
    }
  }
  return (pattern) => places.get(pattern) ?? places.size + pattern;
}

const NOWHERE: readonly Span[] = [];

/** Spans of a row's text in which the pattern of an index is found, one behind the other. */
export function find(pattern: number, row: Row, desk: Desk): readonly Span[] {
  const found = findAll(desk.pattern(pattern), row, desk);
  if (found.length === 0) return NOWHERE;
  const spans = row.spans ?? spansOf(row.text);
  row.spans = spans;
  return found.map(([first, last]): Span => [spans[first]?.[0] ?? 0, spans[last]?.[1] ?? 0]);
}

/** Whether a word is of a bag. */
function fits(words: readonly Word[], at: number, bag: number): boolean {
  return at < words.length && (((words[at]?.bags[bag >>> 5] ?? 0) >>> (bag & 31)) & 1) === 1;
}

// which steps were tried at which word: one for all searches, in which only marks with the search's own number count
let marks = new Uint32Array(4096);
let searches = 0;

function newSearch(steps: Steps, row: Row): number {
  const places = steps.length * (row.words.length + 1);
  searches = searches === 0xffff_ffff ? 1 : searches + 1;
  // each place may be a step: so many are not made ready where fewer are left
  if (places > row.left) row.left = -1;
  else if (marks.length < places || searches === 1) marks = new Uint32Array(Math.max(places, marks.length));
  return searches;
}

/** A walk through the steps of a pattern, list or class. */
interface Walk {
  readonly steps: Steps;
  readonly row: Row;
  readonly desk: Desk;
  search: number;
  /** Where all ends are looked for, those that were seen. */
  readonly ends: number[] | undefined;
}

type Stretch = readonly [first: number, last: number];

const NONE: readonly Stretch[] = [];

/** First and last word of each place, one behind the other. */
function findAll({ steps, lead }: Unfolded, row: Row, desk: Desk): readonly Stretch[] {
  row.left -= row.words.length;
  let start = startFrom(0, lead, row);
  if (start === -1) return NONE;
  const found: Stretch[] = [];
  const walk: Walk = { steps, row, desk, search: newSearch(steps, row), ends: undefined };
  while (start !== -1) {
    const end = endFrom(walk, 0, start);
    if (end > start) found.push([start, end - 1]);
    if (end !== -1) walk.search = newSearch(steps, row);
    start = startFrom(Math.max(end, start + 1), lead, row);
  }
  return found;
}

/** The next word at which a pattern may begin, or the row's end where it may begin with none; -1 where there is no more. */
function startFrom(word: number, lead: number, { words }: Row): number {
  if (lead === -1) return word <= words.length ? word : -1;
  for (let at = word; at < words.length; at += 1) if (fits(words, at, lead)) return at;
  return -1;
}

/** Behind which word a walk ends that goes on at a step and a word; -1 where it does not. A step that led nowhere from a word leads nowhere from any start. */
function endFrom(walk: Walk, from: number, word: number): number {
  const { steps, row, ends } = walk;
  const { words } = row;
  if (row.left < 0) return -1;
  let at = word;
  for (let index = from; ; index += 1) {
    row.left -= 1;
    const step = steps[index] ?? FOUND;
    if (step >= 0) {
      // most words do not fit: to mark that would cost more than to look again
      if (!fits(words, at, step)) return -1;
      at += 1;
    } else if (step === LOOK) {
      if (!fits(words, at, steps[index + 1] ?? 0)) return -1;
      index += 1;
    } else if (step === GO) index = (steps[index + 1] ?? 0) - 1;
    else if (step === ANY) {
      if (at === words.length) return -1;
      at += 1;
    } else if (step === FOUND) {
      if (!ends) return at;
      row.left -= ends.length;
      if (!ends.includes(at)) ends.push(at);
      // as if it led nowhere, so that all are seen
      return -1;
    } else if (step === START || step === END) {
      if (at !== (step === START ? 0 : words.length)) return -1;
    } else {
      // of many ways most end at their first word
      const next = steps[index + 2] ?? FOUND;
      if (step !== OR || next < 0 || fits(words, at, next)) {
        const place = index * (words.length + 1) + at;
        if (marks[place] === walk.search) return -1;
        marks[place] = walk.search;
        if (step !== OR) return endOfAny(walk, index, at);
        const end = endFrom(walk, index + 2, at);
        if (end !== -1) return end;
      }
      index = (steps[index + 1] ?? 0) - 1;
    }
  }
}

/** The same behind a gap, a list or a class, which may end at several words. */
function endOfAny(walk: Walk, index: number, at: number): number {
  if (walk.steps[index] === GAP) {
    const last = Math.min(at + MOST_BETWEEN, walk.row.words.length);
    for (let next = at; next <= last; next += 1) {
      const end = endFrom(walk, index + 1, next);
      if (end !== -1) return end;
    }
    return -1;
  }
  for (const next of endsOfOwn(walk, walk.steps[index + 1] ?? 0, at)) {
    const end = endFrom(walk, index + 2, next);
    if (end !== -1) return end;
  }
  return -1;
}

const NO_ENDS: readonly number[] = [];

/** Behind which words a list or class that begins at a word may end. */
function endsOfOwn({ row, desk }: Walk, number: number, at: number): readonly number[] {
  const { steps, lead } = desk.own(number);
  if (lead !== -1 && !fits(row.words, at, lead)) return NO_ENDS;
  const place = number * (row.words.length + 1) + at;
  row.ends ??= new Map();
  const known = row.ends.get(place);
  if (known) return known;
  const ends: number[] = [];
  endFrom({ steps, row, desk, search: newSearch(steps, row), ends }, 0, at);
  row.ends.set(place, ends);
  return ends;
}
