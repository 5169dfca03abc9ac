import type { Loose, Update } from '../linter/index.ts';
import { organisation } from './data.ts';
import { situationWords } from './words.ts';

/** An update template as the pages show it. */
export interface UpdateView {
  readonly id: string;
  readonly title: string;
  readonly data: Loose<Update>;
}

/** A stretch of a template: words, or a slot with its example. */
export interface Stretch {
  readonly words: string;
  /** The slot's name; missing for words. */
  readonly slot?: string;
}

const STAGES: readonly Update['stage'][] = ['acknowledge', 'scope', 'update', 'long-running', 'resolved'];

/** All update templates, in each situation the first word first. */
export function updates(): readonly UpdateView[] {
  const { tree, library } = organisation().workspace;
  const views = tree.list('site/content/updates').flatMap((file) => {
    const id = /^site\/content\/updates\/([^/]+)\.yaml$/.exec(file)?.[1];
    const value = id === undefined ? undefined : library.parsed(file)?.value;
    if (id === undefined || typeof value !== 'object' || value === null) return [];
    const data = value as Loose<Update>;
    return [{ id, title: data.title ?? id, data }];
  });
  return views.sort(
    (a, b) => stageOf(a) - stageOf(b) || Number(a.data.audience === 'internal') - Number(b.data.audience === 'internal') || (a.id < b.id ? -1 : 1),
  );
}

function stageOf({ data }: UpdateView): number {
  return data.stage ? STAGES.indexOf(data.stage) : STAGES.length;
}

/** The templates by situation, in the order of `situationWords`; those that name none come last. */
export function updatesBySituation(): readonly { readonly id: string; readonly title: string; readonly updates: readonly UpdateView[] }[] {
  const all = updates();
  const named = Object.entries(situationWords).map(([id, title]) => ({ id, title, updates: all.filter((each) => each.data.situation === id) }));
  const rest = { id: 'other', title: 'Other', updates: all.filter((each) => each.data.situation === undefined) };
  return [...named, rest].filter((group) => group.updates.length > 0);
}

/** A template's text cut at its slots, each filled with its example; a slot that is not defined stays in its braces. */
export function stretchesOf(text: string, slots: Loose<Update>['slots'] = {}): readonly Stretch[] {
  return text.split(/(\{[a-z0-9-]+\})/).flatMap((part): Stretch[] => {
    const name = /^\{([a-z0-9-]+)\}$/.exec(part)?.[1];
    if (name === undefined) return part === '' ? [] : [{ words: part }];
    return [{ words: slots[name]?.example ?? part, slot: name }];
  });
}
