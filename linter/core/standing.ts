import type { RunDocument, SignoffDocument } from './documents.ts';
import { sealedParts, sealOf } from './seal.ts';

/** How far a sign-off can be believed: a name stands there, or the seal fits what is signed; `stale` where it did once. */
export type SignoffStanding = 'declared' | 'sealed' | 'stale';

export function standingOfSignoff(run: RunDocument, { phase, role, data }: SignoffDocument): SignoffStanding {
  if (!data.seal) return 'declared';
  return data.checklist === run.run.checklist && sealOf(sealedParts(run, phase, role), data) === data.seal ? 'sealed' : 'stale';
}
