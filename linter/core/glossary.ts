import { type Numbers, numbersIn } from './numbers.ts';
import type { Member } from './pattern-words.ts';

/**
 * Numbers by words. Those that begin with the same two letters share a text, which is read when a word asks for it:
 * `|word 1 2 3|word 4|`. Neither a bar nor a blank stands in a word of a pattern.
 */
export type Glossary = Readonly<Record<string, string>>;

const LETTERS = 2;

/** The glossary of words; a blank before one says that its capitals count. */
export function glossaryOf(words: Iterable<readonly [word: string, numbers: Numbers]>): Glossary {
  const texts = new Map<string, string>();
  for (const [word, numbers] of words) {
    const key = word.slice(0, word.startsWith(' ') ? LETTERS + 1 : LETTERS);
    texts.set(key, `${texts.get(key) ?? '|'}${word} ${numbers}|`);
  }
  return Object.fromEntries(texts);
}

/** The numbers of a word. */
export function numbersOf(word: Member, glossary: Glossary): readonly number[] {
  const text = glossary[word.slice(0, word.startsWith(' ') ? LETTERS + 1 : LETTERS)];
  const at = text?.indexOf(`|${word} `) ?? -1;
  if (text === undefined || at === -1) return [];
  const start = at + word.length + 2;
  return numbersIn(text.slice(start, text.indexOf('|', start)));
}

/** The numbers of all that a word begins with. */
export function numbersOfBeginnings(word: string, glossary: Glossary): readonly number[] {
  const numbers: number[] = [];
  const letters = word.startsWith(' ') ? 1 : 0;
  for (let length = 1; length <= Math.min(LETTERS, word.length - letters); length += 1) {
    for (const entry of glossary[word.slice(0, letters + length)]?.split('|') ?? []) {
      const end = entry.indexOf(' ', 1);
      if (end !== -1 && word.startsWith(entry.slice(0, end))) numbers.push(...numbersIn(entry.slice(end + 1)));
    }
  }
  return numbers;
}
