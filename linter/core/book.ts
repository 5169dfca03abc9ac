import { asciiJson } from './ascii.ts';
import { type Glossary, glossaryOf } from './glossary.ts';
import { type Leaves, type Rows, rowsOf } from './leaves.ts';
import { TOLD } from './next-update.ts';
import { type Numbers, written } from './numbers.ts';
import { pairsOf } from './pattern-needs.ts';
import { type Stock, stepsOf } from './pattern-steps.ts';
import { type Lists, type Parts, PatternError, readClass, readPattern, readsCapitals } from './pattern-syntax.ts';
import type { Member } from './pattern-words.ts';
import type { PhraseRule, Phrases } from './types.generated.ts';

/**
 * Phrase rules made ready to look for, as data and nothing else: a book that was written as JSON and read again is the same
 * book, wherever its leaves lie. It fits the version of the program that made it.
 */
export interface Book {
  /** Each as JSON: of hundreds a message brings few to mind. */
  readonly phrases: Rows;
  readonly patterns: Rows;
  /** The patterns that no word brings to mind: the index of each, and behind it the bag of its other words, or -1. */
  readonly always: Numbers;
  /** Indexes of the patterns that say when the next word comes. */
  readonly told: readonly number[];
  /** The steps of lists and classes. */
  readonly own: Rows;
  /** How many bags of words there are, and how many bags of other words. */
  readonly bags: number;
  readonly others: number;
  /** What each word means, as a whole and where a word begins with it. */
  readonly words: Glossary;
  readonly beginnings: Glossary;
  readonly faults: readonly PatternFault[];
  /** Whether all rules are in it that can be read: no message can be checked against a part of them. */
  readonly isWhole: boolean;
  /** What the phrases, the patterns, the lists and the words' meanings stand in: most of a book, of which a message asks for little. */
  readonly leaves: Leaves;
}

/** A pattern, a row of the leaves: the index of the phrase that it is looked for (-1 where it is not looked for of itself) and its steps. */
export type WrittenPattern = `${number}|${Numbers}`;

/**
 * What a word means: the bags that it is of; the bags of other words that it is of; and the patterns that it brings to mind,
 * behind the index of each the bag of its other words, or -1: a sentence with the pattern holds one of those too.
 */
export type Meaning = `${Numbers};${Numbers};${Numbers}`;

/** A phrase rule without its patterns and examples. */
export interface Phrase extends Omit<PhraseRule, 'find' | 'unless' | 'flag' | 'pass'> {
  /** Where it stands: an index of the files that the book was made of, and of the file's rules. */
  readonly at: readonly [file: number, rule: number];
  /** Indexes of the patterns that make the sentence right after all. */
  readonly unless: readonly number[];
}

/** What an editor wrote wrong in a pattern, and which. */
export interface PatternFault {
  readonly file: number;
  readonly rule: number;
  readonly key: 'find' | 'unless';
  readonly index: number;
  readonly problem: string;
}

/** What a file of phrase rules holds, as far as it fits its schema. */
export interface PhraseFile {
  readonly lists?: Phrases['lists'] | undefined;
  readonly rules?: readonly (PhraseRule | undefined)[] | undefined;
}

/** Makes the rules of several files ready; rules whose patterns cannot be read are left out and told. The book ends, and says so, at the one with which more is to be noted than any honest rules ask for. */
export function compileBook(files: readonly PhraseFile[]): Book & { readonly leaves: string } {
  const { add, isFull, finish } = press();
  const phrases: Phrase[] = [];
  const faults: PatternFault[] = [];
  for (const [file, { lists = {}, rules = [] }] of files.entries()) {
    for (const [index, each] of rules.entries()) {
      if (!each) continue;
      const { find, unless = [], flag: _, pass: __, ...rule } = each;
      const read = { find: readAll(find, lists), unless: readAll(unless, lists) };
      const wrong = (['find', 'unless'] as const).flatMap((key) => read[key].faults.map((fault) => ({ file, rule: index, key, ...fault })));
      faults.push(...wrong);
      if (wrong.length > 0) continue;
      for (const pattern of read.find.patterns) add(pattern, phrases.length);
      phrases.push({ ...rule, at: [file, index], unless: read.unless.patterns.map((pattern) => add(pattern)) });
      if (isFull()) return { ...bound(), isWhole: false, faults: [...faults, { file, rule: index, key: 'find', index: 0, problem: TOO_MANY }] };
    }
  }
  return { ...bound(), isWhole: true, faults };

  function bound(): Omit<Book, 'faults' | 'isWhole'> & { readonly leaves: string } {
    const told = TOLD.map((source) => add({ source, parts: readPattern(source) }));
    return { told, ...finish(phrases) };
  }
}

const TOO_MANY =
  'With this rule the phrase rules name more words than a message can be looked through for, so none can be checked. Shorten its lists, or name them in fewer patterns.';

