import { listFrom } from '../edit/run.ts';
import { Usage } from '../organisation/failure.ts';
import type { Io } from './io.ts';
import { oneOf } from './options.ts';

const TRIES = 3;

/** Asks of each kind whether it holds; the kinds with their questions. Gives those that do; throws Usage for somebody who says neither. */
export async function askKinds(kinds: Iterable<readonly [id: string, question: string]>, ask: NonNullable<Io['ask']>): Promise<string[]> {
  const chosen: string[] = [];
  for (const [id, question] of kinds) if (await isSo(`${question} (y/N) `, ask)) chosen.push(id);
  return chosen;
}

/** A yes or a no: which items apply hangs on it, so nothing else is taken for a no. */
async function isSo(question: string, ask: NonNullable<Io['ask']>): Promise<boolean> {
  for (let left = TRIES; left > 0; left -= 1) {
    const given = (await ask(question)).trim();
    if (/^y(es)?$/i.test(given)) return true;
    if (/^(no?)?$/i.test(given)) return false;
  }
  throw new Usage(`${question.trim()}: answer y or n. Nothing was written.`);
}

/** The kinds of `--kinds a,b` or `--kinds none`; throws Usage for one that is not known. */
export function kindsFrom(text: string, known: readonly string[]): readonly string[] {
  const chosen = listFrom(text);
  if (chosen.length === 1 && chosen[0] === 'none') return [];
  if (chosen.length === 0) throw new Usage('--kinds takes the kinds that hold, such as --kinds server,devices, or none.');
  for (const kind of chosen) oneOf('kinds', kind, known);
  return chosen;
}
