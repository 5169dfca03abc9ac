import { type Numbers, numbersIn } from './numbers.ts';

/** A long text of which few pieces are ever asked for: a string, or what reads them from where they lie. */
export interface Leaves {
  slice(from: number, to: number): string;
}

/** Short texts, one below the other in some leaves, and where they begin: every sixteenth of them, and the end. */
export interface Rows {
  readonly count: number;
  readonly starts: Numbers;
}

const TOGETHER = 16;

/** Rows that stand in leaves from `at` on, and how they are written there. No text has a line break. */
export function rowsOf(texts: readonly string[], at: number): { readonly rows: Rows; readonly written: string } {
  const starts: number[] = [];
  let written = '';
  for (const [index, text] of texts.entries()) {
    if (index % TOGETHER === 0) starts.push(at + written.length);
    written += `${text}\n`;
  }
  return { rows: { count: texts.length, starts: [...starts, at + written.length].join(' ') }, written };
}

/** Reads single rows. */
export function rowsIn({ starts }: Rows, leaves: Leaves): (index: number) => string {
  const numbers = numbersIn(starts);
  return (index) => {
    const group = Math.floor(index / TOGETHER);
    return leaves.slice(numbers[group] ?? 0, numbers[group + 1] ?? 0).split('\n')[index % TOGETHER] ?? '';
  };
}
