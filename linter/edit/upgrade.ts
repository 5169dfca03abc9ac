import type { ItemFacts } from '../core/checklist.ts';
import { applies, type Release } from '../core/checklist.ts';
import type { LooseRun } from '../core/documents.ts';
import { edited } from './edited.ts';

/** A run's text on another release, and what a person has to know about it. */
export interface Upgraded {
  readonly text: string;
  /** Kinds that the run had not answered, and what is written of each. */
  readonly kinds: readonly (readonly [kind: string, holds: boolean])[];
  /** Items that are new to the run. */
  readonly added: readonly ItemFacts[];
  /** Items that the run answers and that are not asked any more. */
  readonly dropped: readonly ItemFacts[];
  /** Items that the run answers and that do not apply to it on the new release. */
  readonly elsewhere: readonly ItemFacts[];
  /** Items whose answer stands and that now ask for something else. */
  readonly changed: readonly ItemFacts[];
}

/** The kinds of a release that a run has not answered. */
export function newKinds(run: LooseRun, to: Release): readonly string[] {
  return [...to.kinds.keys()].filter((kind) => run.project?.kinds?.[kind] === undefined);
}

/** Moves a run's text to another release: answers and comments stay, what is new is added open. `holding` names the new kinds that are true. */
export function upgraded(file: string, text: string, run: LooseRun, from: Release, to: Release, holding: readonly string[] = []): Upgraded {
  const kinds = newKinds(run, to).map((kind) => [kind, holding.includes(kind)] as const);
  const now = { ...run.project?.kinds, ...Object.fromEntries(kinds) };
  const asked = [...to.items.values()].filter((item) => !item.retired && applies(item, now));
  const answers = run.answers ?? {};
  const added = asked.filter((item) => answers[item.id] === undefined);
  const order = [...to.items.keys()];
  const after = edited(file, withModeline(text, from, to), [
    { within: [], key: 'checklist', value: `${to.id}@${to.version}` },
    ...kinds.map(([kind, holds]) => ({ within: ['project', 'kinds'], key: kind, value: holds, order: [...to.kinds.keys()], comment: to.kinds.get(kind) })),
    ...added.map((item) => ({ within: ['answers'], key: item.id, value: 'open', order, comment: item.title })),
  ]);
  const answered = [...from.items.values()].filter((item) => answers[item.id] !== undefined);
  const dropped = answered.filter((item) => to.items.get(item.id)?.retired !== undefined || !to.items.has(item.id));
  const changed = asked.filter((item) => {
    const was = from.items.get(item.id);
    return (
      was !== undefined &&
      answers[item.id] !== undefined &&
      answers[item.id] !== 'open' &&
      (was.evidence !== item.evidence || was.na !== item.na || was.by !== item.by)
    );
  });
  const elsewhere = [...to.items.values()].filter((item) => !item.retired && answers[item.id] !== undefined && applies(item, now) === false);
  return { text: after, kinds, added, dropped, elsewhere, changed };
}

/** The line that tells editors which schema completes the run. */
function withModeline(text: string, from: Release, to: Release): string {
  const [line = ''] = text.split('\n', 1);
  if (!line.startsWith('# yaml-language-server:')) return text;
  return line.replace(`${from.id}@${from.version}.schema.json`, `${to.id}@${to.version}.schema.json`) + text.slice(line.length);
}
