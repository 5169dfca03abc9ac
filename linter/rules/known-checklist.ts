import { defineRule } from '../core/rule.ts';
import { meant, sureIf } from '../core/suggest.ts';
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
  when: ({ checklist }) => checklist === undefined,
  *check({ run, releases }) {
    if (!run.checklist) return;
    const { id, version } = splitReference(run.checklist);
    if (releases.has(id)) return;
    const { suggestion, instead } = meant(id, releases.keys());
    const exists = suggestion !== undefined && releases.get(suggestion)?.versions.includes(version);
    const whole = instead && { ...instead, was: run.checklist, texts: [`${suggestion}@${version}`] };
    const known = [...releases.keys()].join(', ') || 'none yet; run closeout release';
    yield { messageId: suggestion ? 'typo' : 'unknown', at: ['checklist'], data: { id, suggestion, known }, instead: sureIf(whole, Boolean(exists)) };
  },
});
