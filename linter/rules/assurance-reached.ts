import type { ApprovalStanding, RunDocument, State } from '../core/documents.ts';
import { defineRule, type Finding } from '../core/rule.ts';
import { askedSignoffs, findSignoff } from '../core/seal.ts';
import { isToSignAnew } from './signoff-fresh.ts';

type MessageId = 'missing' | 'none' | 'dismissed' | 'other' | 'account' | 'unknown';

export default defineRule({
  id: 'assurance-reached',
  reads: 'run',
  severity: 'error',
  from: 'closing',
  last: true,
  summary: 'A sign-off that closes a project is as sure as the organisation asks for.',
  why: 'A typed name proves nothing. Where closing asks for more, the forge says whose account approved what is signed.',
  messages: {
    missing: 'Closing asks for approved sign-offs, and nothing was handed in that says who approved. Run with --approvals FILE.',
    none: '{name} has not approved this change with the account {account}. Ask {name} to look at it in the forge and approve it.',
    dismissed: '{name} took the approval of this change back, or it was dismissed. Ask {name} to look at it again and approve it.',
    other: '{name} approved an earlier state, and what the sign-off covers has changed since. Ask {name} to look again and approve.',
    account: '{name} has no account in records/people.yaml, so nobody can tell whether {name} approved. Add the account in a change of its own.',
    unknown: 'The commit that {name} approved is not in this history, so it could not be compared. Fetch the whole history.',
  },
  when: ({ assurance }) => assurance === 'approved',
  *check(run) {
    if (!isShut(run.state) || !isShut(run.run.state) || !run.base?.changed) return;
    const asked = askedSignoffs(run).filter((each) => each.phase === 'closing' && each.independent);
    if (!run.approvals) {
      // only the change that closes, or that gives a sign-off anew, can be judged: an approval of long ago is gone with its request
      const closes = !isShut(run.base.before?.state);
      const { files } = run.base;
      if (asked.some(({ phase, role }) => closes || files.has(findSignoff(run, phase, role)?.file ?? '')))
        yield { messageId: 'missing', at: ['state'], undecided: true };
      return;
    }
    for (const { phase, role } of asked) {
      const signoff = findSignoff(run, phase, role);
      // one that is to be given anew is another rule's, and approved when it is
      if (signoff && !isToSignAnew(run, phase, role)) yield* told(run, signoff.file, signoff.data.by, run.approvals(signoff));
    }
  },
});

/** Whether a run has passed the gate. */
export function isShut(state: State | undefined): boolean {
  return state === 'closed' || state === 'finished';
}

const messageOf: Readonly<Record<Exclude<ApprovalStanding, 'approved'>, MessageId>> = {
  none: 'none',
  dismissed: 'dismissed',
  'other-content': 'other',
  'no-account': 'account',
  'unknown-commit': 'unknown',
};

function* told(run: RunDocument, file: string, by: string | undefined, standing: ApprovalStanding): Iterable<Finding<MessageId>> {
  const person = run.people.get(by ?? '');
  // who is not in the roster is known-person's finding
  if (standing === 'approved' || !person) return;
  const finding = { messageId: messageOf[standing], at: ['by'], file, data: { name: person.name, account: person.account } };
  yield standing === 'unknown-commit' ? { ...finding, undecided: true } : finding;
}
