import { versionFaults } from '../core/changes.ts';
import { defineRule } from '../core/rule.ts';

export default defineRule({
  id: 'update-explained',
  reads: 'update',
  severity: 'error',
  summary: 'Every version of an update template has an entry that says why it came, newest first.',
  why: 'Who knows why a sentence stands there leaves it standing.',
  messages: {
    missing: 'The newest entry of changes is for {newest}, but the template is at {version}. Add an entry for {version}.',
    order: 'Changes stand newest first: {version} belongs above {above}.',
    dates: '{version} is dated {date}, after {above}, which came later. Correct one of the two days.',
    thin: '"{why}" does not say why. One sentence about what happened is enough.',
  },
  *check({ data }) {
    yield* versionFaults(data);
  },
});
