import { notesOf, type RuleFacts, rulebook, ruleGroups, ruleReads, type Severity } from '../linter/index.ts';

export { slotted } from '../linter/index.ts';

/** A rule or a check of the reader, as its page shows it. */
export interface RulePage {
  readonly id: string;
  readonly severity: Severity;
  readonly summary: string;
  readonly why: string;
  readonly group: RuleFacts['group'];
  readonly reads: string;
  /** When it counts, each in a sentence. */
  readonly notes: readonly string[];
  readonly messages: readonly string[];
}

/** Headings of the rule list, in the order in which a person would look. */
export const groups = ruleGroups;

/** Every rule and check, from the objects that the linter itself runs. */
export function rulePages(): readonly RulePage[] {
  return rulebook.map((facts) => ({ ...facts, reads: ruleReads[facts.group], notes: notesOf(facts), messages: Object.values(facts.messages) }));
}
