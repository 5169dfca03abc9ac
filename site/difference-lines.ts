import type { Difference } from '../linter/engine.ts';

const ORDER: readonly Difference['weight'][] = ['major', 'minor', 'patch'];

/** The linter's words on what changed, each a line; what asks something of somebody comes before better wording. */
export function differenceLines(found: readonly Difference[]): readonly string[] {
  const sorted = found.toSorted((a, b) => ORDER.indexOf(a.weight) - ORDER.indexOf(b.weight));
  return sorted.length === 0 ? ['Nothing that anybody is asked'] : sorted.map(({ words }) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`);
}
