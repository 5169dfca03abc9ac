import { applies } from '../core/checklist.ts';
import { defineRule } from '../core/rule.ts';
import { answersOf } from '../core/run.ts';
import { listed } from '../core/verdict.ts';

export default defineRule({
  id: 'item-applies',
  reads: 'run',
  severity: 'error',
  summary: 'Only items that apply to the kinds of the project are answered.',
  why: 'An answer to an item that does not apply means that either the answer or the kinds are wrong.',
  messages: { extra: '"{title}" does not apply to this project: {reason}. Delete the line, or correct the kinds.' },
  *check(document) {
    const kinds = document.run.project?.kinds ?? {};
    for (const { item, part } of answersOf(document).all) {
      if (part !== 'answers' || applies(item, kinds) !== false) continue;
      yield { messageId: 'extra', at: [part, item.id], on: 'key', data: { title: item.title, reason: reasonOf(item.when, kinds) } };
    }
  },
});

type When = { any?: string[]; all?: string[]; none?: string[] } | undefined;

function reasonOf(when: When, kinds: Readonly<Record<string, boolean | undefined>>): string {
  const forbidden = when?.none?.filter((kind) => kinds[kind]) ?? [];
  if (forbidden.length > 0) return `${listed(forbidden)} ${forbidden.length === 1 ? 'is' : 'are'} true`;
  const lacking = when?.all?.filter((kind) => !kinds[kind]) ?? [];
  if (lacking.length > 0) return `${listed(lacking)} ${lacking.length === 1 ? 'is' : 'are'} false`;
  const any = when?.any ?? [];
  if (any.length < 3) return any.length === 1 ? `${any[0]} is false` : `neither ${any.join(' nor ')} is true`;
  return `none of ${listed(any)} is true`;
}
