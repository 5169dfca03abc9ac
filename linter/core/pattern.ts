import { type Lists, type Part, type Parts, readClass, readPattern, readsCapitals } from './pattern-syntax.ts';
import type { Row } from './row.ts';
import type { Span } from './text.ts';

/** A pattern made ready. */
export interface Pattern {
  readonly source: string;
  /** Spans of the text in which it is found, one behind the other. */
  find(row: Row): Span[];
  /**
   * Words of which a text with it holds one: in lower case, a blank before each and another behind a whole word. None where
   * no word can be named.
   */
  readonly needs: readonly string[];
}

/** What a pattern does at a word, and where it goes on: an index of its steps. */
type Step =
  | { readonly is: 'word'; readonly fits: (row: Row, at: number) => boolean; readonly next: number }
  | { readonly is: 'class'; readonly name: string; readonly next: number }
  | { readonly is: 'start' | 'end'; readonly next: number }
  /** In the order of preference. */
  | { readonly is: 'choice'; readonly of: readonly number[] }
  | { readonly is: 'found' };

const MOST_BETWEEN = 10;

/**
 * Makes a pattern ready, with the lists of its file; throws PatternError for one that cannot be read. By hand and no regular
 * expression: a process that checks one message would spend its time on making six hundred of them, and here a step is taken
 * once for each word, whatever a pattern asks for.
 */
export function compilePattern(source: string, lists: Lists = {}): Pattern {
  const parts = readPattern(source, lists);
  // hundreds of patterns are read and few are in a text
  let ready: { readonly steps: readonly Step[]; readonly needs: readonly Words[] } | undefined;
  const find = (row: Row): Span[] => {
    ready ??= { steps: stepsOf(parts, readsCapitals(source)), needs: parts.map(wordsOf).filter(({ words }) => words.length > 0) };
    if (!ready.needs.every(({ words }) => words.some((each) => row.joined.includes(each)))) return [];
    return findAll(ready.steps, row);
  };
  return { source, find, needs: rarestOf(parts).words };
}

interface Words {
  readonly words: readonly string[];
  /** The higher, the more texts hold one of them. */
  readonly common: number;
}

const NONE: Words = { words: [], common: Number.POSITIVE_INFINITY };

/** Words of which nearly each sentence has one. */
const COMMON: ReadonlySet<string> = new Set(
  'the a an and or of to in on for at with is are was be it this that we you i our your have has will not'.split(' '),
);

/** Of the parts that must be there the one whose words are rarest. */
function rarestOf(parts: Parts): Words {
  let rarest = NONE;
  for (const part of parts) {
    const words = wordsOf(part);
    if (words.common < rarest.common) rarest = words;
  }
  return rarest;
}

const known = new WeakMap<readonly Parts[], Words>();

function wordsOf(part: Part): Words {
  if (part.is === 'word') {
    if (part.word === '') return NONE;
    const word = part.word.toLowerCase();
    return { words: [` ${word}${part.open ? '' : ' '}`], common: COMMON.has(word) ? 20 : 1 };
  }
  if (part.is !== 'choice' || part.optional) return NONE;
  const words = known.get(part.of) ?? anyOf(part.of);
  known.set(part.of, words);
  return words;
}

function anyOf(choices: readonly Parts[]): Words {
  const words: string[] = [];
  let common = 0;
  for (const choice of choices) {
    const own = rarestOf(choice);
    if (own === NONE) return NONE;
    words.push(...own.words);
    common += own.common;
  }
  return { words, common };
}

function stepsOf(parts: Parts, capitals: boolean): readonly Step[] {
  const steps: Step[] = [{ is: 'found' }];
  const add = (step: Step): number => steps.push(step) - 1;
  const all = (each: Parts, next: number): number => each.reduceRight((behind, part) => one(part, behind), next);
  const one = (part: Part, next: number): number => {
    if (part.is === 'word') return add({ is: 'word', fits: fitting(part.word, part.open, capitals), next });
    if (part.is === 'shape') return add({ is: 'word', fits: shaped(part), next });
    if (part.is === 'class') return add({ is: 'class', name: part.name, next });
    if (part.is === 'choice') return add({ is: 'choice', of: [...part.of.map((each) => all(each, next)), ...(part.optional ? [next] : [])] });
    if (part.is !== 'gap') return add({ is: part.is, next });
    let first = next;
    for (let between = 0; between < MOST_BETWEEN; between += 1) first = add({ is: 'choice', of: [next, add({ is: 'word', fits: () => true, next: first })] });
    return first;
  };
  // the search begins at the last step
  add({ is: 'choice', of: [all(parts, 0)] });
  return steps;
}

