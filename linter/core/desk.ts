import type { Book } from './book.ts';
import { numbersIn } from './numbers.ts';
import type { Steps } from './pattern-steps.ts';
import type { Member } from './pattern-words.ts';
import type { Row } from './row.ts';
import { shapesOf } from './word-classes.ts';

/** A book on the desk: what of it was unfolded so far, and what is known of the row that is looked through. */
export interface Desk {
  readonly book: Book;
  pattern(index: number): Pattern;
  /** The steps of a list or class. */
  own(number: number): Steps;
  word(written: string): Word;
  row: Row | undefined;
  /** The number of the row's first word. All words that were ever read are numbered: marks of earlier rows need not be wiped out. */
  start: number;
  /** By bag: the first and the last word of the row that is of it; lower numbers mean none. */
  readonly first: Uint32Array;
  readonly last: Uint32Array;
  /** By pattern: the row, by its first word, in which it last came to mind. */
  readonly asked: Uint32Array;
  /** By list or class, then by word: behind which words it may end that begins there, in the order of preference. */
  ends: (readonly number[] | undefined)[][];
}

/** A pattern unfolded. */
export interface Pattern {
  readonly phrase: number;
  readonly needs: readonly number[];
  readonly steps: Steps;
}

/** What a word of a text means to a book. */
export interface Word {
  /** The bags that it is of. */
  readonly bags: readonly number[];
  /** The patterns that it brings to mind as a whole, and by its beginning. */
  readonly whole: readonly number[];
  readonly begins: readonly number[];
}

const desks = new WeakMap<Book, Desk>();

/** One for each book: what was unfolded once stays so. */
export function deskOf(book: Book): Desk {
  const desk = desks.get(book) ?? newDesk(book);
  desks.set(book, desk);
  return desk;
}

function newDesk(book: Book): Desk {
  return {
    book,
    pattern: unfolding(book.patterns, (text) => {
      const [phrase, needs = '', steps = ''] = text.split('|');
      return { phrase: Number(phrase), needs: numbersIn(needs), steps: numbersIn(steps) };
    }),
    own: unfolding(book.own, numbersIn),
    word: lookingUp(book),
    row: undefined,
    start: 1,
    first: new Uint32Array(book.bags),
    last: new Uint32Array(book.bags),
    asked: new Uint32Array(book.patterns.length),
    ends: [],
  };
}

function unfolding<T>(texts: readonly string[], unfold: (text: string) => T): (index: number) => T {
  const known = new Array<T | undefined>(texts.length).fill(undefined);
  return (index) => {
    const found = known[index] ?? unfold(texts[index] ?? '');
    known[index] = found;
    return found;
  };
}

const MOST_KNOWN = 5000;
// the engine keeps the whole text that a longer word was cut from
const MOST_LETTERS = 12;

/** Looks words up, each once: what a word means hangs on nothing else. */
function lookingUp(book: Book): (written: string) => Word {
  const known = new Map<string, Word>();
  return (written) => {
    const found = known.get(written);
    if (found) return found;
    const word = readWord(written, book);
    if (known.size === MOST_KNOWN) known.clear();
    if (written.length <= MOST_LETTERS) known.set(written, word);
    return word;
  };
}

function readWord(written: string, book: Book): Word {
  const word = written.replaceAll('’', "'");
  const lower = word.toLowerCase();
  const lengths = Array.from({ length: Math.min(book.longest, lower.length) }, (_, at) => at + 1);
  const whole = bagsOf(lower, book);
  const begins = lengths.flatMap((length) => bagsOf(`${lower.slice(0, length)}*`, book));
  const exact = lengths.flatMap((length) => bagsOf(` ${word.slice(0, length)}*`, book));
  const shapes = shapesOf(word, lower).flatMap((name) => bagsOf(`|${name}`, book));
  const patternsOf = (bags: readonly number[]): readonly number[] => bags.flatMap((bag) => numbersIn(book.patternsOf[bag])).sort((a, b) => a - b);
  return { bags: [...whole, ...begins, ...bagsOf(` ${word}`, book), ...exact, ...shapes], whole: patternsOf(whole), begins: patternsOf(begins) };
}

function bagsOf(member: Member, { bagsOf }: Book): number[] {
  return Object.hasOwn(bagsOf, member) ? numbersIn(bagsOf[member]) : [];
}
