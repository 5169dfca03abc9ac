/** What a list of the records holds, by id. */
export interface Listing<Entry> extends ReadonlyMap<string, Entry> {
  /** Ids whose entries have a mistake: what did not fit is left out of them, or they are left out as a whole. */
  readonly unfit?: ReadonlySet<string>;
}

/** The entries by id; of two with one id the first counts. */
export function listingOf<Entry extends { readonly id: string }>(
  entries: readonly (Entry | undefined)[],
  unfit: ReadonlySet<string> = new Set(),
): Listing<Entry> {
  const listing = new Map<string, Entry>();
  for (const entry of entries) if (entry && !listing.has(entry.id)) listing.set(entry.id, entry);
  return unfit.size === 0 ? listing : Object.assign(listing, { unfit });
}
