import { applies } from './checklist.ts';
import { digestOf } from './digest.ts';
import type { Loose, RunDocument, SignoffDocument } from './documents.ts';
import { isDone } from './run.ts';
import type { Answer, AskedSignoff, Signoff } from './types.generated.ts';

/** The parts that a sign-off binds, by the name under which `covers` keeps their digests. */
export type Parts = ReadonlyMap<string, unknown>;

/** The sign-offs that a release asks for, in signing order: phase by phase, as listed. */
export function askedSignoffs({ checklist }: RunDocument): readonly AskedSignoff[] {
  return checklist?.signoffs ?? [];
}

/** Sign-offs that must stand before this one, in signing order. */
export function askedBefore(run: RunDocument, phase: string, role: string): readonly AskedSignoff[] {
  const asked = askedSignoffs(run);
  return asked.slice(
    0,
    Math.max(
      0,
      asked.findIndex((each) => each.phase === phase && each.role === role),
    ),
  );
}

/** The ids of the items that a role's signature on a phase covers: all of the phase but what a later signer's role answers. */
export function coveredItems(run: RunDocument, phase: string, role: string): readonly string[] {
  const roles = askedSignoffs(run)
    .filter((each) => each.phase === phase)
    .map((each) => each.role);
  const later = new Set(roles.slice(roles.indexOf(role) + 1));
  const kinds = run.run.project?.kinds ?? {};
  return [...(run.checklist?.items.values() ?? [])]
    .filter((item) => item.phase === phase && applies(item, kinds) && !later.has(item.by))
    .map((item) => item.id);
}

/** What a signature on a phase binds. Not in it: comments, layout, key order, state, impact, engagements, a later phase. */
export function sealedParts(run: RunDocument, phase: string, role: string): Parts {
  const { run: data, checklist } = run;
  const parts = new Map<string, unknown>([
    ['checklist', { release: checklist?.digest ?? null, checklist: data.checklist ?? null }],
    ['project', { path: run.id, customer: data.project?.customer ?? null }],
    ['kinds', data.project?.kinds ?? {}],
    ['team', { lead: data.project?.lead ?? null, team: data.project?.team ?? [] }],
    ['before', askedBefore(run, phase, role).map((each) => findSignoff(run, each.phase, each.role)?.data.seal ?? null)],
  ]);
  const last = run.checklist?.data.phases.at(-1) === phase;
  for (const id of coveredItems(run, phase, role)) parts.set(id, withEvidence(run, run.answers.get(id) ?? 'open'));
  if (!last) return parts;
  for (const [id, answer] of run.settled) parts.set(`${id}.settled`, withEvidence(run, answer));
  return parts;
}

function withEvidence(run: RunDocument, answer: Answer): unknown {
  const found = isDone(answer) && answer.file ? run.evidence.get(answer.file) : undefined;
  return found?.digest === undefined ? { answer } : { answer, evidence: found.digest };
}

export function findSignoff(run: RunDocument, phase: string, role: string): SignoffDocument | undefined {
  return run.signoffs.find((each) => each.phase === phase && each.role === role);
}

/** The seal over the parts and the sign-off's own fields, as `sha256:` and 64 hex digits. */
export function sealOf(parts: Parts, signoff: Loose<Signoff>): string {
  const { covers: _covers, seal: _seal, ...own } = signoff;
  return `sha256:${digestOf({ parts: Object.fromEntries(parts), signoff: own })}`;
}

/** The first 8 hex digits of each part's digest: they prove nothing, they only say what changed. */
export function coversOf(parts: Parts): Record<string, string> {
  return Object.fromEntries([...parts].map(([name, part]) => [name, digestOf(part).slice(0, 8)]));
}

/** Names of the parts whose digests differ from what a sign-off wrote down; added and removed ones too. */
export function changedParts(parts: Parts, covers: Readonly<Record<string, string>>): readonly string[] {
  const now = coversOf(parts);
  return [...new Set([...Object.keys(now), ...Object.keys(covers)])].filter((name) => now[name] !== covers[name]);
}
