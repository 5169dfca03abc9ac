import type { RunDocument, State } from './documents.ts';
import type { Diagnostic } from './rule.ts';

/** What the gate says of one run. */
export interface Verdict {
  /** `<customer>/<project>`. */
  readonly run: string;
  readonly file: string;
  readonly state: State | 'unreadable';
  /** `on`: too early for the gate. `archive`: finished or cancelled before. */
  readonly outcome: 'may-close' | 'left' | 'undecided' | 'on' | 'archive';
  /** Ids of the items that still block. */
  readonly items: readonly string[];
  /** How many sign-offs still block. */
  readonly signoffs: number;
  /** How many other errors there are. */
  readonly others: number;
}

/** The gate's word on a run, from the diagnostics of its files. */
export function verdictOf(run: Pick<RunDocument, 'id' | 'file' | 'state' | 'archived' | 'phases'>, diagnostics: readonly Diagnostic[]): Verdict {
  const blocking = diagnostics.filter((each) => each.severity === 'error' || each.pending);
  const items = [...new Set(blocking.flatMap((each) => each.item ?? []))];
  const signoffs = blocking.filter((each) => !each.item && each.ruleId.startsWith('signoff-')).length;
  const others = blocking.filter((each) => !each.item && !each.ruleId.startsWith('signoff-')).length;
  return { run: run.id, file: run.file, state: run.state ?? 'unreadable', outcome: outcomeOf(run, blocking), items, signoffs, others };
}

function outcomeOf(run: Pick<RunDocument, 'state' | 'archived' | 'phases'>, blocking: readonly Diagnostic[]): Verdict['outcome'] {
  if (run.state === undefined || blocking.some((each) => each.undecided)) return 'undecided';
  if (blocking.length > 0) return 'left';
  if (run.archived) return 'archive';
  return run.phases.length > 0 ? 'may-close' : 'on';
}

/** The verdict as people say it: "may close", "3 items left". */
export function verdictWords(verdict: Verdict): string {
  if (verdict.outcome === 'undecided') return 'could not decide';
  if (verdict.outcome === 'archive') return verdict.state === 'finished' ? 'finished, seals fit' : 'in the archive';
  if (verdict.outcome === 'on') return 'not at the gate yet';
  if (verdict.outcome === 'may-close') return verdict.state === 'finished' ? 'may finish' : 'may close';
  const parts = [
    count(verdict.items.length, 'item'),
    count(verdict.signoffs, 'sign-off'),
    count(verdict.others, verdict.items.length + verdict.signoffs > 0 ? 'other finding' : 'finding'),
  ].filter(Boolean);
  return `${listed(parts)} left`;
}

function count(number: number, noun: string): string {
  return number === 0 ? '' : `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** "a", "a and b", "a, b and c". */
export function listed(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
