import type { Loose } from './documents.ts';
import type { Walkthrough } from './types.generated.ts';

/** How often a process was followed, and by whom to its end. */
export interface Walks {
  /** All walks up to today, newest first. */
  readonly walks: readonly Loose<Walkthrough>[];
  /** The day of the newest. */
  readonly last?: string | undefined;
  /** Ids of those who got to the end. */
  readonly finishers: ReadonlySet<string>;
}

export function walksOf(process: string, walkthroughs: readonly Loose<Walkthrough>[], today: string): Walks {
  const walks = walkthroughs
    .filter((each) => each.process === process && each.date !== undefined && each.date <= today)
    .toSorted((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : -1));
  return { walks, last: walks[0]?.date, finishers: new Set(walks.flatMap((each) => (each['followed-to-end'] && each.walker ? [each.walker] : []))) };
}
