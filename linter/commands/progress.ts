import { grouped } from '../formats/format.ts';
import type { Io } from './io.ts';

const PATIENCE = 1000;
const PAUSE = 100;

/** How far a lint is, for the person who waits: shown only once it takes longer than a second, and wiped by `end`. */
export interface Progress {
  tell(done: number, all: number): void;
  end(): void;
}

/** Milliseconds come from `clock`, which a test sets. `performance` would cost a start of its own. */
export function progressOf({ progress }: Pick<Io, 'progress'>, clock: () => number = Date.now): Progress {
  let next = clock() + PATIENCE;
  let isShown = false;
  return {
    tell: (done, all) => {
      const now = clock();
      if (now < next) return;
      next = now + PAUSE;
      isShown = true;
      progress(`Checked ${grouped(done)} of ${grouped(all)} files`);
    },
    end: () => {
      if (isShown) progress('');
      isShown = false;
    },
  };
}
