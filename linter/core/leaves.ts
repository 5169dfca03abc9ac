import { type Numbers, numbersIn, written as writtenNumbers } from './numbers.ts';

/** A long text of which few pieces are ever asked for: a string, or what reads them from where they lie. */
export interface Leaves {
  slice(from: number, to: number): string;
}

/** Texts, one below the other in some leaves; so many of them are read together, and where those begin, and the end. */
export interface Rows {
  readonly count: number;
  readonly together: number;
  readonly starts: Numbers;
}

/** Rows that stand in leaves from `at` on, and how they are written there. No text has a line break; of short ones many may be read together. */
export function rowsOf(texts: readonly string[], at: number, together = 1): { readonly rows: Rows; readonly written: string } {
  const starts: number[] = [];
  let written = '';
  for (const [index, text] of texts.entries()) {
    if (index % together === 0) starts.push(at + written.length);
    written += `${text}\n`;
  }
  return { rows: { count: texts.length, together, starts: writtenNumbers([...starts, at + written.length]) }, written };
}

/** Reads single rows. */
export function rowsIn({ starts, together }: Rows, leaves: Leaves): (index: number) => string {
  const numbers = numbersIn(starts);
  return (index) => {
    const group = Math.floor(index / together);
    return leaves.slice(numbers[group] ?? 0, numbers[group + 1] ?? 0).split('\n')[index % together] ?? '';
  };
}
