import type { Diagnostic } from './rule.ts';
import type { Verdict } from './verdict.ts';

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
}

/** How many files were checked in all. */
export function checkedFiles({ checked }: Pick<Outcome, 'checked'>): number {
  return checked.runs + checked.signoffs + checked.checklists + checked.pages + checked.others;
}
