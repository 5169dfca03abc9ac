import { defineRule } from '../core/rule.ts';
import { answersOf } from '../core/run.ts';

const MOST = 4;

export default defineRule({
  id: 'no-rubber-stamp',
  reads: 'run',
  severity: 'warning',
  from: 'closing',
  summary: 'The same note, link, ticket or file does not back five or more items.',
  why: 'Items that were ticked off in one go were rarely looked at one by one.',
  messages: { same: '{count} items give the same {field} as evidence: {ids}. Give each its own, so that one can see each was looked at.' },
  *check(run) {
    // equal dates and counts are ordinary
    for (const field of ['note', 'link', 'ticket', 'file', 'vault'] as const) {
      const given = answersOf(run).done.filter(({ answer, part }) => answer[field] !== undefined && part === 'answers');
      if (given.length <= MOST) continue;
      const texts = given.map(({ answer }) => answer[field]?.trim().toLowerCase());
      // nearly always each has its own
      if (new Set(texts).size > texts.length - MOST) continue;
      for (const [text, users] of Map.groupBy(given, (_, index) => texts[index])) {
        if (!text || users.length <= MOST) continue;
        const ids = users.map(({ item }) => item.id);
        yield { messageId: 'same', at: ['answers', ids[0] ?? '', field], data: { count: ids.length, field, ids: ids.join(', ') } };
      }
    }
  },
});
