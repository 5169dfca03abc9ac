import { digestOf } from './digest.ts';
import type { Loose } from './documents.ts';
import { once } from './once.ts';
import type { AskedSignoff, Checklist as ChecklistData, Item } from './types.generated.ts';
import { compareVersions, splitReference } from './version.ts';

/** An item with where it stands. */
export interface ItemFacts extends Item {
  readonly section: string;
  readonly path: readonly (string | number)[];
}

/** A checklist made quick to ask. */
export interface Checklist {
  readonly items: ReadonlyMap<string, ItemFacts>;
  readonly kinds: ReadonlyMap<string, string>;
}

/** A frozen checklist. */
export interface Release extends Checklist {
  readonly id: string;
  readonly version: string;
  readonly data: ChecklistData;
  readonly digest: string;
  /** What it asks for, in signing order: phase by phase, as listed. */
  readonly signoffs: readonly AskedSignoff[];
}

/** Items and kinds by id; of two with one id the first counts. */
export function checklistFacts(data: Loose<ChecklistData>): Checklist {
  const items = new Map<string, ItemFacts>();
  for (const [at, section] of (data.sections ?? []).entries()) {
    for (const [index, item] of (section?.items ?? []).entries()) {
      if (!item || items.has(item.id)) continue;
      items.set(item.id, { ...item, section: section.title, path: ['sections', at, 'items', index] });
    }
  }
  const kinds = new Map<string, string>();
  for (const kind of data.kinds ?? []) if (kind && !kinds.has(kind.id)) kinds.set(kind.id, kind.ask);
  return { items, kinds };
}

/** The digest of a release covers all its data but the digest itself. */
export function releaseDigest(data: Loose<ChecklistData>): string {
  const { digest: _written, ...rest } = data;
  return digestOf(rest);
}

/** A release from data that fits the schema; its digest is worked out when it is first asked for. */
export function releaseOf(data: ChecklistData): Release {
  let digest: string | undefined;
  const { phases, signoffs = [] } = data;
  // of the newest release most runs on an older one ask no more than whether that may still be closed
  const facts = once(() => checklistFacts(data));
  return {
    get items() {
      return facts().items;
    },
    get kinds() {
      return facts().kinds;
    },
    id: data.id,
    version: data.version,
    data,
    signoffs: phases.flatMap((phase) => signoffs.filter((each) => each.phase === phase)),
    get digest() {
      digest ??= releaseDigest(data);
      return digest;
    },
  };
}

/** The releases of one checklist. What is in them is read when it is asked for: a run needs one or two of many. */
export interface Shelf {
  /** All versions, newest first. */
  readonly versions: readonly string[];
  /** Undefined where there is no such version, or where it cannot be read. */
  release(version: string): Release | undefined;
}

/** Puts releases on shelves by the id of their checklist. */
export function shelve(references: Iterable<string>, read: (reference: string) => Release | undefined): Map<string, Shelf> {
  const versions = new Map<string, string[]>();
  for (const reference of references) {
    const { id, version } = splitReference(reference);
    versions.set(id, [...(versions.get(id) ?? []), version]);
  }
  return new Map([...versions].map(([id, all]) => [id, shelfOf(all, (version) => read(`${id}@${version}`))]));
}

function shelfOf(versions: string[], read: (version: string) => Release | undefined): Shelf {
  const known = new Map<string, Release | undefined>();
  return {
    versions: versions.sort((a, b) => compareVersions(b, a)),
    release(version) {
      if (!known.has(version) && versions.includes(version)) known.set(version, read(version));
      return known.get(version);
    },
  };
}

/** The newest release of a shelf that can be read. */
export function newestOf(shelf: Shelf | undefined): Release | undefined {
  const [newest] = shelf?.versions ?? [];
  return newest === undefined ? undefined : shelf?.release(newest);
}

/** Whether the item is in force in its own version and its `when` fits the kinds; undefined where a kind it asks for is not answered. */
export function applies(item: Item, kinds: Readonly<Record<string, boolean | undefined>>): boolean | undefined {
  if (item.retired) return false;
  if (!item.when) return true;
  const { any, all, none } = item.when;
  const some = any ? countOf(any, kinds) : 1;
  const each = all ? countOf(all, kinds) : 0;
  const others = none ? countOf(none, kinds) : 0;
  if (some === undefined || each === undefined || others === undefined) return undefined;
  return (some > 0 || any?.length === 0) && each === (all?.length ?? 0) && others === 0;
}

/** How many of the kinds are true; undefined where one is not answered. */
function countOf(names: readonly string[], kinds: Readonly<Record<string, boolean | undefined>>): number | undefined {
  let count = 0;
  for (const name of names) {
    const answer = kinds[name];
    // nothing that every object has is a yes or no
    if (typeof answer !== 'boolean') return undefined;
    if (answer) count += 1;
  }
  return count;
}

/** Whether a list stands as it was written: nothing of it was left out for not fitting the schema, nor a key that may be it misspelt. */
export function isWhole(list: keyof ChecklistData, data: Loose<ChecklistData>, broken: ReadonlySet<string>): boolean {
  const gone = [...broken];
  return !gone.some((path) => path === list || path.startsWith(`${list}/`) || (!(list in data) && !path.includes('/')));
}
