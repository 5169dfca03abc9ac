import { applies } from '../core/checklist.ts';
import { evidenceAsked } from '../core/evidence.ts';
import { defineRule } from '../core/rule.ts';
import { formOf } from '../core/run.ts';
import { misspelt } from './known-item.ts';

const who = { lead: 'The lead answers it', support: 'Support answers it', either: 'The lead or support answers it' } as const;

export default defineRule({
  id: 'item-answered',
  reads: 'run',
  severity: 'error',
  from: 'closing',
  pending: true,
  summary: 'Every item that applies and must be answered in the phase is answered.',
  why: 'What is open when the lead tech leaves is what support is left holding.',
  messages: {
    open: '"{title}" is open. {who}{evidence}.',
    missing: '"{title}" is missing from the answers. {who}{evidence}. Deleting an item does not answer it; add "{id}: open" until it is.',
    should: '"{title}" is open. It does not block closing.',
  },
  *check(document) {
    const { run, checklist, answers, phases, state, broken } = document;
    if (broken.has('answers')) return;
    const elsewhere = misspelt(document, 'answers');
    const kinds = run.project?.kinds ?? {};
    for (const item of checklist?.items.values() ?? []) {
      const answer = answers.get(item.id);
      // most items are answered: whether they apply is asked of the others only
      if (formOf(answer) !== 'open' || !phases.includes(item.phase) || !applies(item, kinds)) continue;
      if (elsewhere.has(item.id) || broken.has(`answers/${item.id}`)) continue;
      const evidence = item.evidence === 'none' ? '' : ` and gives ${evidenceAsked[item.evidence]}`;
      const base = { at: answer ? ['answers', item.id] : ['answers'], on: answer ? undefined : ('key' as const), item: item.id };
      const data = { id: item.id, title: item.title, who: who[item.by], evidence };
      if (item.level === 'must') yield { ...base, messageId: answer ? 'open' : 'missing', data };
      else if (item.level === 'should' && state === 'closing') yield { ...base, messageId: 'should', data, severity: 'info' };
    }
  },
});
