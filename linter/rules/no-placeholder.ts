import { once } from '../core/once.ts';
import { defineRule } from '../core/rule.ts';
import { telling } from '../core/telling.ts';
import type { Path } from '../core/text.ts';

const WORDS = String.raw`\bto-?do:|\btodo\b|\b(?:tbd|tbc|fixme|xxx+|lorem ipsum|fill (?:me|this) in|your-(?:name|id)|their-id|x o'?clock|x-oclock)\b|<[a-z][a-z -]{1,30}>|\[[a-z][a-z -]{1,30}\]`;
const placeholder = once(() => new RegExp(String.raw`${WORDS}|^\s*(?:\?+|\.{2,}|\u2026)\s*$`, 'i'));
/** Letters of which some stand in each placeholder of words, however a file breaks or quotes it. */
const LETTERS = ['todo', 'to-do', 'tbd', 'tbc', 'fixme', 'xxx', 'lorem', 'fill', 'your-', 'their-id', 'clock'];
/** What else a file's text holds where a value is a placeholder: words in brackets, where a blank may be a line break; signs at its end; or a backslash hides it. */
const SIGNS = String.raw`<[a-z][a-z\s-]+>|\[[a-z][a-z\s-]+\]|(?:\?|\.\.|\u2026)\s*(?:["'\n,}\]#]|$)|\\`;

export default defineRule({
  id: 'no-placeholder',
  reads: 'run',
  severity: 'error',
  summary: 'No text is a placeholder that somebody forgot to fill in.',
  why: 'A tech reads it while a customer waits on the phone.',
  messages: { placeholder: '"{found}" looks like a placeholder. Write what is true, or delete the line.' },
  // one look at the text in place of hundreds at its values
  when: ({ text }) => mayHoldOne(text.toLowerCase()),
  *check({ run }) {
    for (const { found, at } of placeholdersIn(run)) yield { messageId: 'placeholder', at, data: { found: found.trim() } };
  },
});

const signs = once(() => new RegExp(SIGNS));
const mayHoldOne = telling(
  (lower) => LETTERS.some((letters) => lower.includes(letters)) || ((FIRST.some((sign) => lower.includes(sign)) || hasBrackets(lower)) && signs().test(lower)),
  () => new RegExp(`${LETTERS.join('|')}|${SIGNS}`),
);

/** Signs of which one stands wherever those are, but for square brackets. */
const FIRST = ['<', '?', '..', '\u2026', '\\'];

/** Whether square brackets hold anything but a list: of brackets in brackets the innermost ones, so that each sign is looked at twice at most. */
function hasBrackets(text: string): boolean {
  for (let at = text.indexOf('['); at !== -1; ) {
    const end = text.indexOf(']', at);
    if (end === -1) return false;
    if (!text.slice(text.lastIndexOf('[', end), end).includes(',')) return true;
    at = text.indexOf('[', end);
  }
  return false;
}

/** Whether a text of a run is a placeholder: other rules need not object to it as well. */
export function isPlaceholder(text: string): boolean {
  return placeholder().test(text);
}

function* placeholdersIn(value: unknown, at: Path = []): Iterable<{ found: string; at: Path }> {
  if (typeof value === 'string') {
    const found = placeholder().exec(value)?.[0];
    if (found !== undefined) yield { found, at };
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, each] of Object.entries(value)) yield* placeholdersIn(each, [...at, Array.isArray(value) ? Number(key) : key]);
  }
}
