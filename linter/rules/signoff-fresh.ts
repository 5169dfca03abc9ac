import type { RunDocument, SignoffDocument } from '../core/documents.ts';
import { defineRule } from '../core/rule.ts';
import { isDone } from '../core/run.ts';
import { askedBefore, askedSignoffs, changedParts, findSignoff, sealedParts } from '../core/seal.ts';
import { standingOfSignoff } from '../core/standing.ts';
import { listed } from '../core/verdict.ts';
import { misplaced } from './signoff-present.ts';

export default defineRule({
  id: 'signoff-fresh',
  reads: 'run',
  severity: 'error',
  from: 'closing',
  archive: true,
  last: true,
  summary: 'Nothing that was signed has changed since.',
  why: 'A signature counts for what the signer saw, and for nothing else.',
  messages: {
    stale: 'What {name} signed for {role} has changed since: {changes}. Have it signed again, or take the change back.',
    edited: 'This sign-off was edited after it was signed: its own lines no longer fit the seal. Have it signed again.',
  },
  when: ({ signoffs }) => signoffs.length > 0,
  *check(run) {
    const stale = firstStale(run);
    if (!stale) return;
    const { signoff, role, changed } = stale;
    const base = { at: ['seal'], file: signoff.file };
    const name = run.people.get(signoff.data.by ?? '')?.name ?? signoff.data.by ?? 'somebody';
    if (changed.length === 0) yield { ...base, messageId: 'edited' };
    else yield { ...base, messageId: 'stale', data: { name, role, changes: changesIn(run, changed) } };
  },
});

/** A sign-off whose seal no longer fits, and the names of the parts that changed: none where only its own lines did. */
interface Stale {
  readonly role: string;
  readonly signoff: SignoffDocument;
  readonly changed: readonly string[];
}

/** The first stale sign-off in signing order: later seals bind it, so of several it says it all. */
function firstStale(run: RunDocument): Stale | undefined {
  for (const { phase, role } of askedSignoffs(run)) {
    const signoff = findSignoff(run, phase, role);
    // one that is missing or of no use is another rule's; what follows hangs on it
    if (!signoff || isOfNoUse(run, signoff)) return undefined;
    if (standingOfSignoff(run, signoff) !== 'stale') continue;
    return { role, signoff, changed: changedParts(sealedParts(run, phase, role), signoff.data.covers ?? {}) };
  }
  return undefined;
}

/** Whether a sign-off is to be given anew, because it or one before it is stale or of no use: nothing else need be said of it. */
export function isToSignAnew(run: RunDocument, phase: string, role: string): boolean {
  return [...askedBefore(run, phase, role), { phase, role }].some((each) => {
    const signoff = findSignoff(run, each.phase, each.role);
    return signoff !== undefined && (isOfNoUse(run, signoff) || standingOfSignoff(run, signoff) === 'stale');
  });
}

/** In the wrong place, or without the seal that the organisation asks for. */
function isOfNoUse(run: RunDocument, signoff: SignoffDocument): boolean {
  return misplaced(run, signoff) !== undefined || (!signoff.data.seal && run.assurance !== 'declared');
}

const partNames: Readonly<Record<string, string>> = {
  checklist: 'the checklist',
  project: 'the customer or the folder',
  kinds: 'the kinds',
  team: 'the lead or the team',
  before: 'an earlier sign-off',
};

function changesIn(run: RunDocument, names: readonly string[]): string {
  const words = names.map((name) => {
    const [id = '', settled] = name.split('.');
    if (partNames[name]) return partNames[name];
    if (!run.checklist?.items.has(id)) return `"${id}" (no longer there)`;
    const answer = (settled ? run.settled : run.answers).get(id);
    const what = isDone(answer) && answer.file ? `"${id}" or its file` : `"${id}"`;
    return settled ? `the settling of ${what}` : what;
  });
  return listed(words.length > 8 ? [...words.slice(0, 7), `${words.length - 7} more`] : words);
}
