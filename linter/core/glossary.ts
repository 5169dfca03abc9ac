import type { Leaves } from './leaves.ts';

/**
 * What is known of words, as text. Those that begin with the same two letters stand together in a book's leaves, for few of
 * them are ever asked for: `|word what is known|words ...|`. A glossary says where: `|wo 120 345|...|`. No bar stands
 * in a word, or `|a` would be found in the place of `a`, and no blank but before one whose capitals count.
 */
export type Glossary = string;

const LETTERS = 2;
const NONE: string[] = [];

/** The glossary of words whose leaves begin at `at`, and what stands there; a blank before a word says that its capitals count. */
export function glossaryOf(words: Iterable<readonly [word: string, known: string]>, at: number): { readonly glossary: Glossary; readonly written: string } {
  const texts = new Map<string, string>();
  for (const [word, known] of words) {
    const key = keyOf(word, LETTERS);
    texts.set(key, `${texts.get(key) ?? '|'}${word} ${known}|`);
  }
  let [glossary, written] = ['|', ''];
  for (const [key, text] of texts) {
    const from = at + written.length;
    glossary += `${key} ${from} ${from + text.length}|`;
    written += text;
  }
  return { glossary, written };
}

function keyOf(word: string, letters: number): string {
  return word.slice(0, word.startsWith(' ') ? letters + 1 : letters);
}

/** A text `|word what is known|words ...|`, or a table of it. */
type Entries = string | ReadonlyMap<string, string>;

/** Texts up to this length are looked through for each word. No honest rules make a longer one, and with those of hostile ones that would take minutes. */
const LONG = 50_000;

/** A glossary to look words up in. */
export interface OpenGlossary {
  readonly places: Entries;
  readonly leaves: Leaves;
  /** Tables of long texts by their places, each made once. */
  readonly tables: Map<string, Entries>;
}

/** Opens a glossary whose texts stand in these leaves. */
export function openGlossary(glossary: Glossary, leaves: Leaves): OpenGlossary {
  return { places: glossary.length > LONG ? tableOf(glossary) : glossary, leaves, tables: new Map() };
}

function tableOf(text: string): ReadonlyMap<string, string> {
  const table = new Map<string, string>();
  for (let at = 1; at < text.length; ) {
    // a word may begin with a blank itself
    const blank = text.indexOf(' ', at + 1);
    const end = text.indexOf('|', blank);
    table.set(text.slice(at, blank), text.slice(blank + 1, end));
    at = end + 1;
  }
  return table;
}

/** What stands together with words that begin like this. */
function entriesAt(key: string, { places, leaves, tables }: OpenGlossary): Entries {
  const place = entryOf(key, places);
  if (place === undefined) return '';
  const blank = place.indexOf(' ');
  const [from, to] = [Number(place.slice(0, blank)), Number(place.slice(blank + 1))];
  if (to - from <= LONG) return leaves.slice(from, to);
  const table = tables.get(place) ?? tableOf(leaves.slice(from, to));
  tables.set(place, table);
  return table;
}

function entryOf(word: string, entries: Entries): string | undefined {
  if (typeof entries !== 'string') return entries.get(word);
  const at = entries.indexOf(`|${word} `);
  if (at === -1) return undefined;
  const start = at + word.length + 2;
  return entries.slice(start, entries.indexOf('|', start));
}

/** What is known of a word. */
export function knownOf(word: string, glossary: OpenGlossary): string | undefined {
  return entryOf(word, entriesAt(keyOf(word, LETTERS), glossary));
}

/** What is known of each beginning of a word. */
export function knownOfBeginnings(word: string, glossary: OpenGlossary): readonly string[] {
  let known: string[] = NONE;
  for (let letters = 1; letters <= LETTERS; letters += 1) {
    const key = keyOf(word, letters);
    const entries = key === keyOf(word, letters - 1) ? '' : entriesAt(key, glossary);
    if (entries === '') continue;
    if (typeof entries !== 'string') known = [...known, ...beginningsIn(word, entries)];
    else {
      for (const entry of entries.split('|')) {
        const end = entry.indexOf(' ', 1);
        if (end !== -1 && word.startsWith(entry.slice(0, end))) known = [...known, entry.slice(end + 1)];
      }
    }
  }
  return known;
}

function beginningsIn(word: string, table: ReadonlyMap<string, string>): readonly string[] {
  return Array.from({ length: word.length }, (_, at) => table.get(word.slice(0, at + 1))).filter((each) => each !== undefined);
}
