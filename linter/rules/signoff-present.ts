import type { RunDocument, SignoffDocument } from '../core/documents.ts';
import { defineRule } from '../core/rule.ts';
import { askedSignoffs, findSignoff } from '../core/seal.ts';

/** As a command line takes it: a run outside the records goes by its file. */
function nameOf({ id, file }: RunDocument): string {
  return file === `records/projects/${id}/run.yaml` ? id : file;
}

export default defineRule({
  id: 'signoff-present',
  reads: 'run',
  severity: 'error',
  from: 'closing',
  pending: true,
  archive: true,
  last: true,
  summary: 'Every sign-off that the checklist asks for in the phase is there, and is for this run.',
  why: 'With the signature the responsibility passes from the project to support, and both know it.',
  messages: {
    missing: 'The {phase} phase is not signed by {role}. To sign: closeout sign {run} --role {role} --by your-id.',
    other: 'This sign-off is for {what}, not for {expected}. Delete it and sign anew: a signature counts only for what it was given for.',
    folder: 'This sign-off is for {what}, not for {expected}. If the folder was renamed, name it back; otherwise delete this file and sign anew.',
    unasked: '{checklist} asks for no sign-off by {role} on {phase}. Delete this file.',
    unsealed: 'This sign-off has no seal, so nobody can tell what was signed. Delete it and sign with closeout sign.',
  },
  *check(run) {
    const asked = askedSignoffs(run);
    for (const [index, { phase, role }] of asked.entries()) {
      if (!run.phases.includes(phase) || findSignoff(run, phase, role)) continue;
      // where a later one stands already, signoff-in-order says that this one comes first
      if (asked.slice(index + 1).some((each) => findSignoff(run, each.phase, each.role))) continue;
      yield { messageId: 'missing', at: ['state'], data: { phase, role, run: nameOf(run) } };
    }
    for (const signoff of run.signoffs) {
      const { data, phase, role, file } = signoff;
      if (!run.checklist) continue;
      if (!asked.some((each) => each.phase === phase && each.role === role)) {
        yield { messageId: 'unasked', at: [], file, data: { checklist: run.run.checklist, role, phase }, severity: 'error' };
        continue;
      }
      const wrong = misplaced(run, signoff);
      if (wrong)
        yield {
          messageId: wrong[0] === 'project' ? 'folder' : 'other',
          at: [wrong[0]],
          file,
          data: { what: wrong[1] ?? 'nothing', expected: wrong[2] },
          severity: 'error',
        };
      else if (!data.seal && run.assurance !== 'declared') yield { messageId: 'unsealed', at: [], file, severity: 'error' };
    }
  },
});

/** What the sign-off says it is for where that is not where it lies: the key, what it says, what it should say. */
export function misplaced(
  run: RunDocument,
  { data, phase, role }: SignoffDocument,
): readonly [key: string, actual: string | undefined, expected: string | undefined] | undefined {
  const pairs = [
    ['project', data.project, run.id],
    ['phase', data.phase, phase],
    ['role', data.role, role],
    // of a sealed one the seal says whether the release is still the same
    ['checklist', data.checklist, data.seal ? data.checklist : run.run.checklist],
  ] as const;
  return pairs.find(([, actual, expected]) => actual !== expected);
}
