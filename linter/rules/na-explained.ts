import { defineRule } from '../core/rule.ts';
import { answersOf } from '../core/run.ts';
import { isPlaceholder } from './no-placeholder.ts';

const EMPTY = /^(n\/?a|none|nothing|no|not? (applicable|needed|required|relevant)|does not apply|doesn't apply|not in use|-+|\?|\.)[.!]*$/i;

export default defineRule({
  id: 'na-explained',
  reads: 'run',
  severity: 'error',
  from: 'closing',
  summary: 'An item that is not applicable says why.',
  why: 'Half a year later the reason is all that support has.',
  messages: { empty: '"{reason}" does not say why "{title}" is not applicable. Say what is different here, for example "The customer has no server room".' },
  *check(run) {
    for (const { item, answer, at } of answersOf(run).na) {
      if (item.na === 'never') continue;
      const reason = answer.na.trim();
      if (isPlaceholder(reason)) continue;
      if (EMPTY.test(reason) || reason.length < 5) yield { messageId: 'empty', at: [...at, 'na'], data: { reason, title: item.title } };
    }
  },
});
