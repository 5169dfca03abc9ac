import type { Span } from './text.ts';

const MAIL = '[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,5}';

/** Every way by which somebody may be named: names, addresses and accounts of people, names of customers' contacts. */
export function personsOf(
  people: Iterable<{ readonly name: string; readonly email?: string | undefined; readonly account?: string | undefined }>,
  customers: Iterable<{ readonly contacts?: readonly { readonly name: string }[] | undefined }>,
): ReadonlySet<string> {
  const own = [...people].flatMap((person) => [person.name, person.email ?? '', person.account ?? '']);
  const contacts = [...customers].flatMap((customer) => (customer.contacts ?? []).map((each) => each.name));
  return new Set([...own, ...contacts].filter((each) => each !== ''));
}

/** Where a text names somebody: a known person, or any mail address. */
export function personsIn(text: string, persons: ReadonlySet<string>): { readonly name: string; readonly span: Span }[] {
  // the longest first, so that a whole name is one finding
  const names = [...new Set([...persons].flatMap(partsOf))].toSorted((a, b) => b.length - a.length).map(escaped);
  const pattern = new RegExp([MAIL, ...(names.length > 0 ? [`(?<![\\p{L}\\p{N}])(?:${names.join('|')})(?![\\p{L}\\p{N}])`] : [])].join('|'), 'gu');
  return [...text.matchAll(pattern)].map(({ index, 0: name }) => ({ name, span: [index, index + name.length] }));
}

/** The whole name, and its last part: a first name alone is too often a word. */
function partsOf(name: string): string[] {
  const last = name.split(' ').at(-1) ?? '';
  return name.includes(' ') && last.length > 2 ? [name, last] : [name];
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
