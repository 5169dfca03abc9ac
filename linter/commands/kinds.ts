import { listFrom } from '../edit/run.ts';
import { Usage } from '../organisation/failure.ts';
import type { Io } from './io.ts';
import { oneOf } from './options.ts';

/** Asks of each kind whether it holds; the kinds with their questions. Gives those that do. */
export async function askKinds(kinds: Iterable<readonly [id: string, question: string]>, ask: NonNullable<Io['ask']>): Promise<string[]> {
  const chosen: string[] = [];
  for (const [id, question] of kinds) if (/^y(es)?$/i.test(await ask(`${question} (y/N) `))) chosen.push(id);
  return chosen;
}

/** The kinds of `--kinds a,b` or `--kinds none`; throws Usage for one that is not known. */
export function kindsFrom(text: string, known: readonly string[]): readonly string[] {
  const chosen = listFrom(text);
  if (chosen.length === 1 && chosen[0] === 'none') return [];
  if (chosen.length === 0) throw new Usage('--kinds takes the kinds that hold, such as --kinds server,devices, or none.');
  for (const kind of chosen) oneOf('kinds', kind, known);
  return chosen;
}
