import type { Outcome } from '../core/outcome.ts';
import type { Diagnostic } from '../core/rule.ts';

/** Colours a text for a terminal, or gives it back as it is. */
export type Paint = (style: 'bold' | 'dim' | 'red' | 'yellow' | 'cyan' | 'green', text: string) => string;

/** How the reader sees the text. */
export interface View {
  readonly paint: Paint;
  /** Columns of the terminal; undefined where lines need no breaking. */
  readonly width?: number | undefined;
  /** Show errors only; counts and verdicts stay whole. */
  readonly quiet?: boolean | undefined;
}

/** A formatter: pure, diagnostics to text. */
export type Format = (outcome: Outcome, view: View) => string;

/** "1 error", "2 errors". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** The diagnostics that the reader wants to see. */
export function shown({ diagnostics }: Outcome, { quiet }: View): readonly Diagnostic[] {
  return quiet ? diagnostics.filter((each) => each.severity === 'error') : diagnostics;
}
