import type { Documents } from './documents.ts';
import type { Rule, Severity } from './rule.ts';

/** What is looked at: what a rule reads, or the stage at which a check of the parsers speaks. */
export type RuleGroup = keyof Documents | 'comment' | 'history' | 'shape' | 'reader';

/** All that is said about a rule or a check of the parsers, without the check itself. */
export interface RuleFacts {
  readonly id: string;
  readonly group: RuleGroup;
  /** Its own, before a config has had its say. */
  readonly severity: Severity;
  readonly summary: string;
  readonly why: string;
  readonly messages: Readonly<Record<string, string>>;
  readonly from?: Rule['from'];
  readonly pending?: Rule['pending'];
  readonly archive?: Rule['archive'];
  readonly last?: Rule['last'];
  readonly timed?: Rule['timed'];
  readonly firm?: Rule['firm'];
}

/** Headings of a list of rules, in the order in which a person would look. */
export const ruleGroups: Readonly<Record<RuleGroup, string>> = {
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

/** What each group looks at, as a person would say it. */
export const ruleReads: Readonly<Record<RuleGroup, string>> = {
  run: 'each run with its sign-offs and evidence',
  checklist: 'each checklist and each of its releases',
  page: 'each page of the site',
  content: 'each page and each update template',
  update: 'each update template',
  phrases: 'each group of phrase rules',
  walkthrough: 'each walkthrough on record',
  library: 'all records together',
  text: 'the text of each file',
  comment: 'each comment that silences a rule',
  history: 'the history of the repository, where a change is compared with its base',
  shape: 'each file, against the shape of its kind',
  reader: 'each file, before anything else',
};

/** When a rule counts, each in a sentence. */
export function notesOf({ group, from, pending, archive, last, timed }: RuleFacts): readonly string[] {
  return [
    group === 'reader' && 'A file that fails it is not judged any further until it is mended.',
    from === 'closing' && 'It holds from the state closing on; before that the run is left in peace.',
    pending && 'While the run is closing it tells what is left as an info. It blocks once the state says closed.',
    timed &&
      'It can turn red by itself as days go by. In a pull request it counts only where the change touches its file; the scheduled check counts it everywhere.',
    last && 'It is judged last, and only where nothing else is wrong: a signature under a wrong run says nothing.',
    archive && 'It holds for finished and cancelled runs too.',
  ].filter((note) => typeof note === 'string');
}

/** What fills a slot, where the slot's name alone would not tell it. */
export const slotWords: Readonly<Record<string, string>> = {
  title: 'its title',
  above: 'what stands above it',
  actual: 'what stands there',
  allowed: 'what is possible',
  before: 'what came before',
  bound: 'what its bounds are',
  code: "the character's code",
  enough: 'what would be enough',
  every: 'how often',
  evidence: 'what backs it',
  example: 'an example',
  expected: 'what should stand there',
  found: 'the words that were found',
  hint: 'what to do',
  how: 'how',
  instead: 'who could instead',
  known: 'what is known',
  last: 'the last one',
  latest: 'the latest day',
  least: 'the least',
  meaning: 'what it is read as',
  most: 'the most',
  news: 'what is new',
  next: 'the next one',
  other: 'the other one',
  raw: 'what is written',
  reason: 'the reason',
  right: 'what would be right',
  suggestion: 'the nearest known one',
  them: 'who',
  to: 'where to',
  was: 'what they were not',
  what: 'what it is',
  where: 'where',
  who: 'who answers it',
  why: 'why',
  word: 'the word',
  words: 'how it is written',
};
