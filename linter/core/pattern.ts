import type { Desk } from './desk.ts';
import { ANY, END, FOUND, GAP, GO, LOOK, OR, START, type Steps } from './pattern-steps.ts';
import { type Row, spansOf } from './row.ts';
import type { Span } from './text.ts';

const MOST_BETWEEN = 10;
/** So many words are numbered before it begins anew: what 32 bits hold, with room for a row. */
const MOST_WORDS = 0xf000_0000;

/** Lays a row on the desk: what is found out of it once counts for all patterns. */
function lay(row: Row, desk: Desk): void {
  if (desk.row === row) return;
  const { first, last, asked } = desk;
  desk.start += (desk.row?.words.length ?? 0) + 1;
  if (desk.start > MOST_WORDS) {
    for (const marked of [first, last, asked]) marked.fill(0);
    desk.start = 1;
  }
  desk.row = row;
  desk.ends = [];
  let number = desk.start;
  for (const { bags } of row.words) {
    for (const bag of bags) {
      if ((last[bag] ?? 0) < desk.start) first[bag] = number;
      last[bag] = number;
    }
    number += 1;
  }
}

/** Whether a word of the row on the desk is of a bag: most often that can be told without a look at the word. */
function fits({ first, last, start, row }: Desk, bag: number, at: number): boolean {
  const number = start + at;
  const end = last[bag] ?? 0;
  if (end <= number) return end === number;
  const begin = first[bag] ?? 0;
  return begin === number || (begin < number && row?.words[at]?.bags.includes(bag) === true);
}

/** The patterns that come to mind at a row's words, by their indexes. Of hundreds few do: to look for each would take longer than all the rest. */
export function broughtBy(row: Row, desk: Desk): readonly number[] {
  lay(row, desk);
  const brought: number[] = [];
  const begun: number[] = [];
  bring(desk.book.always, brought, desk);
  for (const { whole, begins } of row.words) {
    bring(whole, brought, desk);
    for (const pattern of begins) begun.push(pattern);
  }
  begun.sort((a, b) => a - b);
  bring(begun, brought, desk);
  return brought;
}

function bring(patterns: readonly number[], into: number[], { asked, start }: Desk): void {
  for (const pattern of patterns) {
    if (asked[pattern] === start) continue;
    asked[pattern] = start;
    into.push(pattern);
  }
}

const NOWHERE: readonly Span[] = [];

/** Whether the row on the desk holds a word of each bag, in their order. */
function areThere(needs: readonly number[], desk: Desk): boolean {
  const { first, last } = desk;
  let least = desk.start;
  for (const bag of needs) {
    least = Math.max(least, first[bag] ?? 0);
    if ((last[bag] ?? 0) < least) return false;
    least += 1;
  }
  return true;
}

/** Spans of a row's text in which the pattern of an index is found, one behind the other. */
export function find(pattern: number, row: Row, desk: Desk): readonly Span[] {
  lay(row, desk);
  const { needs, steps } = desk.pattern(pattern);
  if (!areThere(needs, desk)) return NOWHERE;
  const found = findAll(steps, row, desk);
  if (found.length === 0) return NOWHERE;
  const spans = spansOf(row.text);
  return found.map(([first, last]): Span => [spans[first]?.[0] ?? 0, spans[last]?.[1] ?? 0]);
}

// which steps were tried at which word: one for all searches, in which only marks with the search's own number count
let marks = new Uint32Array(4096);
let searches = 0;

function newSearch(places: number): number {
  searches = searches === 0xffff_ffff ? 1 : searches + 1;
  if (marks.length < places || searches === 1) marks = new Uint32Array(Math.max(places, marks.length));
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

/** First and last word of each place, one behind the other. */
function findAll(steps: Steps, row: Row, desk: Desk): readonly (readonly [first: number, last: number])[] {
  const found: [number, number][] = [];
  const size = row.words.length;
  const places = steps.length * (size + 1);
  const walk: Walk = { steps, row, desk, search: newSearch(places), ends: undefined };
  // where the first word has to be of a bag, no other place is looked at
  const lead = (steps[0] === LOOK ? steps[1] : steps[0]) ?? FOUND;
  const last = lead < 0 ? size : (desk.last[lead] ?? 0) - desk.start + 1;
  for (let start = lead < 0 ? 0 : Math.max(0, (desk.first[lead] ?? 0) - desk.start); start < last; ) {
    const end = endFrom(walk, 0, start);
    if (end > start) found.push([start, end - 1]);
    if (end !== -1) walk.search = newSearch(places);
    start = Math.max(end, start + 1);
  }
  return found;
}

/** Behind which word a walk ends that goes on at a step and a word; -1 where it does not. A step that led nowhere from a word leads nowhere from any start. */
function endFrom(walk: Walk, from: number, word: number): number {
  const { steps, ends } = walk;
  const { words } = walk.row;
  let at = word;
  for (let index = from; ; index += 1) {
    const step = steps[index] ?? FOUND;
    if (step >= 0) {
      // most words do not fit: to mark that would cost more than to look again
      if (!fits(walk.desk, step, at)) return -1;
      at += 1;
    } else if (step === LOOK) {
      if (!fits(walk.desk, steps[index + 1] ?? 0, at)) return -1;
      index += 1;
    } else if (step === GO) index = (steps[index + 1] ?? 0) - 1;
    else if (step === ANY) {
      if (at === words.length) return -1;
      at += 1;
    } else if (step === FOUND) {
      if (!ends) return at;
      if (!ends.includes(at)) ends.push(at);
      // as if it led nowhere, so that all are seen
      return -1;
    } else if (step === START || step === END) {
      if (at !== (step === START ? 0 : words.length)) return -1;
    } else {
      // of many ways most end at their first word
      const isOver = step === OR && (steps[index + 2] ?? FOUND) >= 0 && !fits(walk.desk, steps[index + 2] ?? 0, at);
      if (!isOver) {
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
    for (let next = at; next <= Math.min(at + MOST_BETWEEN, walk.row.words.length); next += 1) {
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

/** Behind which words a list or class that begins at a word may end. */
function endsOfOwn({ row, desk }: Walk, number: number, at: number): readonly number[] {
  const known = desk.ends[number] ?? [];
  desk.ends[number] = known;
  const found = known[at];
  if (found) return found;
  const steps = desk.own(number);
  const ends: number[] = [];
  endFrom({ steps, row, desk, search: newSearch(steps.length * (row.words.length + 1)), ends }, 0, at);
  known[at] = ends;
  return ends;
}
