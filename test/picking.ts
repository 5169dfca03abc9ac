import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../linter/engine.ts';
import type { Organisation } from './organisation.ts';

/** The list of people in test/base. */
export const PEOPLE = 'records/people.yaml';

interface Found {
  readonly code: number;
  readonly errors: readonly string[];
  readonly runs: readonly string[];
  readonly notes: readonly string[];
}

/** Lints as JSON; without output, what was said on stderr stands in the notes. */
export async function lint(house: Organisation, ...args: string[]): Promise<Found> {
  const { code, out, err } = await house.closeout('lint', '--format', 'json', ...args);
  if (!out) return { code, errors: [], runs: [], notes: [err] };
  const read = JSON.parse(out) as { diagnostics: Diagnostic[]; runs: { run: string }[]; notes: string[]; undecided?: string };
  const { diagnostics, runs, notes } = read;
  if (read.undecided !== undefined) return { code, errors: [], runs: [], notes: [err] };
  const errors = diagnostics.filter((each) => each.severity === 'error').map(({ file, ruleId, message }) => `${file} ${ruleId}: ${message}`);
  return { code, errors, runs: runs.map((each) => each.run), notes };
}

/** Removes a file or a whole folder of it. */
export const remove = (house: Organisation, path: string): void => rmSync(join(house.root, path), { recursive: true });
/** Moves a file or a folder, into folders that need not be there yet. */
export const move = (house: Organisation, from: string, to: string): void => {
  mkdirSync(join(house.root, to, '..'), { recursive: true });
  renameSync(join(house.root, from), join(house.root, to));
};
