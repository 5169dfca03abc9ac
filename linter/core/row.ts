import type { Desk, Word } from './desk.ts';
import type { Span } from './text.ts';

/** The words of a text as patterns see them: punctuation gone. */
export interface Row {
  readonly text: string;
  readonly words: readonly Word[];
  /** What was found out of lists and classes: behind which words one may end that begins at a word, in the order of preference. */
  ends: Map<number, readonly number[]> | undefined;
  /** Where its words stand, once something was found. */
  spans: readonly Span[] | undefined;
  /** Steps that may still be taken in it; below nothing, what was not found may be there all the same. */
  left: number;
}

/** Steps that may be taken for each character of a text: more than a hundred times what honest rules take (npm run bench:phrases). Hostile ones would go on for minutes. */
export const MOST_STEPS = 10_000;

const wordIn = (letters: string, flags: string): RegExp =>
  new RegExp(`\\{[\\w-]+\\}|\\[[\\w' -]{1,30}\\]|<[\\w' -]{1,30}>|_{3,}|[${letters}]+(?:['’.:/@_-]+[${letters}]+)*%?|[!?]+|\\ufffc+`, flags);

/** Other signs than Latin letters, punctuation and what stands for no prose. */
const WIDE = /[^\0-\xff\u2000-\u206f\ufffc]/;
const words = wordIn('a-zA-Z0-9\\xaa\\xb2\\xb3\\xb5\\xb9\\xba\\xbc-\\xbe\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\xff', 'g');
let wide: RegExp | undefined;

/** A word of the text. All letters of the world take milliseconds to make ready, and few texts have them. */
function wordsOf(text: string): RegExp {
  if (!WIDE.test(text)) return words;
  wide ??= wordIn('\\p{L}\\p{N}', 'gu');
  return wide;
}

/** The words of a text, as a book knows them. */
export function rowOf(text: string, desk: Desk): Row {
  const written: readonly string[] = text.match(wordsOf(text)) ?? [];
  return { text, words: written.map(desk.word), ends: undefined, spans: undefined, left: text.length * MOST_STEPS };
}

/** Where each word of a text stands in it. */
export function spansOf(text: string): readonly Span[] {
  return [...text.matchAll(wordsOf(text))].map(({ 0: word, index }): Span => [index, index + word.length]);
}
