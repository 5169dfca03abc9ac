import { capitalNames, classNames, classPattern, isShape } from './word-classes.ts';

// A pattern is words, not a regular expression of its author's: what is in a pull request is never run.
//   should be (fixed|working again)   one of several
//   we [really] hope                  may be missing
//   fail*                             words that begin so; * alone is any one word, [*] one or none
//   not sure ... when                 up to ten words between
//   <time> <duration> <number> ...    a class of words, or a list of the file
//   ^ and $                           the sentence begins or ends here

/** One part of a pattern, in the order in which it is written. */
export type Part =
  /** `open`: any word that begins so. */
  | { readonly is: 'word'; readonly word: string; readonly open: boolean }
  | { readonly is: 'any' | 'gap' | 'start' | 'end' }
  /** One word that looks so. */
  | { readonly is: 'shape'; readonly name: string }
  | { readonly is: 'class'; readonly name: string }
  /** A list of the file; the same object wherever it is named. */
  | { readonly is: 'list'; readonly of: readonly Parts[] }
  | { readonly is: 'choice'; readonly of: readonly Parts[]; readonly optional: boolean };
export type Parts = readonly Part[];

/** Lists of words by name, as a file of phrase rules has them. */
export type Lists = Readonly<Record<string, readonly string[]>>;

/** What is wrong with a pattern, in words for its author. */
export class PatternError extends Error {}

/** The parts of a pattern; throws PatternError for one that cannot be read. */
export function readPattern(source: string, lists: Lists = {}): Parts {
  const parts = partsIn(source.trim(), lists);
  if (parts.filter((part) => part.is === 'gap').length > 2) throw new PatternError(`"${source.trim()}" has more than two gaps (...). Two are enough.`);
  return parts;
}

/** Whether big letters count in it: where a class looks for them. */
export function readsCapitals(source: string): boolean {
  return capitalNames.some((name) => source.includes(`<${name}>`));
}

/** In a class's pattern there are classes that no file may name. */
const OWN: Lists = {};

const classes = new Map<string, Parts>();

/** The parts of a class. */
export function readClass(name: string): Parts {
  const parts = classes.get(name) ?? partsIn(classPattern(name) ?? '', OWN);
  classes.set(name, parts);
  return parts;
}

function partsIn(source: string, lists: Lists): Parts {
  const reader: Reader = { source, lists, tokens: source.match(TOKEN) ?? [], at: 0 };
  const parts = sequence(reader, 0);
  if (reader.at < reader.tokens.length) throw unclosed(source);
  return parts;
}

/** Brackets and bars, blanks, and what stands between them. */
const TOKEN = /[()[\]|]| +|<[^<>]*>?|[^()[\]<>| ]+|>/g;
const MOST_DEEP = 3;

interface Reader {
  readonly source: string;
  readonly lists: Lists;
  readonly tokens: readonly string[];
  at: number;
}

/** Parts up to a bar, a closing bracket or the end; they have blanks between. */
function sequence(reader: Reader, depth: number): Parts {
  const { tokens, source } = reader;
  const parts: Part[] = [];
  let apart = true;
  for (let token = tokens[reader.at]; token !== undefined; token = tokens[reader.at]) {
    if (token === '|' || token === ')' || token === ']') break;
    reader.at += 1;
    if (token.startsWith(' ')) {
      apart = true;
      continue;
    }
    if (!apart) throw inside(source);
    parts.push(partOf(reader, token, depth, parts.length === 0));
    apart = false;
  }
  if (tokens[reader.at] === '|' && depth === 0) throw inside(source);
  return parts;
}

function partOf(reader: Reader, token: string, depth: number, first: boolean): Part {
  const { source, lists } = reader;
  if (token === '(' || token === '[') return choice(reader, token, depth + 1);
  if (token.startsWith('<')) {
    if (!token.endsWith('>') || depth === MOST_DEEP) throw unclosed(source);
    return named(token.slice(1, -1), source, lists);
  }
  if (token === '>') throw unclosed(source);
  if (token === '^' && first) return { is: 'start' };
  if (token === '...') return { is: 'gap' };
  const next = reader.tokens[reader.at];
  if (token === '$' && (next === undefined || next === '|' || next === ')' || next === ']')) return { is: 'end' };
  if (token === '*') return { is: 'any' };
  const open = token.endsWith('*');
  return { is: 'word', word: (open ? token.slice(0, -1) : token).replaceAll('’', "'"), open };
}

function choice(reader: Reader, opening: '(' | '[', depth: number): Part {
  const { tokens, source } = reader;
  if (depth > MOST_DEEP) throw unclosed(source);
  const of: Parts[] = [];
  for (;;) {
    const parts = sequence(reader, depth);
    const token = tokens[reader.at];
    reader.at += 1;
    if (token === undefined || (token !== '|' && token !== CLOSES[opening])) throw unclosed(source);
    if (parts.length === 0) throw new PatternError(`In "${source}" one of the choices between bars is empty.`);
    of.push(parts);
    if (token !== '|') return { is: 'choice', of, optional: opening === '[' };
  }
}

const CLOSES = { '(': ')', '[': ']' } as const;

function unclosed(source: string): PatternError {
  return new PatternError(`In "${source}" a bracket is not closed, or brackets are nested too deep.`);
}

function inside(source: string): PatternError {
  return new PatternError(`In "${source}" a bracket stands inside a word. Put a blank around brackets.`);
}

const read = new WeakMap<readonly string[], Part>();

function named(name: string, source: string, lists: Lists): Part {
  const list = Object.hasOwn(lists, name) ? lists[name] : undefined;
  if (list) {
    // dozens of patterns share a list
    const part: Part = read.get(list) ?? { is: 'list', of: list.map((each) => partsIn(each, {})) };
    read.set(list, part);
    return part;
  }
  if (lists === OWN || classNames.includes(name)) return isShape(name) ? { is: 'shape', name } : { is: 'class', name };
  throw new PatternError(`"${source}" names <${name}>, but there is no such list. There are: ${[...Object.keys(lists), ...classNames].join(', ')}.`);
}
