import { defineRule } from '../core/rule.ts';

export default defineRule({
  id: 'run-kept',
  reads: 'library',
  severity: 'error',
  firm: true,
  summary: 'A run stays where it is, and stays.',
  why: 'A run that is moved or deleted takes its answers and signatures with it. What is over is finished or cancelled.',
  messages: {
    gone: 'This run was deleted or moved. Put it back; a project that is called off gets state: cancelled and a reason.',
  },
  *check({ gone = [] }) {
    for (const { file, kind } of gone) if (kind === 'run' && file.startsWith('records/')) yield { messageId: 'gone', at: [], file };
  },
});
