import { type Difference, differences, type Release, releaseOf } from '../linter/index.ts';
import { type ChecklistView, organisation } from './data.ts';

/** A version of a checklist whose content is known: a release, or the living list where it differs from the newest one. */
export interface Version {
  /** The number; `next` for the living list. */
  readonly id: string;
  readonly data: ChecklistView['data'];
}

/** One version and what it changed. */
export interface Step {
  readonly id: string;
  /** The version before it; missing for the first. */
  readonly from?: string | undefined;
  readonly change?: Release['data']['changes'][number] | undefined;
  /** Missing where one of the two is not frozen or cannot be read: then only the reason is known. */
  readonly found?: readonly Difference[] | undefined;
}

/** The living list's name among the versions. */
export const NEXT = 'next';

/** The versions of a checklist that can be compared, newest first. */
export function versionsOf({ id, data, newest, versions }: ChecklistView): readonly Version[] {
  const shelf = organisation().workspace.library.releases.get(id);
  const frozen = versions.flatMap((version): Version[] => {
    const release = shelf?.release(version);
    return release ? [{ id: version, data: release.data }] : [];
  });
  const changed = newest !== undefined && newest.digest !== releaseOf(data as typeof newest.data).digest;
  return changed ? [{ id: NEXT, data }, ...frozen] : frozen;
}

/** Every version with what it changed against the one before it, newest first. Where nothing is frozen, as of a card, there are reasons only. */
export function stepsOf(checklist: Pick<ChecklistView, 'data' | 'versions'>, versions: readonly Version[]): readonly Step[] {
  const { data, versions: frozen } = checklist;
  const changes = data.changes ?? [];
  const listed = versions.some(({ id }) => id === NEXT) ? [NEXT, ...frozen] : frozen;
  const ids = listed.length > 0 ? listed : changes.map((change) => change.version);
  return ids.map((id, at) => {
    const from = ids[at + 1];
    const [before, after] = [from, id].map((each) => versions.find((version) => version.id === each));
    // an edit that has no version of its own yet has no reason of its own either
    const own = id !== NEXT ? id : frozen.includes(data.version ?? '') ? undefined : data.version;
    return {
      id,
      from,
      change: own === undefined ? undefined : changes.find((change) => change.version === own),
      found: before && after ? differences(before.data, after.data) : undefined,
    };
  });
}

/** A version's name for a reader. */
export function versionName(id: string): string {
  return id === NEXT ? 'Not released yet' : id;
}
