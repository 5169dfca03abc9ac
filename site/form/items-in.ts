import { readYaml } from '../../linter/engine.ts';
import type { Question } from './facts.ts';

/** Every answer of a run's text as plain data, by part and item; none where it cannot be read. */
export function itemsIn(text: string): ReadonlyMap<string, Question & { readonly answer: unknown }> {
  const data = readYaml(text).data as Readonly<Record<string, unknown>> | null | undefined;
  const all = (['answers', 'settled'] as const).flatMap((part) => {
    const group = data?.[part];
    if (typeof group !== 'object' || group === null) return [];
    return Object.entries(group).map(([item, answer]) => [`${part}.${item}`, { part, item, answer }] as const);
  });
  return new Map(all);
}
