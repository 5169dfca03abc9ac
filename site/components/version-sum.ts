import { differences } from '../../linter/engine.ts';
import { differenceLines } from '../difference-lines.ts';

/** What the linter says that two versions differ in, read from their files in a folder; throws where one cannot be loaded. */
export async function linesBetween(folder: string, ends: readonly [string, string]): Promise<readonly string[]> {
  const [before, after] = await Promise.all(ends.map((id) => released(`${folder}${id}.json`)));
  return differenceLines(differences(before ?? {}, after ?? {}));
}

async function released(address: string): Promise<object> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}
