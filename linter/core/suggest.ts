import type { Instead } from './rule.ts';

/** What was probably meant, and what is offered to write. */
export interface Meant {
  readonly suggestion: string | undefined;
  readonly instead: Instead | undefined;
}

/** The nearest candidate. It is sure only where of `known`, all that could have been meant, no other is as near. */
export function meant(written: string, candidates: Iterable<string>, known: Iterable<string> = candidates): Meant {
  const suggestion = nearest(written, candidates);
  return { suggestion, instead: suggestion === undefined ? undefined : { was: written, texts: [suggestion], sure: isSure(written, suggestion, known) } };
}

/** The same for the unknown keys of one group: of two that mean the same nobody can say which is right. */
export function meantKeys(unknown: readonly string[], free: readonly string[], known: Iterable<string>): ReadonlyMap<string, Meant> {
  const all = [...known];
  const found = unknown.map((key) => [key, meant(key, free, all)] as const);
  const claims = Map.groupBy(found, ([, { suggestion }]) => suggestion);
  return new Map(found.map(([key, { suggestion, instead }]) => [key, { suggestion, instead: sureIf(instead, claims.get(suggestion)?.length === 1) }]));
}

/** A suggestion only, unless this holds too. */
export function sureIf(instead: Instead | undefined, holds: boolean): Instead | undefined {
  return instead && { ...instead, sure: instead.sure && holds };
}

/** One slip of the finger, or two in a long word. A changed digit names another thing, and `unmanaged` is no misspelt `managed`. */
function isSure(written: string, suggestion: string, known: Iterable<string>): boolean {
  if (Math.max(written.length, suggestion.length) < 4 || written.length > 80) return false;
  if (written[0]?.toLowerCase() !== suggestion[0]?.toLowerCase()) return false;
  if (written.replaceAll(/\D/g, '') !== suggestion.replaceAll(/\D/g, '')) return false;
  const isNear = (candidate: string): boolean => {
    const most = Math.min(written.length, candidate.length) >= 8 ? 2 : 1;
    return Math.abs(candidate.length - written.length) <= most && edits(written.toLowerCase(), candidate.toLowerCase()) <= most;
  };
  return [...new Set(known)].every((candidate) => isNear(candidate) === (candidate === suggestion));
}

/** The candidate nearest to what was written, if it is near enough to be meant; edits are counted, swaps as one. */
export function nearest(written: string, candidates: Iterable<string>): string | undefined {
  const most = Math.max(1, Math.floor(Math.min(written.length, 40) / 3));
  let best: string | undefined;
  let least = most + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - written.length) >= least) continue;
    const distance = edits(written.slice(0, 80).toLowerCase(), candidate.toLowerCase());
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** Optimal string alignment distance. By hand: 15 lines, and core takes no package for it. */
function edits(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) value = Math.min(value, (before[j - 2] ?? 0) + 1);
      row.push(value);
    }
    [before, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
