import { checkList, rules, type Severity } from '../linter/index.ts';
import { readsWords, stageWords } from './words.ts';

/** A rule or a check of the reader, as its page shows it. */
export interface RulePage {
  readonly id: string;
  readonly severity: Severity;
  readonly summary: string;
  readonly why: string;
  readonly group: keyof typeof readsWords | 'comment' | 'history' | 'shape' | 'reader';
  readonly reads: string;
  /** When it counts, each in a sentence. */
  readonly notes: readonly string[];
  readonly messages: readonly string[];
}

/** Headings of the rule list, in the order in which a person would look. */
export const groups: Readonly<Record<RulePage['group'], string>> = {
  run: 'Runs and sign-offs',
  checklist: 'Checklists',
  page: 'Pages',
  content: 'Pages and update templates',
  update: 'Update templates',
  phrases: 'Phrases',
  walkthrough: 'Walkthroughs',
  library: 'All records together',
  text: 'Every file',
  comment: 'Suppressions',
  history: 'History',
  shape: 'The shape of a file',
  reader: 'Reading a file',
};

/** Every rule and check, from the objects that the linter itself runs. */
export function rulePages(): readonly RulePage[] {
  const judged = rules.map((rule) => ({
    id: rule.id,
    severity: rule.severity,
    summary: rule.summary,
    why: rule.why,
    group: rule.reads,
    reads: readsWords[rule.reads],
    notes: notesOf(rule),
    messages: Object.values(rule.messages),
  }));
  const checked = checkList.map((check) => ({
    id: check.id,
    severity: check.severity,
    summary: check.summary,
    why: check.why,
    group: check.stage,
    reads: stageWords[check.stage],
    notes: check.stage === 'reader' ? ['A file that fails it is not judged any further until it is mended.'] : [],
    messages: Object.values(check.messages),
  }));
  return [...judged, ...checked];
}

function notesOf({ from, pending, archive, last, timed }: (typeof rules)[number]): readonly string[] {
  return [
    from === 'closing' && 'It holds from the state closing on; before that the run is left in peace.',
    pending && 'While the run is closing it tells what is left as an info. It blocks once the state says closed.',
    timed &&
      'It can turn red by itself as days go by. In a pull request it counts only where the change touches its file; the scheduled check counts it everywhere.',
    last && 'It is judged last, and only where nothing else is wrong: a signature under a wrong run says nothing.',
    archive && 'It holds for finished and cancelled runs too.',
  ].filter((note) => note !== false && note !== undefined);
}

/** A message cut at its slots: every second part is the name of a slot. */
export function slotted(message: string): readonly string[] {
  // doubled braces stand for single ones; a character that no message holds keeps them apart from slots meanwhile
  const parts = message
    .replaceAll('{{', '\u0001')
    .replaceAll('}}', '\u0002')
    .split(/\{(\w+)\}/);
  return parts.map((part) => part.replaceAll('\u0001', '{').replaceAll('\u0002', '}'));
}
