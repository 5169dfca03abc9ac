import { defineRule } from '../core/rule.ts';
import { compareVersions } from '../core/version.ts';

export default defineRule({
  id: 'change-explained',
  reads: 'checklist',
  severity: 'error',
  summary: 'Every version of a checklist has an entry that says why it came, newest first.',
  why: 'People keep to a list whose reasons they know.',
  messages: {
    missing: 'The newest entry of changes is for {newest}, but the checklist is at {version}. Run closeout release, or add the entry.',
    order: 'Changes stand newest first: {version} belongs above {above}.',
    dates: '{version} is dated {date}, after {above}, which came later. Correct one of the two days.',
    thin: '"{why}" does not say why. One sentence about what happened is enough.',
  },
  *check({ data }) {
    const changes = data.changes ?? [];
    const newest = changes[0];
    if (newest && data.version && newest.version !== data.version) {
      yield { messageId: 'missing', at: ['changes', 0, 'version'], data: { newest: newest.version, version: data.version } };
    }
    for (const [index, change] of changes.entries()) {
      if (!change) continue;
      if (change.why.trim().length < 10) yield { messageId: 'thin', at: ['changes', index, 'why'], data: { why: change.why } };
      const above = changes[index - 1];
      if (!above) continue;
      const data = { version: change.version, above: above.version, date: change.date };
      if (compareVersions(change.version, above.version) >= 0) yield { messageId: 'order', at: ['changes', index, 'version'], data };
      else if (change.date > above.date) yield { messageId: 'dates', at: ['changes', index, 'date'], data };
    }
  },
});
