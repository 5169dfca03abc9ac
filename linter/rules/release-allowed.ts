import { newestOf } from '../core/checklist.ts';
import type { RunDocument } from '../core/documents.ts';
import { defineRule, type Finding } from '../core/rule.ts';
import { closedOn } from '../core/run.ts';
import { compareVersions, splitReference } from '../core/version.ts';

type MessageId = 'subject' | 'old' | 'lowered' | 'other' | 'ended';

export default defineRule({
  id: 'release-allowed',
  reads: 'run',
  severity: 'error',
  summary: 'A run is pinned to a release that it may use.',
  why: 'An older release is a shorter list: nobody should be able to choose it to have less to do.',
  messages: {
    subject: '"{id}" is a checklist for a {subject}, not for a project. Pin the run to a project\'s checklist.',
    old: 'A new run starts on the newest release. Pin it to {newest}, not to {version}.',
    lowered: 'This run was pinned to {before}; a release is never lowered. Put {before} back.',
    other: 'This run was pinned to {before}; its checklist cannot be exchanged for another. Put {before} back.',
    ended: 'No run on {version} may close after {until}. Move the run to {newest} and answer what is new.',
  },
  *check(run) {
    const finding = problemOf(run);
    if (finding) yield finding;
  },
});

/** Why the run may not use its release; undefined where it may, or where the release is not known. */
export function problemOf(run: RunDocument): Finding<MessageId> | undefined {
  const mispinned = mispinOf(run);
  const until = mispinned ? undefined : closesUntil(run);
  const { id, version } = run.checklist ?? {};
  return until ? { messageId: 'ended', at: ['checklist'], data: { version, until, newest: `${id}@${newestVersion(run)}` } } : mispinned;
}

function newestVersion({ checklist, releases }: RunDocument): string | undefined {
  return releases.get(checklist?.id ?? '')?.versions[0] ?? checklist?.version;
}

function mispinOf(run: RunDocument): Finding<MessageId> | undefined {
  const { checklist, base } = run;
  if (!checklist) return undefined;
  const at = ['checklist'];
  const { id, version } = checklist;
  if (checklist.data.subject !== 'project') return { messageId: 'subject', at, data: { id, subject: checklist.data.subject } };
  if (!base) return undefined;
  const newest = newestVersion(run);
  if (!base.before && newest !== version) return { messageId: 'old', at, data: { newest: `${id}@${newest}`, version } };
  const before = base.before?.checklist;
  if (before && splitReference(before).id !== id) return { messageId: 'other', at, data: { before } };
  if (before && compareVersions(version, splitReference(before).version) < 0) return { messageId: 'lowered', at, data: { before } };
  return undefined;
}

/** Whether the run is pinned to a release that is not its own: then its kinds and answers fit another list, and that is told already. */
export function isMispinned(run: RunDocument): boolean {
  return mispinOf(run) !== undefined;
}

/** The day on which runs on this release stopped being allowed to close, where the run closes after it. */
function closesUntil(run: RunDocument): string | undefined {
  const { phases, checklist, releases } = run;
  if (!checklist || phases.length === 0) return undefined;
  const closing = run.state === 'closing' ? run.today : (closedOn(run) ?? run.today);
  const limits = (newestOf(releases.get(checklist.id))?.data.changes ?? [])
    .filter((change) => change['previous-closes-until'] !== undefined && compareVersions(change.version, checklist.version) > 0)
    .flatMap((change) => change['previous-closes-until'] ?? []);
  return limits.sort().find((until) => closing > until);
}
