import { defineRule } from '../core/rule.ts';
import { isDone } from '../core/run.ts';

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
    const users = new Map<string, string[]>();
    for (const [id, answer] of answers) {
      if (!isDone(answer)) continue;
      // equal dates and counts are ordinary
      for (const field of ['note', 'link', 'ticket', 'file', 'vault'] as const) {
        if (!answer[field]) continue;
        const key = JSON.stringify([field, answer[field].trim().toLowerCase()]);
        users.set(key, [...(users.get(key) ?? []), id]);
      }
    }
    for (const [key, ids] of users) {
      if (ids.length <= MOST) continue;
      const [field] = JSON.parse(key) as [string];
      yield { messageId: 'same', at: ['answers', ids[0] ?? '', field], data: { count: ids.length, field, ids: ids.join(', ') } };
    }
  },
});
