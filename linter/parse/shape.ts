import type { Path } from '../core/text.ts';
import type { Files } from '../core/types.generated.ts';
import type { Fitted } from './fit.ts';
import { fits as fitsOthers } from './fits-others.generated.js';
import { fits as fitsRuns } from './fits-runs.generated.js';
import { misfits } from './misfits.ts';
import type { Fault } from './yaml.ts';

export type FileKind = keyof Files;

/** A value with what does not fit its schema left out: list entries become holes, so that indexes stay true. */
export interface Shaped extends Fitted {
  readonly faults: readonly Fault[];
}

const NONE: ReadonlySet<string> = new Set();

/** Checks plain data against the schema of its kind; one fault for each mistake. */
export function checkShape(kind: FileKind, data: unknown, rawAt: (path: Path) => string): Shaped {
  const fits = kind === 'run' || kind === 'signoff' ? fitsRuns[kind](data) : fitsOthers[kind](data);
  return fits ? { value: data, faults: [], broken: NONE } : misfits(kind, data, rawAt);
}
