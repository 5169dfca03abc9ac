import type { Severity } from '../core/rule.ts';
import { notesOf, type RuleFacts, ruleReads, slotWords } from '../core/rulebook.ts';
import { slotted } from '../core/slots.ts';
import type { PhraseRule } from '../core/types.generated.ts';
import { oneLine } from './escape.ts';
import type { View } from './format.ts';
import { severityColours } from './rules.ts';
import { wrap } from './text.ts';

/** A line that a rule objects to, what it says of it, and the line put right. */
export interface RuleExample {
  readonly bad: string;
  readonly says: string;
  readonly good?: string | undefined;
}

type RuleHere = RuleFacts & { readonly configured?: Severity | undefined; readonly url: string };
type Section = readonly [heading: string, lines: readonly string[]];

/** A rule for people at a terminal: what it wants, when it speaks, what it says and what to do. */
export function ruleText(rule: RuleHere, example: RuleExample | undefined, view: View): string {
  const messages = Object.values(rule.messages).map((message) => messageText(message));
  return page(rule.id, rule.configured ?? rule.severity, rule.summary, view, [
    ['Why', [rule.why]],
    ['When it speaks', whenLines(rule)],
    [messages.length === 1 ? 'What it says' : `What it says, one of ${messages.length}`, messages],
    ['For example', exampleLines(example)],
    ['What to do', todoLines(rule)],
    ['Its page', [addressLine(rule.url)]],
  ]);
}

/** A phrase rule: what to say instead, and sentences that it is about. */
export function phraseText(rule: PhraseRule, group: string, url: string, view: View): string {
  const quoted = (sentences: readonly string[]): string[] => sentences.slice(0, 4).map((each) => `- ${oneLine(each)}`);
  return page(`phrase/${rule.id}`, rule.severity, rule.title, view, [
    ['Say instead', [rule.say]],
    ['Why', [rule.why]],
    ['When it speaks', phraseNotes(rule, group)],
    ['It finds', quoted(rule.flag)],
    ['It leaves alone', quoted(rule.pass)],
    [
      'What to do',
      [
        'Reword the sentence, with what you really know. To try one: closeout phrase draft.md',
        ...(rule.replace === undefined ? [] : [`closeout phrase --fix writes "${oneLine(rule.replace)}" instead.`]),
        ...exceptionLines(`phrase/${rule.id}`, 'content'),
      ],
    ],
    ['Its page', [addressLine(url)]],
  ]);
}

function page(id: string, severity: Severity, summary: string, view: View, sections: readonly Section[]): string {
  const head = `${view.paint('bold', id)}  ${view.paint(severityColours[severity], severity)}\n${wrap(oneLine(summary), 0, view.width)}`;
  const blocks = sections.flatMap(([heading, lines]) =>
    lines.length === 0 ? [] : [`${view.paint('bold', heading)}\n${lines.map((line) => `  ${wrapLine(line, view)}`).join('\n')}`],
  );
  return `${[head, ...blocks].join('\n\n')}\n`;
}

/** What begins in a column of its own goes on there. */
function wrapLine(line: string, { width }: View): string {
  const lead = /^(?:wrong {2}|right {2}|says {3}|- )/.exec(line)?.[0] ?? '';
  return lead + wrap(line.slice(lead.length), 2 + lead.length, width);
}

/** A message as it reads before its slots are filled: each as plain words in angle brackets. */
function messageText(message: string): string {
  const parts = slotted(message);
  const words = parts.map((part, index) => (index % 2 === 0 ? part || (index > 0 ? ' ' : '') : `<${slotWords[part] ?? part}>`));
  return `- ${words.join('').trimEnd()}`;
}

function whenLines(rule: RuleHere): readonly string[] {
  const { severity, configured, group, firm } = rule;
  const set = configured !== undefined && configured !== severity;
  const own = set ? `Your config makes it ${a(configured)}; of itself it is ${a(severity)}.` : `It is ${a(severity)}${means[severity]}.`;
  return [`It looks at ${ruleReads[group]}.`, own, ...notesOf(rule), ...(firm ? ['No comment silences it: others rely on it.'] : [])];
}

const means = {
  error: ': it blocks, and no config softens it',
  warning: ': it blocks nothing unless --max-warnings says so',
  info: ': it blocks nothing',
} as const;

function a(severity: Severity): string {
  return severity === 'warning' ? 'a warning' : `an ${severity}`;
}

function exampleLines(example: RuleExample | undefined): readonly string[] {
  if (!example) return [];
  const right = example.good === undefined ? [] : [`right  ${oneLine(example.good)}`];
  return [`wrong  ${oneLine(example.bad)}`, `says   ${oneLine(example.says)}`, ...right];
}

/** Files in which a comment may silence a rule. */
const SILENCED: readonly RuleFacts['group'][] = ['checklist', 'page', 'content', 'update', 'phrases', 'text'];

function todoLines({ id, group, severity, configured, firm }: RuleHere): readonly string[] {
  const mend = 'Change the line that the finding names as its message says, then lint the file again: closeout lint FILE';
  const again = 'A sign-off is never edited by hand. Put back what was changed after signing, or have it signed again: closeout sign RUN --role ROLE --by ID';
  const soften =
    severity === 'error'
      ? []
      : [`Another severity for everybody: severities: { ${id}: ${(configured ?? severity) === 'error' ? 'warning' : 'error'} } in closeout.config.yaml.`];
  const except = firm || !SILENCED.includes(group) ? [] : exceptionLines(id, group);
  const records = group === 'run' || group === 'walkthrough' || group === 'library' ? ['Records know no exceptions: what is found there is mended.'] : [];
  return [id.startsWith('signoff-') ? again : mend, ...soften, ...except, ...records];
}

/** What is to be typed stands on a line of its own, where nothing breaks it. */
function exceptionLines(id: string, group: RuleFacts['group']): readonly string[] {
  const yaml = group === 'page' ? [] : [`  # closeout-ignore ${id}: the reason`];
  const page = group === 'page' || group === 'content' ? [`  {/* closeout-ignore ${id}: the reason */}${group === 'page' ? '' : '   in a page'}`] : [];
  return ['An exception, with its reason, stands in the line above:', ...yaml, ...page];
}

function phraseNotes({ audience, when = [], policy, severity }: PhraseRule, group: string): readonly string[] {
  const who = { customer: 'what a customer reads', internal: 'what colleagues read', note: 'notes about what went wrong' } as const;
  return [
    `It looks at ${audience.map((each) => who[each]).join(', and at ')}. It is one of the group ${oneLine(group)}.`,
    `It is ${a(severity)}${severity === 'error' ? ': it blocks' : ': it blocks nothing'}.`,
    ...(when.includes('first-word') ? ['Only in the first word on something, when nobody knows the cause yet.'] : []),
    ...(when.includes('no-next-update') ? ['Only where the message does not say when the next update comes.'] : []),
    ...(policy === 'fix-time' ? ['updates.fix-time in closeout.config.yaml decides: allow, warn or forbid.'] : []),
    ...(policy === 'cadence' ? ['updates.every and updates.long-running in closeout.config.yaml say how long is too long.'] : []),
    'Quotes, code and paragraphs that begin with "Internal note:" are left alone.',
  ];
}

function addressLine(url: string): string {
  return url.startsWith('/') ? `${url} on your site, if you have one. With site: in closeout.config.yaml the whole address stands here.` : oneLine(url);
}
