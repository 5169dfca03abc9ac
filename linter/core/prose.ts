import type { Span } from './text.ts';

/** Who reads a text: a customer, colleagues, or everybody who reads what a process change says of what happened. */
export type Audience = 'customer' | 'internal' | 'note';

/** A stretch of prose, such as a paragraph, with the offset in its source of each character. */
export interface Passage {
  /** What is no prose (code, quotes) is masked by MASK, so that nothing in it is found. */
  readonly text: string;
  /** One for each character of `text`; worked out when a finding asks, as most texts have none. */
  offsets(): readonly number[];
}

/** A text that is read as a whole by somebody: what one sentence lacks another may say. */
export interface Message {
  readonly audience: Audience;
  /** The first word on something: nobody knows the cause yet. */
  readonly first?: boolean | undefined;
  /** It takes days: the next word may be further off. */
  readonly longRunning?: boolean | undefined;
  readonly passages: readonly Passage[];
}

/** Stands for what is no prose: an object that words cannot run over. */
export const MASK = '\ufffc';

/** A sentence of a passage. */
export interface Sentence {
  readonly text: string;
  /** Where it begins in its passage. */
  readonly from: number;
}

/** Ends of sentences: a full stop behind these is none. */
const SHORT = /(?:\b(?:e\.g|i\.e|etc|approx|incl|no|st|dr|mr|mrs|ms|vs|a\.m|p\.m)|\b[A-Za-z])\.$/i;
const MOST_CHARACTERS = 2000;

/** Where a sentence may end. */
const STOPS = /[.!?]+(?=\s|$)/g;

/** Cuts a passage's text at full stops, question and exclamation marks; a sentence that goes on for pages is cut as well. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  const cut = (to: number): void => {
    for (let at = from; at < to; at += MOST_CHARACTERS) {
      const part = text.slice(at, Math.min(to, at + MOST_CHARACTERS));
      if (part.trim() !== '') sentences.push({ text: part, from: at });
    }
    from = to;
  };
  STOPS.lastIndex = 0;
  for (let found = STOPS.exec(text); found; found = STOPS.exec(text)) {
    const to = STOPS.lastIndex;
    // a dash may stand between: from 5 p.m. - at the latest
    if (found[0] === '.' && /^\s+(?:[-–—]\s+)?[a-z0-9]/.test(text.slice(to, to + 6)) && SHORT.test(text.slice(Math.max(from, to - 12), to))) continue;
    cut(to);
  }
  cut(text.length);
  return sentences;
}

/** Where a stretch of a passage stands in its source. */
export function sourceSpan(passage: Passage, [start, end]: Span): Span {
  const offsets = passage.offsets();
  const first = offsets[start] ?? 0;
  return [first, (offsets[end - 1] ?? first) + 1];
}

/** Masks what stands in double quotes, straight or curly: somebody else's words, or an example of how not to say it. */
export function maskQuotes(text: string): string {
  return !/["“«]/.test(text) ? text : text.replaceAll(/"[^"]{1,600}"|“[^”]{1,600}”|«[^»]{1,600}»/g, (quoted) => MASK.repeat(quoted.length));
}

/** The offset in the source of each character of a value that was read from it: escapes, indentation and quotes lie between. Undefined where the two do not fit. */
export function alignedTo(source: string, [start, end]: Span, value: string): number[] | undefined {
  if (source.startsWith(value, start) && start + value.length <= end) return Array.from({ length: value.length }, (_, at) => start + at);
  const quoted = source[start] === '"';
  const offsets: number[] = [];
  let at = quoted ? start + 1 : start;
  for (const [index, character] of [...value].entries()) {
    const code = quoted ? codeAt(source, at, character) : 0;
    if (code > 0) {
      offsets.push(...Array.from(character, () => at));
      at += code;
      continue;
    }
    if (/\s/.test(character)) {
      offsets.push(...Array.from(character, () => Math.min(at, end - 1)));
      // the last blank of a row takes all that the source has here
      if (!/\s/.test(value[index + 1] ?? '')) while (at < end && /\s/.test(source[at] ?? '')) at += 1;
      continue;
    }
    const found = source.indexOf(character, at);
    if (found === -1 || found >= end) return undefined;
    offsets.push(...Array.from(character, () => found));
    at = found + character.length;
  }
  return offsets;
}

const CODE = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([ntr0abefv"/\\ N_LP]))/y;
const LETTERS: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', N: '\u0085', _: '\u00a0', L: '\u2028', P: '\u2029' };

/** How long the code of double-quoted YAML is that stands here for a character; 0 where none does. */
function codeAt(source: string, at: number, character: string): number {
  // a backslash before a line break joins two lines
  const joined = /\\\r?\n[ \t]*/y;
  joined.lastIndex = at;
  const skipped = joined.exec(source)?.[0].length ?? 0;
  CODE.lastIndex = at + skipped;
  const match = CODE.exec(source);
  if (!match) return 0;
  const [whole, two, four, eight, letter = ''] = match;
  const hex = two ?? four ?? eight;
  const means = hex === undefined ? (LETTERS[letter] ?? letter) : String.fromCodePoint(Number.parseInt(hex, 16));
  return means === character ? skipped + whole.length : 0;
}
