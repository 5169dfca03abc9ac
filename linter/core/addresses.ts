import type { Addresses } from './documents.ts';

/** Pages that a site always has. */
const ALWAYS = [
  '/',
  '/checklists/',
  '/rules/',
  '/playbooks/',
  '/updates/',
  '/phrases/',
  '/mistakes/',
  '/customers/',
  '/projects/',
  '/today/',
  '/walkthroughs/',
];

/** What the site is made of, by id. */
export interface Parts {
  /** Paths below site/content without their endings: `playbooks/leaving-a-site`, `docs/docs/gate`. */
  readonly pages: Iterable<string>;
  /** Items by checklist. */
  readonly checklists: ReadonlyMap<string, Iterable<string>>;
  readonly updates: Iterable<string>;
  /** Groups and rules of the phrases. */
  readonly phrases: Iterable<string>;
  readonly rules: Iterable<string>;
}

/** Every address inside the site that a page may link to. */
export function addressesOf({ pages, checklists, updates, phrases, rules }: Parts): Addresses {
  const known = new Set(ALWAYS);
  for (const page of pages) known.add(`/${page.replace(/^docs\/|\/index$/g, '')}/`);
  for (const rule of rules) known.add(`/rules/${rule}/`);
  for (const update of updates) known.add(`/updates/${update}/`);
  for (const phrase of phrases) known.add(`/phrases/#${phrase}`);
  const items = new Set<string>();
  for (const [checklist, ids] of checklists) {
    known.add(`/checklists/${checklist}/`);
    for (const id of ids) {
      known.add(`/checklists/${checklist}/#${id}`);
      items.add(`${checklist}/${id}`);
    }
  }
  return { pages: known, items, updates: new Set(updates) };
}
