import { versionFaults } from '../core/changes.ts';
import { defineRule } from '../core/rule.ts';

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
    yield* versionFaults(data);
  },
});
