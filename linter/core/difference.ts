import type { Loose } from './documents.ts';
import type { Checklist, Item, Kind, Section } from './types.generated.ts';

/** How much a change of a checklist asks of runs that move to it. */
export type Weight = 'none' | 'patch' | 'minor' | 'major';

/** One difference in words, with its weight. */
export interface Difference {
  readonly weight: Exclude<Weight, 'none'>;
  readonly words: string;
}

const order: readonly Weight[] = ['none', 'patch', 'minor', 'major'];

/** What changed from one state of a checklist to another; `changes`, `version` and `digest` are not content. */
export function differences(before: Loose<Checklist>, after: Loose<Checklist>): readonly Difference[] {
  const found: Difference[] = [];
  const old = itemsOf(before);
  const now = itemsOf(after);
  for (const [id, item] of now) {
    const was = old.get(id);
    if (!was && !item.retired) found.push({ weight: item.level === 'must' ? 'major' : 'minor', words: `adds "${item.title}" (${item.level})` });
    else if (was) found.push(...itemDifferences(was, item));
  }
  for (const [id, item] of old) if (!now.has(id)) found.push({ weight: weightOf(item), words: `drops "${item.title}"` });
  for (const key of ['subject', 'phases', 'watch', 'signoffs'] as const)
    if (!same(before[key], after[key])) found.push({ weight: 'major', words: `changes ${key}` });
  const kinds = (data: Loose<Checklist>): string[] => (data.kinds ?? []).flatMap((kind: Kind | undefined) => kind?.id ?? []).sort();
  if (!same(kinds(before), kinds(after))) found.push({ weight: 'major', words: 'asks for other kinds' });
  const wording = (data: Loose<Checklist>): unknown => [
    data.title,
    data.owner,
    data.kinds,
    data.sections?.map((section: Loose<Section> | undefined) => [section?.id, section?.title, section?.items?.map((item: Item | undefined) => item?.id)]),
  ];
  if (found.length === 0 && !same(wording(before), wording(after))) found.push({ weight: 'patch', words: 'changes wording or order' });
  return found;
}

/** The heaviest of several differences. */
export function heaviest(found: readonly Difference[]): Weight {
  return found.reduce<Weight>((most, { weight }) => (order.indexOf(weight) > order.indexOf(most) ? weight : most), 'none');
}

/** The version after `version` for a change of this weight. */
export function bump(version: string, weight: Weight): string {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  if (weight === 'major') return `${major + 1}.0.0`;
  if (weight === 'minor') return `${major}.${minor + 1}.0`;
  return weight === 'patch' ? `${major}.${minor}.${patch + 1}` : version;
}

function itemsOf({ sections = [] }: Loose<Checklist>): Map<string, Item> {
  return new Map(sections.flatMap((section) => (section?.items ?? []).filter(Boolean).map((item) => [item.id, item] as const)));
}

const weightOf = ({ level }: Item): 'major' | 'minor' => (level === 'must' ? 'major' : 'minor');

function itemDifferences(was: Item, item: Item): Difference[] {
  const title = `"${item.title}"`;
  if (item.retired && !was.retired) return [{ weight: weightOf(was), words: `retires ${title}` }];
  const found: Difference[] = [];
  if (was.level !== item.level) found.push({ weight: item.level === 'must' ? 'major' : 'minor', words: `makes ${title} a ${item.level}` });
  const binding = ['evidence', 'na', 'by', 'phase', 'when'] as const;
  for (const key of binding) if (!same(was[key], item[key])) found.push({ weight: weightOf(item), words: `changes ${key} of ${title}` });
  const worded = ['title', 'why', 'how', 'origin'] as const;
  if (found.length === 0 && worded.some((key) => !same(was[key], item[key]))) found.push({ weight: 'patch', words: `rewords ${title}` });
  return found;
}

/** Key order decides nothing where both come from the same kind of file: the schema's keys are few and written alike. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}
