import type { RuleBrief } from '../core/rule.ts';
import type { RuleFacts } from '../core/rulebook.ts';
import { checkList } from '../parse/checks.ts';
import { rules } from '../rules/index.ts';
import type { Workspace } from './opened.ts';
import { phraseFacts } from './phrases.ts';

/** Every rule, then every check of the parsers: the objects that the linter itself runs. A check is firm: no comment silences it. */
export const rulebook: readonly RuleFacts[] = [
  ...rules.map(({ reads, when: _when, check: _check, ...rule }) => ({ ...rule, group: reads })),
  ...checkList.map(({ stage, ...check }) => ({ ...check, group: stage, firm: true as const })),
];

/** What is said of a rule, a check of the parsers or a phrase rule; undefined where nothing by this id is known. */
export function factsOf(workspace: Workspace, id: string): RuleBrief | undefined {
  if (!id.startsWith('phrase/')) return rulebook.find((each) => each.id === id);
  const rule = phraseFacts(workspace.library).find((each) => `phrase/${each.rule.id}` === id)?.rule;
  return rule && { severity: rule.severity, summary: `Wording to avoid: ${rule.title}.`, why: `${rule.why} Say instead: ${rule.say}` };
}
