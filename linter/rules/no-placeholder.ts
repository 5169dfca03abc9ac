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
    for (const { found, at } of placeholdersIn(run)) yield { messageId: 'placeholder', at, data: { found: found.trim() } };
  },
});

/** Whether a text of a run is a placeholder: other rules need not object to it as well. */
export function isPlaceholder(text: string): boolean {
  return PLACEHOLDER.test(text);
}

/** Walks all texts once; paths are made only where something is found, for a run has hundreds of texts. */
function placeholdersIn(value: unknown): readonly { found: string; at: Path }[] {
  if (typeof value === 'string') {
    // days are a third of all texts of a run
    const found = isDay(value) ? undefined : PLACEHOLDER.exec(value)?.[0];
    return found === undefined ? none : [{ found, at: [] }];
  }
  if (typeof value !== 'object' || value === null) return none;
  let all = none;
  for (const key of Object.keys(value)) {
    const found = placeholdersIn((value as Record<string, unknown>)[key]);
    if (found.length > 0) all = [...all, ...found.map((each) => ({ ...each, at: [Array.isArray(value) ? Number(key) : key, ...each.at] }))];
  }
  return all;
}

const none: readonly { found: string; at: Path }[] = [];
