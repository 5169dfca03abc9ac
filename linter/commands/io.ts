import { styleText } from 'node:util';
import type { View } from '../formats/format.ts';

/** All that a command may touch of the process. */
export interface Io {
  readonly cwd: string;
  out(text: string): void;
  err(text: string): void;
  /** Whether `out` is a terminal that shows colours. */
  readonly colour: boolean;
  /** Columns of the terminal; undefined where `out` is none. */
  readonly width?: number | undefined;
  readonly now: () => Date;
  /** Version of Node, such as 26.10.0; undefined where it is not known. */
  readonly node?: string | undefined;
  /** The variables of the process, for what git must be told; where they are left out it inherits them. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
  /** All that is typed or piped in, up to its end. */
  input(): Promise<string>;
  /** Asks a person and gives the answer, or throws Interrupted; undefined where nobody sits at a terminal. */
  readonly ask?: ((question: string) => Promise<string>) | undefined;
  /** Shows one line at a terminal in place of the last; an empty one wipes it. Does nothing where nobody sits at one. */
  progress(line: string): void;
}

/** A person left a question unanswered, by Ctrl-C or by the end of the input. */
export class Interrupted extends Error {}

/** A command: its help, and what it does. The number is the exit code. */
export interface Command {
  readonly help: string;
  run(args: readonly string[], io: Io, version: string): number | Promise<number>;
}

/** How the terminal shows text. */
export function viewOf({ colour, width }: Pick<Io, 'colour' | 'width'>): View {
  return { width, paint: (style, text) => (colour ? styleText(style, text, { validateStream: false }) : text) };
}
