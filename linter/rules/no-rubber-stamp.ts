import { defineRule } from '../core/rule.ts';
import { isDone } from '../core/run.ts';
import type { DoneAnswer } from '../core/types.generated.ts';

const MOST = 4;

export default defineRule({
  id: 'no-rubber-stamp',
  reads: 'run',
  severity: 'warning',
  from: 'closing',
  summary: 'The same note, link, ticket or file does not back five or more items.',
  why: 'Items that were ticked off in one go were rarely looked at one by one.',
  messages: { same: '{count} items give the same {field} as evidence: {ids}. Give each its own, so that one can see each was looked at.' },
  *check({ answers }) {
    const done = [...answers].filter(([, answer]) => isDone(answer)) as [string, DoneAnswer][];
    // equal dates and counts are ordinary
    for (const field of ['note', 'link', 'ticket', 'file', 'vault'] as const) {
      const users = new Map<string, string[]>();
      for (const [id, answer] of done) {
        const text = answer[field]?.trim().toLowerCase();
        if (!text) continue;
        const ids = users.get(text);
        if (ids) ids.push(id);
        else users.set(text, [id]);
      }
      for (const ids of users.values()) {
        if (ids.length <= MOST) continue;
        yield { messageId: 'same', at: ['answers', ids[0] ?? '', field], data: { count: ids.length, field, ids: ids.join(', ') } };
      }
    }
  },
});
