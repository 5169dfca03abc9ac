// What a name in angle brackets stands for. A shape is a look at one word; a class is a pattern of words, shapes and other classes.

const HOUR = '(?:[01]?\\d|2[0-3])';

type Shapes = Readonly<Record<string, RegExp>>;

const digits: Shapes = {
  '~hour': new RegExp(`^${HOUR}$`),
  '~two-digits': /^\d{1,2}$/,
  '~three-digits': /^\d{1,3}$/,
  number: /^/,
};

const numbers: Shapes = {
  '~clock': new RegExp(`^${HOUR}(?:[:.][0-5]\\d(?:[ap]\\.?m)?|[ap]\\.?m)$`),
  '~date': /^\d{4}-\d\d-\d\d$/,
  number: /^\d[\d.,]*%?$/,
  // four groups of digits with dots
  address: /^\d{1,3}(?:\.\d{1,3}){3}(?:[:/]\d+)?$/,
};

const devices: Shapes = {
  // ends with a device's number, or a name of the network
  hostname:
    /^(?:[a-z]{2,}\d*-[a-z0-9]*(?:dc|sql|fs|srv|sw|ap|fw|rds|vm|exch|dhcp|dns|app|web|db|host|nas|esx)[a-z0-9-]*\d+|(?:dc|srv|fs|sw|ap|fw|vm|rds|sql|esx)-?\d{1,3})(?:\.[a-z0-9.-]+)?$/,
};

const blanks: Shapes = {
  '~xs': /^x+$/,
  '~blank': /^(?:x{1,2}[:.]x{1,2}|\{[\w-]+\}|\[[\w' -]{1,30}\]|<[\w' -]{1,30}>|_{3,}|xxx+)$/,
  exclamation: /^!{2,}$/,
};

const capitals: Shapes = {
  shouting: /^(?!(?:HTTP|HTTPS|RAID|VLAN|DHCP|SNMP|VOIP|SMTP|IMAP|LDAP|CISA|ASAP)$)[A-Z]{4,}$/,
  acronym: /^[A-Z]{2,5}s?$/,
};

const names: Shapes = {
  // a word that begins with a letter goes on with letters, digits and these signs, or others that names do not have
  '~name': /^[A-Z][^:/@_%]*$/,
};

/** Shapes by what a word with one of them has: to make an expression ready takes longer than all looks at it. */
const onSmall: readonly (readonly [guard: RegExp, shapes: Shapes])[] = [
  [/^\d+$/, digits],
  [/^\d.*\D/, numbers],
  [/^[a-z].*\d/, devices],
  [/^[x{[<_!]/, blanks],
];
/** The same of words as they stand: capitals count. */
const onWritten: typeof onSmall = [
  [/^[A-Z]{2}/, capitals],
  [/^[A-Z]/, names],
];

const WEEKDAY = '(monday|tuesday|wednesday|thursday|friday|saturday|sunday)';
const MONTH = '(january|february|march|april|may|june|july|august|september|october|november|december)';

// longer ways stand before shorter ones: as many words are taken as can be
const patterns: Readonly<Record<string, string>> = {
  time: `(<~point>|<~day>) [today|tomorrow|tonight|${WEEKDAY}|on ${WEEKDAY}]`,
  '~point': `(<~clock> [am|pm|a.m|p.m]|<~hour> (am|pm|a.m|p.m)|(<~hour>|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) o'clock|noon|midday|midnight)`,
  '~day': `(${WEEKDAY}|<~date>|${MONTH} <~two-digits>|<~two-digits> ${MONTH}|[the] end of ([the] day|business [today]|today)|close of business)`,
  duration: '[[the] next] [<~count>] [more] (minute|minutes|min|mins|hour|hours|hr|hrs|day|days|week|weeks)',
  '~count': '(half an|[a] couple of|[a] few|<~three-digits>|a|an|one|two|three|four|five|six|ten|twelve|fifteen|twenty|thirty|forty-five|sixty)',
  unfilled: "(<~xs> o'clock|<~blank>|tbd|tba|lorem)",
  name: '<~name> [<~name>] [<~name>]',
};

/** The names that a pattern may use without a list of its own; those with a tilde are for this file alone. */
export const classNames: readonly string[] = ['time', 'duration', 'number', 'address', 'hostname', 'unfilled', 'exclamation', 'shouting', 'acronym', 'name'];

/** Names that look at capitals: a pattern with one of them tells small words from big ones. */
export const capitalNames: readonly string[] = ['shouting', 'acronym', 'name'];

/** Words that have none of the shapes above, told at a glance: most are so. */
const PLAIN = /^[a-wyz][a-z'-]*$/;

/** The names of the shapes that a word has; `lower`: the same word in lower case. */
export function shapesOf(word: string, lower: string): readonly string[] {
  return PLAIN.test(word) ? [] : [...fitting(onSmall, lower), ...fitting(onWritten, word)];
}

function fitting(kinds: typeof onSmall, word: string): readonly string[] {
  return kinds.flatMap(([guard, shapes]) => (guard.test(word) ? Object.keys(shapes).filter((name) => shapes[name]?.test(word)) : []));
}

/** Whether the name stands for what one word has to look like. */
export function isShape(name: string): boolean {
  return [...onSmall, ...onWritten].some(([, shapes]) => Object.hasOwn(shapes, name));
}

/** The words that a class stands for, as a pattern; undefined where there is no such class. */
export function classPattern(name: string): string | undefined {
  return patterns[name];
}
