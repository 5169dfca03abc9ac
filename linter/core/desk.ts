import type { Book, Phrase } from './book.ts';
import { knownOf, knownOfBeginnings, type OpenGlossary, openGlossary } from './glossary.ts';
import { rowsIn } from './leaves.ts';
import { type Numbers, numbersIn } from './numbers.ts';
import { LOOK, OWN, type Steps } from './pattern-steps.ts';
import { shapeMember } from './pattern-words.ts';
import { shapesOf } from './word-classes.ts';

/** A book on the desk: what of it was unfolded so far. */
export interface Desk {
  phrase(index: number): Phrase;
  pattern(index: number): Pattern;
  /** The steps of a list or class. */
  own(number: number): Unfolded;
  word(written: string): Word;
  /** The patterns that no word brings to mind; behind each the bag of its other words. */
  readonly always: readonly number[];
  /** How many rows were looked through. It marks what was seen in the last one: marks of earlier rows need not be wiped out. */
  rows: number;
  /** By bag of other words: the row that last held one of them. */
  readonly held: Float64Array;
  /** By pattern: the row in which it last came to mind. */
  readonly asked: Float64Array;
}

export interface Unfolded {
  readonly steps: Steps;
  /** The bag that its first word is of; -1 where that may be any. */
  readonly lead: number;
}

/** A pattern unfolded. */
export interface Pattern extends Unfolded {
  readonly phrase: number;
}

/** What a word of a text means to a book. */
export interface Word {
  /** One bit for each bag: whether it is of it. */
  readonly bags: Uint32Array;
  /** The bags of other words that it is of. */
  readonly others: readonly number[];
  /** The patterns that it brings to mind as a whole, and by its beginning; behind each the bag of its other words. */
  readonly whole: readonly number[];
  readonly begins: readonly number[];
  /** How many numbers had to be read to know this. */
  readonly cost: number;
}

const desks = new WeakMap<Book, Desk>();

/** One for each book: what was unfolded once stays so. */
export function deskOf(book: Book): Desk {
  const desk = desks.get(book) ?? newDesk(book);
  desks.set(book, desk);
  return desk;
}

/** All phrases of a book. */
export function everyPhrase(book: Book): readonly Phrase[] {
  const { phrase } = deskOf(book);
  return Array.from({ length: book.phrases.count }, (_, index) => phrase(index));
}

function newDesk(book: Book): Desk {
  const leadOf = ([first = -1, second = -1]: Steps): number => (first === LOOK ? second : first === OWN ? own(second).lead : Math.max(first, -1));
  const list = rowsIn(book.own, book.leaves);
  const own = unfolding(book.own.count, (number) => {
    const steps = numbersIn(list(number));
    return { steps, lead: leadOf(steps) };
  });
  const said = rowsIn(book.phrases, book.leaves);
  const row = rowsIn(book.patterns, book.leaves);
  const pattern = unfolding(book.patterns.count, (index) => {
    const text = row(index);
    const bar = text.indexOf('|');
    const steps = numbersIn(text.slice(bar + 1));
    return { phrase: Number(text.slice(0, bar)), steps, lead: leadOf(steps) };
  });
  return {
    phrase: unfolding(book.phrases.count, (index) => JSON.parse(said(index)) as Phrase),
    pattern,
    own,
    word: lookingUp(book),
    always: numbersIn(book.always),
    rows: 0,
    held: new Float64Array(book.others),
    asked: new Float64Array(book.patterns.count),
  };
}

function unfolding<T>(count: number, unfold: (index: number) => T): (index: number) => T {
  const known = new Array<T | undefined>(count).fill(undefined);
  return (index) => {
    const found = known[index] ?? unfold(index);
    known[index] = found;
    return found;
  };
}

const MOST_KNOWN = 5000;
// the words of honest rules come to a tenth of it
const MOST_NUMBERS = 5_000_000;
// the engine keeps the whole text that a longer word was cut from
const MOST_LETTERS = 12;

/** Looks words up, each once: what a word means hangs on nothing else. */
function lookingUp(book: Book): (written: string) => Word {
  const words = openGlossary(book.words, book.leaves);
  const beginnings = openGlossary(book.beginnings, book.leaves);
  const readList = readingLists();
  const nothing: Word = { bags: new Uint32Array((book.bags >>> 5) + 1), others: [], whole: [], begins: [], cost: 0 };
  const known = new Map<string, Word>();
  let room = MOST_NUMBERS;
  return (written) => {
    const found = known.get(written);
    if (found) return found;
    const word = readWord(written, words, beginnings, nothing, readList);
    room -= word.cost;
    if (known.size === MOST_KNOWN || room < 0) {
      known.clear();
      room = MOST_NUMBERS;
    }
    if (written.length <= MOST_LETTERS) known.set(written, word);
    return word;
  };
}

type ReadList = (text: Numbers | undefined) => readonly number[];

const LONG = 1000;

/** Reads lists of numbers; the long ones of hostile rules, which many words may share, are read once. */
function readingLists(): ReadList {
  const long = new Map<string, readonly number[]>();
  return (text = '') => {
    if (text.length < LONG) return numbersIn(text);
    const list = long.get(text) ?? numbersIn(text);
    long.set(text, list);
    return list;
  };
}

function readWord(written: string, words: OpenGlossary, beginnings: OpenGlossary, nothing: Word, readList: ReadList): Word {
  const word = written.includes('’') ? written.replaceAll('’', "'") : written;
  const lower = word.toLowerCase();
  let found: { bags: Uint32Array; others: readonly number[]; whole: readonly number[]; begins: readonly number[]; cost: number } | undefined;
  const note = (meaning: string | undefined, brings?: 'whole' | 'begins'): void => {
    if (meaning === undefined) return;
    found ??= { bags: new Uint32Array(nothing.bags.length), others: [], whole: [], begins: [], cost: nothing.bags.length };
    const [own, others, patterns] = meaning.split(';');
    const bags = readList(own);
    // to be asked for one after the other they would each need an object, in code that runs once in most lints
    for (let at = 0; at < bags.length; at += 1) {
      const bag = bags[at] ?? 0;
      found.bags[bag >>> 5] = (found.bags[bag >>> 5] ?? 0) | (1 << (bag & 31));
    }
    if (others) found.others = joined(found.others, readList(others));
    if (brings && patterns) found[brings] = joined(found[brings], readList(patterns));
    found.cost += bags.length;
  };
  note(knownOf(lower, words), 'whole');
  for (const meaning of knownOfBeginnings(lower, beginnings)) note(meaning, 'begins');
  note(knownOf(` ${word}`, words));
  for (const meaning of knownOfBeginnings(` ${word}`, beginnings)) note(meaning);
  for (const name of shapesOf(word, lower)) note(knownOf(shapeMember(name), words));
  if (!found) return nothing;
  found.cost += found.others.length + found.whole.length + found.begins.length;
  return found;
}

/** Most words have one meaning, whose lists they share with others. */
function joined(list: readonly number[], more: readonly number[]): readonly number[] {
  return list.length === 0 ? more : [...list, ...more];
}
