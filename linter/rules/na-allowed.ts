import { defineRule } from '../core/rule.ts';
import { answersOf } from '../core/run.ts';

export default defineRule({
  id: 'na-allowed',
  reads: 'run',
  severity: 'error',
  from: 'closing',
  summary: 'An item that always applies is not answered with na.',
  why: 'Some things are never out of scope; the checklist says which.',
  messages: { never: '"{title}" cannot be not applicable. Do it, or have it waived.' },
  when: (run) => answersOf(run).na.length > 0,
  *check(run) {
    for (const { item, part } of answersOf(run).na) {
      if (item.na === 'never') yield { messageId: 'never', at: [part, item.id, 'na'], data: { title: item.title } };
    }
  },
});
