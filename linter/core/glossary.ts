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

/** What stands together with words that begin like this. */
function textAt(key: string, glossary: Glossary, leaves: Leaves): string | undefined {
  const place = entryOf(key, glossary);
  if (place === undefined) return undefined;
  const blank = place.indexOf(' ');
  return leaves.slice(Number(place.slice(0, blank)), Number(place.slice(blank + 1)));
}

function entryOf(word: string, text: string): string | undefined {
  const at = text.indexOf(`|${word} `);
  if (at === -1) return undefined;
  const start = at + word.length + 2;
  return text.slice(start, text.indexOf('|', start));
}

/** What is known of a word. */
export function knownOf(word: string, glossary: Glossary, leaves: Leaves): string | undefined {
  return entryOf(word, textAt(keyOf(word, LETTERS), glossary, leaves) ?? '');
}

/** What is known of each beginning of a word. */
export function knownOfBeginnings(word: string, glossary: Glossary, leaves: Leaves): readonly string[] {
  let known: string[] = NONE;
  for (let letters = 1; letters <= LETTERS; letters += 1) {
    const key = keyOf(word, letters);
    const text = key === keyOf(word, letters - 1) ? undefined : textAt(key, glossary, leaves);
    if (text === undefined) continue;
    for (const entry of text.split('|')) {
      const end = entry.indexOf(' ', 1);
      if (end !== -1 && word.startsWith(entry.slice(0, end))) known = [...known, entry.slice(end + 1)];
    }
  }
  return known;
}
