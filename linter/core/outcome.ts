import type { Diagnostic } from './rule.ts';
import type { Verdict } from './verdict.ts';

/** A diagnostic that a comment of the file silenced, and the comment's reason. */
export interface Suppressed {
  readonly diagnostic: Diagnostic;
  readonly reason: string;
}

/** What linting found, in the order of every output: by file, place and rule. */
export interface Outcome {
  readonly today: string;
  /** The config holds the day still: outputs say so. */
  readonly sample: boolean;
  readonly diagnostics: readonly Diagnostic[];
  /** One for each run that was checked, by id. */
  readonly verdicts: readonly Verdict[];
  readonly checked: { readonly runs: number; readonly signoffs: number; readonly checklists: number; readonly pages: number; readonly others: number };
  /** What was picked or left out, and why: a sentence each. */
  readonly notes?: readonly string[] | undefined;
  /** Texts of the files that diagnostics point into, by name: for code frames. */
  readonly texts: ReadonlyMap<string, string>;
  /** What comments silenced; no output counts it. */
  readonly suppressed?: readonly Suppressed[] | undefined;
  /** Why nothing could be checked at all; all else is empty then. */
  readonly undecided?: string | undefined;
}

/** What there is to report where nothing could be checked. */
export function undecidedOutcome(reason: string, today: string, sample: boolean): Outcome {
  const checked = { runs: 0, signoffs: 0, checklists: 0, pages: 0, others: 0 };
  return { today, sample, diagnostics: [], verdicts: [], checked, texts: new Map(), undecided: reason };
}

/** How many files were checked in all. */
export function checkedFiles({ checked }: Pick<Outcome, 'checked'>): number {
  return checked.runs + checked.signoffs + checked.checklists + checked.pages + checked.others;
}
