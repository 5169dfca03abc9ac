import type { Outcome } from '../core/outcome.ts';
import type { Diagnostic, RuleBrief } from '../core/rule.ts';
import { listed } from '../core/verdict.ts';

/** Colours a text for a terminal, or gives it back as it is. */
export type Paint = (style: 'bold' | 'dim' | 'red' | 'yellow' | 'cyan' | 'green', text: string) => string;

/** How the reader sees the text, and what only some formats ask for. */
export interface View {
  readonly paint: Paint;
  /** Columns of the terminal; undefined where lines need no breaking. */
  readonly width?: number | undefined;
  /** Show errors only; counts and verdicts stay whole. */
  readonly quiet?: boolean | undefined;
  /** What is said of a rule; undefined where nobody knows it. */
  readonly ruleOf?: ((id: string) => RuleBrief | undefined) | undefined;
  /** The way from the top of the repository to the organisation's folder, with a slash at its end: forges look for files from there. */
  readonly way?: string | undefined;
  /** Closeout's own, like 1.4.0. */
  readonly version?: string | undefined;
  /** Web address of a line of a file; undefined where the config names no repository. */
  readonly linkOf?: ((file: string, line: number) => string | undefined) | undefined;
}

/** A formatter: pure, diagnostics to text. */
export type Format = (outcome: Outcome, view: View) => string;

/** "1 error", "2 errors", "1,000 errors". */
export function counted(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** A number as people read it: 5,000. By hand: what knows all languages costs a start of its own. */
export function grouped(count: number): string {
  return count < 1000 ? String(count) : String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}

/** The diagnostics that the reader wants to see. */
export function shown({ diagnostics }: Outcome, { quiet }: View): readonly Diagnostic[] {
  return quiet ? diagnostics.filter((each) => each.severity === 'error') : diagnostics;
}

/** The worst so many, in the order they had: errors before what is still to be done, then warnings, then notes. */
export function worst(diagnostics: readonly Diagnostic[], most: number): readonly Diagnostic[] {
  if (diagnostics.length <= most) return diagnostics;
  const kept = new Set(diagnostics.toSorted((a, b) => rank(a) - rank(b)).slice(0, most));
  return diagnostics.filter((each) => kept.has(each));
}

/** The lower, the worse. */
export function rank({ severity, pending, undecided }: Diagnostic): number {
  if (severity === 'error') return undecided ? 1 : 0;
  if (pending) return 2;
  return severity === 'warning' ? 3 : 4;
}

/** "1 run and 2 sign-offs". */
export function checkedWords({ checked }: Pick<Outcome, 'checked'>): string {
  const kinds = [
    [checked.runs, 'run'],
    [checked.signoffs, 'sign-off'],
    [checked.checklists, 'checklist'],
    [checked.pages, 'page'],
    [checked.others, 'other file'],
  ] as const;
  return listed(kinds.filter(([number]) => number > 0).map(([number, noun]) => counted(number, noun))) || 'no file';
}

/** "2 errors and 1 note", each part dressed by `paint`; empty where there is nothing. */
export function foundWords(
  diagnostics: readonly Diagnostic[],
  paint: (severity: Diagnostic['severity'], words: string) => string = (_, words) => words,
): string {
  const parts = (['error', 'warning', 'info'] as const).map((severity) => {
    const number = diagnostics.filter((each) => each.severity === severity).length;
    return number > 0 ? paint(severity, counted(number, severity === 'info' ? 'note' : severity)) : '';
  });
  return listed(parts.filter(Boolean));
}

/** A text that is too long ends in an ellipsis. */
export function clipped(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most).toWellFormed()}…` : text;
}
