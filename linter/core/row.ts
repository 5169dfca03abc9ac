import type { Span } from './text.ts';

/** The words of a text as patterns see them: punctuation gone. */
export interface Row {
  readonly words: readonly string[];
  /** The same in lower case. */
  readonly lower: readonly string[];
  /** Where each word stands in the text. */
  readonly spans: readonly Span[];
}

const WORD = /\{[\w-]+\}|\[[\w' -]{1,30}\]|<[\w' -]{1,30}>|_{3,}|[\p{L}\p{N}]+(?:['’.:/@_-]+[\p{L}\p{N}]+)*%?|[!?]+|\ufffc+/gu;

// every pattern looks at the same sentence before the next one comes
let latest: { readonly text: string; readonly row: Row } | undefined;

/** The words of a text. */
export function rowOf(text: string): Row {
  if (latest?.text === text) return latest.row;
  const words: string[] = [];
  const spans: Span[] = [];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    words.push(word.replaceAll('’', "'"));
    spans.push([index, index + word.length]);
  }
  const row = { words, lower: words.map((word) => word.toLowerCase()), spans };
  latest = { text, row };
  return row;
}
