import { capitalNames, classNames, classPattern, shapeOf } from './word-classes.ts';

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
  | { readonly is: 'gap' | 'start' | 'end' }
  /** One word that looks so. */
  | { readonly is: 'shape'; readonly shape: RegExp; readonly capitals: boolean }
  | { readonly is: 'class'; readonly name: string }
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

/** The parts of a class. */
export function readClass(name: string): Parts {
  return partsIn(classPattern(name) ?? '', OWN);
}

function partsIn(source: string, lists: Lists): Parts {
  const texts = textsOf(source);
  return texts.map((text, at): Part => {
    const inner = text.slice(1, -1);
    if (text === '^' && at === 0) return { is: 'start' };
    if (text === '$' && at === texts.length - 1) return { is: 'end' };
    if (text === '...') return { is: 'gap' };
    if (text.startsWith('(') || text.startsWith('['))
      return { is: 'choice', of: alternatives(inner, source).map((each) => partsIn(each, lists)), optional: text.startsWith('[') };
    if (text.startsWith('<')) return named(inner, source, lists);
    const open = text.endsWith('*');
    return { is: 'word', word: (open ? text.slice(0, -1) : text).replaceAll('’', "'"), open };
  });
}

const read = new WeakMap<readonly string[], readonly Parts[]>();

function named(name: string, source: string, lists: Lists): Part {
  const list = Object.hasOwn(lists, name) ? lists[name] : undefined;
  if (list) {
    // dozens of patterns share a list
    const of = read.get(list) ?? list.map((each) => partsIn(each, {}));
    read.set(list, of);
    return { is: 'choice', of, optional: false };
  }
  if (lists === OWN || classNames.includes(name)) {
    const shape = shapeOf(name);
    return shape ? { is: 'shape', ...shape } : { is: 'class', name };
  }
  throw new PatternError(`"${source}" names <${name}>, but there is no such list. There are: ${[...Object.keys(lists), ...classNames].join(', ')}.`);
}

const CLOSES: Readonly<Record<string, string>> = { '(': ')', '[': ']', '<': '>' };

/** Words and bracketed groups, in order. */
function textsOf(source: string): string[] {
  if (!/[()[\]<>|]/.test(source)) return source.split(' ').filter(Boolean);
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const character of source) {
    if (character === ' ' && depth === 0) {
      if (part) parts.push(part);
      part = '';
      continue;
    }
    if ('([<'.includes(character)) depth += 1;
    if (')]>'.includes(character)) depth -= 1;
    if (depth < 0 || depth > 3) break;
    part += character;
  }
  if (depth !== 0) throw new PatternError(`In "${source}" a bracket is not closed, or brackets are nested too deep.`);
  if (part) parts.push(part);
  for (const each of parts) {
    const closes = CLOSES[each[0] ?? ''];
    if (closes ? !each.endsWith(closes) : /[()[\]<>|]/.test(each))
      throw new PatternError(`In "${source}" a bracket stands inside a word. Put a blank around brackets.`);
  }
  return parts;
}

/** Cut at the bars that stand in no bracket of their own. */
function alternatives(inner: string, source: string): string[] {
  const cuts: string[] = [''];
  let depth = 0;
  for (const character of inner) {
    if ('([<'.includes(character)) depth += 1;
    if (')]>'.includes(character)) depth -= 1;
    if (character === '|' && depth === 0) cuts.push('');
    else cuts[cuts.length - 1] += character;
  }
  if (cuts.some((each) => each.trim() === '')) throw new PatternError(`In "${source}" one of the choices between bars is empty.`);
  return cuts.map((each) => each.trim());
}
