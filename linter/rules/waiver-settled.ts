import { defineRule } from '../core/rule.ts';
import { formOf, isWaived } from '../core/run.ts';
import { misspelt } from './known-item.ts';

export default defineRule({
  id: 'waiver-settled',
  reads: 'run',
  severity: 'error',
  from: 'closing',
  summary: 'A finished run has every waiver made good.',
  why: 'When the watch window ends nobody looks any more. A promise that is still open then is forgotten.',
  messages: {
    open: '"{title}" was waived and is not settled. Add it under settled once it is done: {id}: {{ done: {today}, by: your-id }}.',
    again: '"{title}" was settled by a new waiver, which is still open. Settle it before the run is finished.',
  },
  when: ({ state }) => state === 'finished',
  *check(run) {
    const { answers, settled, checklist, today, broken } = run;
    const elsewhere = misspelt(run, 'settled');
    for (const [id, answer] of answers) {
      if (!isWaived(answer) || broken.has('settled') || broken.has(`settled/${id}`) || elsewhere.has(id)) continue;
      const title = checklist?.items.get(id)?.title ?? id;
      const later = settled.get(id);
      if (isWaived(later)) yield { messageId: 'again', at: ['settled', id], on: 'key', data: { title } };
      else if (formOf(later) === 'open') yield { messageId: 'open', at: ['answers', id], on: 'key', data: { title, id, today } };
    }
  },
});
