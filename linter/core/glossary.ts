/**
 * What is known of words, as text. Those that begin with the same two letters stand together, for few of them are ever asked
 * for: `|word what is known|words ...|`. Neither a bar nor a blank stands in a word of a pattern.
 */
export type Glossary = Readonly<Record<string, string>>;

const LETTERS = 2;

/** The glossary of words; a blank before one says that its capitals count. */
export function glossaryOf(words: Iterable<readonly [word: string, known: string]>): Glossary {
  const texts = new Map<string, string>();
  for (const [word, known] of words) {
    const key = keyOf(word, LETTERS);
    texts.set(key, `${texts.get(key) ?? '|'}${word} ${known}|`);
  }
  return Object.fromEntries(texts);
}

function keyOf(word: string, letters: number): string {
  return word.slice(0, word.startsWith(' ') ? letters + 1 : letters);
}

/** What is known of a word. */
export function knownOf(word: string, glossary: Glossary): readonly string[] {
  const text = glossary[keyOf(word, LETTERS)];
  const at = text === undefined ? -1 : text.indexOf(`|${word} `);
  if (text === undefined || at === -1) return [];
  const start = at + word.length + 2;
  return [text.slice(start, text.indexOf('|', start))];
}

/** What is known of each beginning of a word. */
export function knownOfBeginnings(word: string, glossary: Glossary): readonly string[] {
  const known: string[] = [];
  for (let letters = 1; letters <= LETTERS; letters += 1) {
    const key = keyOf(word, letters);
    const text = key === keyOf(word, letters - 1) ? undefined : glossary[key];
    if (text === undefined) continue;
    for (const entry of text.split('|')) {
      const end = entry.indexOf(' ', 1);
      if (end !== -1 && word.startsWith(entry.slice(0, end))) known.push(entry.slice(end + 1));
    }
  }
  return known;
}
