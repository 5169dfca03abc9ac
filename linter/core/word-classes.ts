import type { Row } from './row.ts';

const HOUR = '(?:[01]?\\d|2[0-3])';
const CLOCK = `(?:${HOUR}[:.][0-5]\\d(?: ?[ap]\\.?m)?|${HOUR} ?[ap]\\.?m|(?:${HOUR}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) o'clock|noon|midday|midnight)`;
const WEEKDAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const MONTH = '(?:january|february|march|april|may|june|july|august|september|october|november|december)';
const DAY = `(?:${WEEKDAY}|\\d{4}-\\d\\d-\\d\\d|${MONTH} \\d{1,2}|\\d{1,2} ${MONTH}|(?:the )?end of (?:the day|day|business|business today|today)|close of business)`;
const COUNT = '(?:\\d{1,3}|an?|one|two|three|four|five|six|ten|twelve|fifteen|twenty|thirty|forty-five|sixty|half an|(?:a )?couple of|few|(?:a )?few)';

/** What a name in angle brackets stands for, on words in lower case with single blanks between. */
const small: Readonly<Record<string, string>> = {
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

/** Written with capitals that count: these look at the words as they stand. */
const capital: Readonly<Record<string, string>> = {
  shouting: '(?!(?:HTTP|HTTPS|RAID|VLAN|DHCP|SNMP|VOIP|SMTP|IMAP|LDAP|CISA|ASAP) )[A-Z]{4,}',
  acronym: '[A-Z]{2,5}s?',
  name: "(?:[A-Z][\\p{L}\\p{N}&'.-]*)(?: [A-Z][\\p{L}\\p{N}&'.-]*){0,2}",
};

/** The names that a pattern may use without a list of its own. */
export const classNames: readonly string[] = [...Object.keys(small), ...Object.keys(capital)];

/** Names that look at capitals: a pattern with one of them tells small words from big ones. */
export const capitalNames: ReadonlySet<string> = new Set(Object.keys(capital));

/** "the end of the day on Monday" is the longest that a class takes, and some to spare. */
const MOST_WORDS = 9;
const expressions = new Map<string, { readonly begins: RegExp; readonly whole: RegExp }>();

// an expression costs most when it is first used: each class has one for all patterns, and is asked once for a place
let latest: { readonly row: Row; readonly ends: Map<string, readonly number[]> } | undefined;

/** Behind which words a class that begins at a word may end: indexes, the longest first; none where it does not begin there. */
export function endsOfClass(name: string, row: Row, at: number): readonly number[] {
  if (latest?.row !== row) latest = { row, ends: new Map() };
  const key = `${name} ${at}`;
  const ends = latest.ends.get(key) ?? findEnds(name, row, at);
  latest.ends.set(key, ends);
  return ends;
}

function findEnds(name: string, { words, lower }: Row, at: number): number[] {
  const { begins, whole } = expressionsOf(name);
  const all = capitalNames.has(name) ? words : lower;
  const rest = all.slice(at, at + MOST_WORDS);
  if (!begins.test(`${rest.join(' ')} `)) return [];
  const ends: number[] = [];
  for (; rest.length > 0; rest.pop()) if (whole.test(`${rest.join(' ')} `)) ends.push(at + rest.length);
  return ends;
}

function expressionsOf(name: string): { readonly begins: RegExp; readonly whole: RegExp } {
  const source = small[name] ?? capital[name];
  const made = expressions.get(name) ?? { begins: new RegExp(`^(?:${source}) `, 'u'), whole: new RegExp(`^(?:${source}) $`, 'u') };
  expressions.set(name, made);
  return made;
}
