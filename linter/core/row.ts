import type { Span } from './text.ts';

/** The words of a text as patterns see them: punctuation gone. */
export interface Row {
  readonly words: readonly string[];
  /** The same in lower case. */
  readonly lower: readonly string[];
  /** The words in lower case in one text, each between blanks. */
  readonly joined: string;
  /** Where each word stands in the text. */
  readonly spans: readonly Span[];
}

const WORD = /\{[\w-]+\}|\[[\w' -]{1,30}\]|<[\w' -]{1,30}>|_{3,}|[\p{L}\p{N}]+(?:['’.:/@_-]+[\p{L}\p{N}]+)*%?|[!?]+|\ufffc+/gu;

/** The words of a text. */
export function rowOf(text: string): Row {
  const words: string[] = [];
  const spans: Span[] = [];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    words.push(word.replaceAll('’', "'"));
    spans.push([index, index + word.length]);
  }
  const lower = words.map((word) => word.toLowerCase());
  return { words, lower, joined: ` ${lower.join(' ')} `, spans };
}
