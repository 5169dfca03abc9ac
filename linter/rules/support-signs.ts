import { isWhole } from '../core/checklist.ts';
import { defineRule } from '../core/rule.ts';

export default defineRule({
  id: 'support-signs',
  reads: 'checklist',
  severity: 'error',
  summary: "A project's checklist is owned by support, and support signs its closing phase independently.",
  why: 'Support lives with what is handed over. Their signature is what shifts the responsibility.',
  messages: {
    owner: "A project's checklist is owned by support, not by {owner}. Set owner: support.",
    phase: 'A project\'s checklist needs the phase "{phase}". Add it to phases.',
    nobody: 'Nobody of support signs the closing phase. Add {{ phase: closing, role: support, independent: true }} to signoffs.',
    dependent: "Support's closing sign-off is not independent, so the lead could give it. Add independent: true.",
  },
  *check({ data, broken }) {
    if (data.subject !== 'project') return;
    if (data.owner && data.owner !== 'support') yield { messageId: 'owner', at: ['owner'], data: { owner: data.owner } };
    for (const phase of ['closing', 'watch']) {
      if (data.phases && isWhole('phases', data, broken) && !data.phases.includes(phase)) yield { messageId: 'phase', at: ['phases'], data: { phase } };
    }
    // what is left out, because it does not fit the schema, may be the sign-off that is looked for
    if (!isWhole('signoffs', data, broken)) return;
    const signoffs = data.signoffs ?? [];
    const index = signoffs.findIndex((each) => each?.phase === 'closing' && each.role === 'support');
    if (index === -1) yield { messageId: 'nobody', at: ['signoffs'], on: 'key' };
    else if (!signoffs[index]?.independent) yield { messageId: 'dependent', at: ['signoffs', index] };
  },
});
