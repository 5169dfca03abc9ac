import { defineRule } from '../core/rule.ts';
import { answersOf } from '../core/run.ts';
import { explainsNothing } from '../core/said.ts';
import { isPlaceholder } from './no-placeholder.ts';

export default defineRule({
  id: 'na-explained',
  reads: 'run',
  severity: 'error',
  from: 'closing',
  summary: 'An item that is not applicable says why.',
  why: 'Half a year later the reason is all that support has.',
  messages: { empty: '"{reason}" does not say why "{title}" is not applicable. Say what is different here, for example "The customer has no server room".' },
  when: (run) => answersOf(run).na.length > 0,
  *check(run) {
    for (const { item, answer, part } of answersOf(run).na) {
      if (item.na === 'never') continue;
      const reason = answer.na.trim();
      if (explainsNothing(reason, 5) && !isPlaceholder(reason)) yield { messageId: 'empty', at: [part, item.id, 'na'], data: { reason, title: item.title } };
    }
  },
});
