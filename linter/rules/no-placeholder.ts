import { isDay } from '../core/dates.ts';
import { defineRule } from '../core/rule.ts';
import type { Path } from '../core/text.ts';

const PLACEHOLDER =
  /\bto-?do:|\btodo\b|\b(?:tbd|tbc|fixme|xxx+|lorem ipsum|fill (?:me|this) in|your-(?:name|id)|their-id|x o'?clock|x-oclock)\b|^\s*(\?+|\.{2,}|…)\s*$|<[a-z][a-z -]{1,30}>|\[[a-z][a-z -]{1,30}\]/i;

export default defineRule({
  id: 'no-placeholder',
  reads: 'run',
  severity: 'error',
  summary: 'No text is a placeholder that somebody forgot to fill in.',
  why: 'A tech reads it while a customer waits on the phone.',
  messages: { placeholder: '"{found}" looks like a placeholder. Write what is true, or delete the line.' },
  *check({ run }) {
    if (!hasPlaceholder(run)) return;
    for (const { found, at } of placeholdersIn(run)) yield { messageId: 'placeholder', at, data: { found: found.trim() } };
  },
});

/** Whether a text of a run is a placeholder: other rules need not object to it as well. */
export function isPlaceholder(text: string): boolean {
  return PLACEHOLDER.test(text);
}

/** Whether there is one in any text: a run has hundreds, and days are a third of them. */
function hasPlaceholder(value: unknown): boolean {
  if (typeof value === 'string') return !isDay(value) && isPlaceholder(value);
  if (typeof value !== 'object' || value === null) return false;
  for (const key of Object.keys(value)) if (hasPlaceholder((value as Record<string, unknown>)[key])) return true;
  return false;
}

function* placeholdersIn(value: unknown, at: Path = []): Iterable<{ found: string; at: Path }> {
  if (typeof value === 'string') {
    const found = PLACEHOLDER.exec(value)?.[0];
    if (found !== undefined) yield { found, at };
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, each] of Object.entries(value)) yield* placeholdersIn(each, [...at, Array.isArray(value) ? Number(key) : key]);
  }
}
