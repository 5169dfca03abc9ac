import type { RuleFacts } from '../core/rulebook.ts';
import { checkList } from '../parse/checks.ts';
import { rules } from '../rules/index.ts';

/** Every rule, then every check of the parsers: the objects that the linter itself runs. A check is firm: no comment silences it. */
export const rulebook: readonly RuleFacts[] = [
  ...rules.map(({ reads, check: _check, ...rule }) => ({ ...rule, group: reads })),
  ...checkList.map(({ stage, ...check }) => ({ ...check, group: stage, firm: true as const })),
];