function fitting(word: string, open: boolean, capitals: boolean): (row: Row, at: number) => boolean {
  if (capitals) {
    // where capitals count, a word may still begin with one
    const big = /^[a-z]/.test(word) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
    return ({ words }, at) => (open ? words[at]?.startsWith(word) || words[at]?.startsWith(big) : words[at] === word || words[at] === big) ?? false;
  }
  const small = word.toLowerCase();
  return open ? ({ lower }, at) => lower[at]?.startsWith(small) ?? false : ({ lower }, at) => lower[at] === small;
}

function shaped({ shape, capitals }: { readonly shape: RegExp; readonly capitals: boolean }): (row: Row, at: number) => boolean {
  return ({ words, lower }, at) => shape.test((capitals ? words[at] : lower[at]) ?? '');
}

// which steps were tried at which word: one for all searches, in which only marks with the search's own number count
let marks = new Uint32Array(4096);
let searches = 0;

function newSearch(places: number): number {
  searches += 1;
  if (marks.length < places || searches > 0xffff_fff0) {
    marks = new Uint32Array(Math.max(places, marks.length));
    searches = 1;
  }
  return searches;
}

function findAll(steps: readonly Step[], row: Row): Span[] {
  const spans: Span[] = [];
  const size = row.words.length;
  const places = steps.length * (size + 1);
  let search = newSearch(places);
  for (let start = 0; start < size; ) {
    const end = endOf(steps, row, start, search);
    const [from] = row.spans[start] ?? [0];
    if (end > start) spans.push([from, row.spans[end - 1]?.[1] ?? from]);
    if (end !== -1) search = newSearch(places);
    start = Math.max(end, start + 1);
  }
  return spans;
}

/** Behind which word a pattern that begins at `start` ends; -1 where it is not found there. A step that led nowhere from a word leads nowhere from any start. */
function endOf(steps: readonly Step[], row: Row, start: number, search: number, isEnd: (at: number) => boolean = () => true): number {
  const size = row.words.length;
  const go = (index: number, at: number): number => {
    const step = steps[index];
    if (!step || step.is === 'found') return isEnd(at) ? at : -1;
    // most words do not fit: to mark that would cost more than to look again
    if (step.is === 'word') return at < size && step.fits(row, at) ? go(step.next, at + 1) : -1;
    const place = index * (size + 1) + at;
    if (marks[place] === search) return -1;
    marks[place] = search;
    if (step.is === 'choice') return firstOf(step.of, (next) => go(next, at));
    if (step.is === 'class') return firstOf(endsOfClass(step.name, row, at), (end) => go(step.next, end));
    return (step.is === 'start' ? at === 0 : at === size) ? go(step.next, at) : -1;
  };
  return go(steps.length - 1, start);
}

function firstOf<T>(choices: readonly T[], go: (choice: T) => number): number {
  for (const choice of choices) {
    const end = go(choice);
    if (end !== -1) return end;
  }
  return -1;
}

const classes = new Map<string, readonly Step[]>();
// each class is asked for at the same words by many patterns
let latest: { readonly row: Row; readonly ends: Map<string, readonly number[]> } | undefined;

/** Behind which words a class that begins at a word may end, the longest first; none where it does not begin there. */
function endsOfClass(name: string, row: Row, at: number): readonly number[] {
  if (latest?.row !== row) latest = { row, ends: new Map() };
  const { ends } = latest;
  const key = `${name} ${at}`;
  const known = ends.get(key);
  if (known) return known;
  const steps = classes.get(name) ?? stepsOf(readClass(name), false);
  classes.set(name, steps);
  const found = new Set<number>();
  // no end is taken, so that all are seen
  endOf(steps, row, at, newSearch(steps.length * (row.words.length + 1)), (end) => found.add(end).size === 0);
  const all = [...found].sort((a, b) => b - a);
  ends.set(key, all);
  return all;
}
