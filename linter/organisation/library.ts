import { type Release, releaseOf, type Shelf, shelve } from '../core/checklist.ts';
import type { Config, Customer } from '../core/documents.ts';
import type { Settings } from '../core/judge.ts';
import { type Listing, listingOf } from '../core/listing.ts';
import { once } from '../core/once.ts';
import type { Roster } from '../core/people.ts';
import { spanOf } from '../core/text.ts';
import type { Checklist, Customers, People } from '../core/types.generated.ts';
import { type Parsed, parseFile, type Recall, type Source } from '../parse/file.ts';
import { kindOf, releaseName } from '../parse/kinds.ts';
import type { Tree } from './tree.ts';

/** What runs are judged by: releases, people, customers, phrase rules and config, all of one tree. */
export interface Library {
  readonly tree: Tree;
  readonly releases: ReadonlyMap<string, Shelf>;
  readonly people: Roster;
  readonly customers: Listing<Customer>;
  readonly assurance: 'declared' | 'sealed' | 'approved';
  /** What the config says of updates to customers. */
  readonly updates: Config['updates'];
  /** Pages that an item may name in `how`: paths below site/content, without their endings. */
  readonly pages: ReadonlySet<string>;
  /** The text of a file that will be parsed: it is read once for both. */
  text(file: string): string;
  /** The parsed files, by name. */
  parsed(file: string): Parsed | undefined;
  /** What was worked out before, where anything is kept. */
  readonly recall: Recall | undefined;
}

const PEOPLE = 'records/people.yaml';
const CUSTOMERS = 'records/customers.yaml';
const RELEASES = 'checklists/releases';
const CONTENT = 'site/content';

/** Reads on first use what a run needs of a tree, each file once. */
export function openLibrary(tree: Tree, config: Partial<Config>, settings: Settings, recall?: Recall): Library {
  const cache = new Map<string, Parsed | undefined>();
  const ahead = new Map<string, Source | undefined>();
  const parsed = (file: string): Parsed | undefined => {
    if (cache.has(file)) return cache.get(file);
    const kind = kindOf(file);
    const shared = kind !== 'run' && kind !== 'signoff';
    const source = kind && (ahead.has(file) ? ahead.get(file) : tree.read(file));
    ahead.delete(file);
    const result = source ? parseFile(kind, source, settings, shared ? recall : undefined) : undefined;
    // thousands of runs, each read once, are not worth their memory
    if (shared) cache.set(file, result);
    return result;
  };
  const release = (reference: string): Release | undefined => releaseIn(parsed(`${RELEASES}/${reference}.yaml`), reference);
  const releases = once(() =>
    shelve(
      tree.list(RELEASES).flatMap((file) => releaseName(file) ?? []),
      release,
    ),
  );
  const pages = once(() => new Set(tree.list(CONTENT).flatMap((file) => /^site\/content\/(.+)\.mdx?$/.exec(file)?.[1] ?? [])));
  const people = once(() => listingIn<People[number]>(parsed(PEOPLE)));
  const customers = once(() => listingIn<Customers[number]>(parsed(CUSTOMERS)));
  return {
    tree,
    text: (file) => {
      const source = tree.read(file);
      ahead.set(file, source);
      return source?.text ?? '';
    },
    parsed,
    recall,
    updates: config.updates,
    assurance: config.assurance?.closing ?? 'sealed',
    get releases() {
      return releases();
    },
    get pages() {
      return pages();
    },
    get people() {
      return people();
    },
    get customers() {
      return customers();
    },
  };
}

/** A release that does not fit its schema or its name is none: runs cannot be judged by half of it. */
function releaseIn(parsed: Parsed | undefined, reference: string): Release | undefined {
  if (!parsed?.value || parsed.diagnostics.length > 0) return undefined;
  const data = parsed.value as Checklist;
  return `${data.id}@${data.version}` === reference ? releaseOf(data) : undefined;
}

/** The entries of a list, and the ids of those that something was left out of, as they stand in its file. */
function listingIn<Entry extends { readonly id: string }>(parsed: Parsed | undefined): Listing<Entry> {
  const entries = Array.isArray(parsed?.value) ? (parsed.value as readonly (Entry | undefined)[]) : [];
  if (!parsed?.places || parsed.broken.size === 0) return listingOf(entries);
  const { text, places } = parsed;
  const indexes = new Set([...parsed.broken].map((path) => Number(path.split('/')[0])));
  const unfit = [...indexes].map((index) => text.slice(...spanOf(places(), [index, 'id'])).replaceAll(/^["']|["']$/g, ''));
  return listingOf(entries, new Set(unfit));
}
