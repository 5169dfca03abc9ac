import type { Loose, PhraseRule, Phrases } from '../linter/index.ts';
import { policyOf, type UpdatePolicy } from '../linter/index.ts';
import { organisation } from './data.ts';

/** A group of phrase rules as the page shows it. */
export interface PhraseGroup {
  readonly id: string;
  readonly title: string;
  readonly why?: string | undefined;
  readonly lists: Phrases['lists'];
  readonly rules: readonly PhraseRule[];
}

/** What the page hands to its own box: all that is needed to look for the wordings. */
export interface DraftRules {
  readonly groups: readonly Pick<PhraseGroup, 'lists' | 'rules'>[];
  readonly policy: UpdatePolicy;
}

/** All groups of phrase rules, by file. */
export function phraseGroups(): readonly PhraseGroup[] {
  const { tree, library } = organisation().workspace;
  return tree.list('site/content/phrases').flatMap((file) => {
    const id = /^site\/content\/phrases\/([^/]+)\.yaml$/.exec(file)?.[1];
    const value = id === undefined ? undefined : library.parsed(file)?.value;
    if (id === undefined || typeof value !== 'object' || value === null) return [];
    const { title = id, why, lists, rules = [] } = value as Loose<Phrases>;
    return [{ id, title, why, lists, rules: (rules as readonly (PhraseRule | undefined)[]).filter((rule) => rule !== undefined) }];
  });
}

/** The rules for the box on the page, as JSON that may stand in a script element. The examples stay out: they only test the rules. */
export function draftRules(): string {
  const groups = phraseGroups().map(({ lists, rules }) => ({ lists, rules: rules.map((rule) => ({ ...rule, flag: [], pass: [] })) }));
  const rules: DraftRules = { groups, policy: policyOf(organisation().workspace.config) };
  return JSON.stringify(rules).replaceAll('<', '\\u003c');
}
