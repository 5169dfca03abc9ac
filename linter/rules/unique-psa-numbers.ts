import type { NumberedRun } from '../core/documents.ts';
import { psaKey } from '../core/psa-number.ts';
import { defineRule } from '../core/rule.ts';

export default defineRule({
  id: 'unique-psa-numbers',
  reads: 'library',
  severity: 'error',
  summary: 'No two runs name the same project of the PSA.',
  why: 'Of two runs with one number nobody can tell which the project hangs on: whether it may close, and whether it was closed past the gate.',
  messages: {
    twice: 'Project {number} of the PSA is named by {other} too, and only one run can be it. Correct the number, or delete it in one of the two.',
  },
  *check({ numbered }) {
    for (const runs of Map.groupBy(numbered, ({ number }) => psaKey(number)).values()) {
      const [first, ...later] = runs.toSorted(byAge);
      // nobody works on the archive any more
      for (const { file, number, over } of later) if (!over) yield { messageId: 'twice', at: ['project', 'psa'], file, data: { number, other: first?.id } };
    }
  },
});

/** Who came first, the archive before all: the number is told where it was most likely copied to. */
function byAge(a: NumberedRun, b: NumberedRun): number {
  return Number(b.over) - Number(a.over) || (`${a.started} ${a.id}` < `${b.started} ${b.id}` ? -1 : 1);
}
