import { defineRule } from '../core/rule.ts';
import { nearest } from '../core/suggest.ts';
import { splitReference } from '../core/version.ts';

export default defineRule({
  id: 'known-checklist',
  reads: 'run',
  severity: 'error',
  archive: true,
  summary: 'A run is pinned to a checklist that has been released.',
  why: 'Without its checklist nobody can say what is left.',
  messages: {
    unknown: 'There is no released checklist "{id}". Released are: {known}.',
    typo: 'There is no released checklist "{id}". Did you mean "{suggestion}"?',
  },
  *check({ run, releases }) {
    if (!run.checklist) return;
    const { id } = splitReference(run.checklist);
    if (releases.has(id)) return;
    const suggestion = nearest(id, releases.keys());
    const known = [...releases.keys()].join(', ') || 'none yet; run closeout release';
    yield { messageId: suggestion ? 'typo' : 'unknown', at: ['checklist'], data: { id, suggestion, known } };
  },
});
