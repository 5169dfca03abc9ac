import type { Span } from './text.ts';

// A pattern is words, not a regular expression of its author's: what is in a pull request is never run.
//   should be (fixed|working again)   one of several
//   we [really] hope                  may be missing
//   fail*                             words that begin so; * alone is any one word, [*] one or none
//   not sure ... when                 up to ten words between
//   <time> <duration> <number> ...    a class below, or a list of the file
//   ^ and $                           the sentence begins or ends here

/** The words of a text, each with a blank behind it, and where each begins in it. */
interface Row {
  readonly row: string;
  /** The same in lower case, at the same offsets. */
  readonly lower: string;
  /** Offset in the text of each character of the row. */
  readonly offsets: readonly number[];
}

const WORD = /\{[\w-]+\}|\[[\w' -]{1,30}\]|<[\w' -]{1,30}>|_{3,}|[\p{L}\p{N}]+(?:['’.:/@_-]+[\p{L}\p{N}]+)*%?|[!?]+|\ufffc+/gu;

// every pattern looks at the same sentence before the next one comes
let latest: { readonly text: string; readonly seen: Row } | undefined;

/** A text as patterns see it: words with single blanks between, punctuation gone. */
export function rowOf(text: string): Row {
  if (latest?.text === text) return latest.seen;
  let row = ' ';
  let lower = ' ';
  const offsets: number[] = [0];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const plain = word.replaceAll('’', "'");
    const small = plain.toLowerCase();
    for (let at = 0; at < plain.length; at += 1) offsets.push(index + at);
    row += `${plain} `;
    // a few letters are longer in lower case
    lower += `${small.length === plain.length ? small : plain} `;
    offsets.push(index + word.length);
  }
  const seen = { row, lower, offsets };
  latest = { text, seen };
  return seen;
}

const GAP = '(?:\\S+ ){0,10}?';
const HOUR = '(?:[01]?\\d|2[0-3])';
const CLOCK = `(?:${HOUR}[:.][0-5]\\d(?: ?[ap]\\.?m)?|${HOUR} ?[ap]\\.?m|(?:${HOUR}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) o'clock|noon|midday|midnight)`;
const WEEKDAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const MONTH = '(?:january|february|march|april|may|june|july|august|september|october|november|december)';
const DAY = `(?:${WEEKDAY}|\\d{4}-\\d\\d-\\d\\d|${MONTH} \\d{1,2}|\\d{1,2} ${MONTH}|(?:the )?end of (?:the day|day|business|business today|today)|close of business)`;
const COUNT = '(?:\\d{1,3}|an?|one|two|three|four|five|six|ten|twelve|fifteen|twenty|thirty|forty-five|sixty|half an|(?:a )?couple of|few|(?:a )?few)';

/** What a name in angle brackets stands for, on words in lower case. */
const classes: Readonly<Record<string, string>> = {
  time: `(?:${CLOCK}|${DAY})(?: (?:today|tomorrow|tonight|${WEEKDAY}|on ${WEEKDAY}))?`,
  duration: `(?:(?:the )?next )?(?:${COUNT} )?(?:more )?(?:minutes?|mins?|hours?|hrs?|days?|weeks?)`,
  number: '\\d[\\d.,]*%?',
  // two to four groups of digits with dots, ends with a device name's number, or a name of the network
  address: '\\d{1,3}(?:\\.\\d{1,3}){3}(?:[:/]\\d+)?',
  hostname:
    '(?:[a-z]{2,}\\d*-[a-z0-9]*(?:dc|sql|fs|srv|sw|ap|fw|rds|vm|exch|dhcp|dns|app|web|db|host|nas|esx)[a-z0-9-]*\\d+|(?:dc|srv|fs|sw|ap|fw|vm|rds|sql|esx)-?\\d{1,3})(?:\\.[a-z0-9.-]+)?',
  unfilled: "(?:x+ o'clock|x{1,2}[:.]x{1,2}|\\{[\\w-]+\\}|\\[[\\w' -]{1,30}\\]|<[\\w' -]{1,30}>|_{3,}|tbd|tba|xxx+|lorem)",
  exclamation: '!{2,}',
};

/** Written with capitals that count: these look at the text as it stands. */
const capitalClasses: Readonly<Record<string, string>> = {
  shouting: '(?=[A-Z]{4,} )(?!(?:HTTP|HTTPS|RAID|VLAN|DHCP|SNMP|VOIP|SMTP|IMAP|LDAP|CISA|ASAP) )[A-Z]{4,}',
  acronym: '[A-Z]{2,5}s?',
  name: "(?:[A-Z][\\p{L}\\p{N}&'.-]*)(?: [A-Z][\\p{L}\\p{N}&'.-]*){0,2}",
};

/** A pattern made ready; throws PatternError for one that cannot be read. */
export interface Pattern {
  readonly source: string;
  /** Spans of the text in which it is found, the outermost first. */
  find(text: string): Span[];
}

/** What is wrong with a pattern, in words for its author. */
export class PatternError extends Error {}

/** The names that a pattern may use without a list of its own. */
export const classNames: readonly string[] = [...Object.keys(classes), ...Object.keys(capitalClasses)];

/** Makes a pattern ready, with the lists of its file. */
export function compilePattern(source: string, lists: Readonly<Record<string, readonly string[]>> = {}): Pattern {
  const capitals = Object.keys(capitalClasses).some((name) => source.includes(`<${name}>`));
  const body = translate(source.trim(), lists, capitals, true);
  const needs = needsOf(source.trim(), lists)?.map((word) => ` ${word}`);
  // hundreds of patterns are read and few are in a text: an expression costs a millisecond when it is first used
  let expression: RegExp | undefined;
  const find = (text: string): Span[] => {
    const { row, lower, offsets } = rowOf(text);
    if (needs && !needs.some((word) => lower.includes(word))) return [];
    expression ??= new RegExp(body, capitals ? 'gu' : 'g');
    return [...(capitals ? row : lower).matchAll(expression)].flatMap(({ 0: found, index }): Span[] => {
      const start = index + (found.length - found.trimStart().length);
      const end = index + found.trimEnd().length;
      return end > start ? [[offsets[start] ?? 0, (offsets[end - 1] ?? 0) + 1]] : [];
    });
  };
  return { source, find };
}

/** Beginnings of words of which any text with the pattern holds one; undefined where there are none to name. */
function needsOf(source: string, lists: Readonly<Record<string, readonly string[]>>): readonly string[] | undefined {
  let fewest: readonly string[] | undefined;
  for (const part of partsOf(source)) {
    const words = beginningsOf(part, source, lists);
    if (words && words.length < (fewest?.length ?? Number.POSITIVE_INFINITY)) fewest = words;
  }
  return fewest;
}

function beginningsOf(part: string, source: string, lists: Readonly<Record<string, readonly string[]>>): readonly string[] | undefined {
  const inner = part.slice(1, -1);
  const all = (choices: readonly string[], known: typeof lists): readonly string[] | undefined => {
    const words = choices.map((each) => needsOf(each, known));
    return words.some((each) => each === undefined) ? undefined : words.flatMap((each) => each ?? []);
  };
  if (part === '^' || part === '$' || part === '...' || part === '*' || part.startsWith('[')) return undefined;
  if (part.startsWith('(')) return all(alternatives(inner, source), lists);
  if (part.startsWith('<')) return Object.hasOwn(lists, inner) ? all(lists[inner] ?? [], {}) : undefined;
  return [part.replace(/\*$/, '').replaceAll('’', "'").toLowerCase()];
}

/** One pattern as a regular expression over a row. Every part ends behind its blank. */
function translate(source: string, lists: Readonly<Record<string, readonly string[]>>, capitals: boolean, top: boolean): string {
  let out = '';
  const parts = partsOf(source);
  if (top && parts.filter((part) => part === '...').length > 2) throw new PatternError(`"${source}" has more than two gaps (...). Two are enough.`);
  for (const [at, part] of parts.entries()) {
    const first = part[0] ?? '';
    const inner = part.slice(1, -1);
    const several = (): string =>
      alternatives(inner, source)
        .map((each) => translate(each, lists, capitals, false))
        .join('|');
    if (part === '^' && at === 0) out += '(?<=^ )';
    else if (part === '$' && at === parts.length - 1) out += '$';
    else if (part === '...') out += GAP;
    else if (first === '(') out += `(?:${several()})`;
    else if (first === '[') out += `(?:${several()})?`;
    else if (first === '<') out += named(inner, source, lists, capitals);
    else out += word(part, capitals);
  }
  // a word begins behind a blank
  return top && !out.startsWith('(?<=^ )') ? `(?<= )${out}` : out;
}

function word(part: string, capitals: boolean): string {
  const open = part.endsWith('*');
  const text = (open ? part.slice(0, -1) : part).replaceAll('’', "'").replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  // where capitals count, other words may still begin with one
  const either = capitals ? text.replace(/^[a-z]/, (letter) => `[${letter}${letter.toUpperCase()}]`) : text.toLowerCase();
  return `${either}${open ? '\\S*' : ''} `;
}

function named(name: string, source: string, lists: Readonly<Record<string, readonly string[]>>, capitals: boolean): string {
  const own = Object.hasOwn(lists, name) ? lists[name] : undefined;
  if (own) return `(?:${own.map((each) => translate(each, {}, capitals, false)).join('|')})`;
  const known = classes[name] ?? capitalClasses[name];
  if (known === undefined)
    throw new PatternError(`"${source}" names <${name}>, but there is no such list. There are: ${[...Object.keys(lists), ...classNames].join(', ')}.`);
  return `(?:${known}) `;
}

/** Words and bracketed groups, in order. */
function partsOf(source: string): string[] {
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
    const closes = { '(': ')', '[': ']', '<': '>' }[each[0] ?? ''];
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
