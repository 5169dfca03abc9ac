import { defineRule } from '../core/rule.ts';
import { explainsNothing } from '../core/said.ts';
import { isPlaceholder } from './no-placeholder.ts';

export default defineRule({
  id: 'reason-given',
  reads: 'run',
  severity: 'error',
  archive: true,
  summary: 'A run that is cancelled says why.',
  why: 'The customer asks a year later, and the lead tech has left.',
  messages: {
    missing: 'A cancelled run says why. Add a line at the end of the file: reason: ...',
    thin: '"{reason}" does not say why. One sentence about what happened is enough.',
  },
  when: ({ run }) => run.reason !== undefined || run.state === 'cancelled',
  *check({ run, broken, archived }) {
    const { reason } = run;
    if (broken.has('reason')) return;
    if (reason === undefined) yield { messageId: 'missing', at: ['state'] };
    else if (explainsNothing(reason, 10) && (archived || !isPlaceholder(reason))) yield { messageId: 'thin', at: ['reason'], data: { reason } };
  },
});