/** What is noted of words, a new word counted as four notes: thirty times what the rules that ship come to. Ninety patterns on a list of ten thousand words come to it too. */
const MOST_NOTES = 1_000_000;

interface Read {
  readonly source: string;
  readonly parts: Parts;
}

function readAll(
  sources: readonly string[],
  lists: Lists,
): { readonly patterns: readonly Read[]; readonly faults: readonly Pick<PatternFault, 'index' | 'problem'>[] } {
  const patterns: Read[] = [];
  const faults: Pick<PatternFault, 'index' | 'problem'>[] = [];
  for (const [index, source] of sources.entries()) {
    try {
      patterns.push({ source, parts: readPattern(source, lists) });
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      faults.push({ index, problem: error.message });
    }
  }
  return { patterns, faults };
}

type Pressed = Omit<Book, 'told' | 'faults' | 'isWhole'> & { readonly leaves: string };
type Noted = Readonly<Record<'bags' | 'others' | 'brings', number[]>>;

/** Sets patterns in numbers, and what they share once. */
function press(): {
  /** The index of a pattern; one without a phrase is not looked for of itself. */
  readonly add: (read: Read, phrase?: number) => number;
  readonly isFull: () => boolean;
  readonly finish: (phrases: readonly Phrase[]) => Pressed;
} {
  const patterns: WrittenPattern[] = [];
  const always: number[] = [];
  const own: Numbers[] = [];
  const small = new Map<unknown, number>();
  const big = new Map<unknown, number>();
  const meanings = new Map<Member, Noted>();
  let notes = 0;
  const note = (member: Member, key: keyof Noted, ...numbers: readonly number[]): void => {
    const meaning = meanings.get(member) ?? { bags: [], others: [], brings: [] };
    notes += meanings.has(member) ? 1 : 5;
    meanings.set(member, meaning);
    meaning[key].push(...numbers);
  };
  const bags = numbering((member, bag) => note(member, 'bags', bag));
  const others = numbering((member, other) => note(member, 'others', other));
  const stock: Stock = {
    bag: bags.numberOf,
    own(part, capitals) {
      // capitals count in a pattern's words and lists, in a class never
      const exact = capitals && part.is === 'list';
      const numbers = exact ? big : small;
      const key = part.is === 'list' ? part : part.name;
      const known = numbers.get(key);
      if (known !== undefined) return known;
      const number = own.push('') - 1;
      numbers.set(key, number);
      own[number] = written(stepsOf(part.is === 'list' ? [{ is: 'choice', of: part.of, optional: false }] : readClass(part.name), exact, stock));
      return number;
    },
  };
  const add = ({ source, parts }: Read, phrase = -1): number => {
    const number = patterns.push(`${phrase}|${written(stepsOf(parts, readsCapitals(source), stock))}`) - 1;
    if (phrase === -1) return number;
    for (const { rarest, other } of pairsOf(parts)) {
      const behind = other.length === 0 ? -1 : others.numberOf(other);
      if (rarest.length === 0) always.push(number, behind);
      for (const member of new Set(rarest)) note(member, 'brings', number, behind);
    }
    return number;
  };
  const finish = (phrases: readonly Phrase[]): Pressed => {
    const words: [string, Meaning][] = [];
    const beginnings: [string, Meaning][] = [];
    for (const [member, noted] of meanings) {
      const meaning: Meaning = `${written(noted.bags)};${written(noted.others)};${written(noted.brings)}`;
      if (member.endsWith('*')) beginnings.push([member.slice(0, -1), meaning]);
      else words.push([member, meaning]);
    }
    // short ones, which stand close together
    const looked = rowsOf(patterns, 0, 16);
    const said = rowsOf(phrases.map(asciiJson), looked.written.length);
    const lists = rowsOf(own, looked.written.length + said.written.length);
    const before = looked.written + said.written + lists.written;
    const whole = glossaryOf(words, before.length);
    const begun = glossaryOf(beginnings, before.length + whole.written.length);
    return {
      phrases: said.rows,
      patterns: looked.rows,
      always: written(always),
      own: lists.rows,
      bags: bags.size(),
      others: others.size(),
      words: whole.glossary,
      beginnings: begun.glossary,
      leaves: before + whole.written + begun.written,
    };
  };
  return { add, isFull: () => notes > MOST_NOTES, finish };
}

/** Numbers bags of words, each once; `tell` is told each word of a new one. */
function numbering(tell: (member: Member, number: number) => void): {
  readonly numberOf: (members: readonly Member[]) => number;
  readonly size: () => number;
} {
  const numbers = new Map<string, number>();
  const lists = new Map<readonly Member[], string>();
  const numberOf = (members: readonly Member[]): number => {
    // a list's words are the same object wherever it is named; a bar stands in no word
    const key = lists.get(members) ?? members.join('|');
    if (members.length > 8) lists.set(members, key);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const number = numbers.size;
    numbers.set(key, number);
    for (const member of new Set(members)) tell(member, number);
    return number;
  };
  return { numberOf, size: () => numbers.size };
}
