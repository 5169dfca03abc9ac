import type { Severity } from '../core/rule.ts';
import { type RuleFacts, type RuleGroup, ruleGroups } from '../core/rulebook.ts';
import type { PhraseRule } from '../core/types.generated.ts';
import { marked } from './day.ts';
import { oneLine } from './escape.ts';
import { counted, type View } from './format.ts';
import { wrap } from './text.ts';

/** What a list of rules shows. */
export interface RuleRows {
  readonly rules: readonly (RuleFacts & { readonly configured?: Severity | undefined; readonly url: string })[];
  readonly phrases: readonly {
    readonly rule: PhraseRule;
    readonly group: { readonly id: string; readonly title: string; readonly why: string };
    readonly url: string;
  }[];
  /** The word that was looked for. */
  readonly word?: string | undefined;
}

type Row = RuleRows['rules'][number];

export const severityColours = { error: 'red', warning: 'yellow', info: 'cyan' } as const;

/** When a rule speaks, each in a word or two. */
function flagsOf({ from, pending, last, archive, timed, firm, configured, severity, group }: Row): readonly string[] {
  return [
    configured !== undefined && configured !== severity ? `${severity} of itself` : '',
    from ? `from ${from} on` : '',
    pending ? 'blocks once closed' : '',
    last ? 'judged last' : '',
    archive ? 'archive too' : '',
    timed ? 'timed' : '',
    // every check of the parsers is: that is said once
    firm && !stages.includes(group) ? 'cannot be silenced' : '',
  ].filter(Boolean);
}

const stages: readonly RuleGroup[] = ['comment', 'history', 'shape', 'reader'];

function groupsOf<T extends { readonly group: RuleGroup }>(rules: readonly T[]): readonly (readonly [RuleGroup, readonly T[]])[] {
  const found = Map.groupBy(rules, (each) => each.group);
  return (Object.keys(ruleGroups) as RuleGroup[]).flatMap((group) => (found.has(group) ? [[group, found.get(group) ?? []] as const] : []));
}

function text(rows: RuleRows, view: View): string {
  const width = Math.max(0, ...rows.rules.map(({ id }) => id.length));
  const line = (rule: Row): string => {
    const severity = rule.configured ?? rule.severity;
    const flags = flagsOf(rule).join(', ');
    const head = `  ${rule.id.padEnd(width)}  ${view.paint(severityColours[severity], severity.padEnd(flags ? 7 : 0))}`;
    return `${head}${flags ? `  ${view.paint('dim', wrap(flags, width + 13, view.width))}` : ''}\n      ${wrap(oneLine(rule.summary), 6, view.width)}`;
  };
  const blocks = groupsOf(rows.rules).map(([group, rules]) => `${view.paint('bold', `${ruleGroups[group]}: ${rules.length}`)}\n${rules.map(line).join('\n')}`);
  return `${[...blocks, ...phraseText(rows, view), summaryOf(rows)].join('\n\n')}\n`;
}

function phraseText({ phrases, word }: RuleRows, view: View): string[] {
  if (phrases.length === 0) return [];
  const groups = [...Map.groupBy(phrases, (each) => each.group.id).values()];
  const heading = view.paint('bold', `Phrase rules: ${phrases.length}`);
  if (word === undefined) {
    const width = Math.max(...groups.map(([first]) => first?.group.id.length ?? 0));
    const lines = groups.map(
      (each) => `  ${(each[0]?.group.id ?? '').padEnd(width)}  ${String(each.length).padStart(3)}  ${oneLine(each[0]?.group.title ?? '')}`,
    );
    return [`${heading}\n${lines.join('\n')}\n  ${view.paint('dim', 'One group: closeout rules GROUP')}`];
  }
  const width = Math.max(...phrases.map(({ rule }) => rule.id.length));
  const lines = phrases.map(
    ({ rule: { id, severity, title } }) =>
      `  phrase/${id.padEnd(width)}  ${view.paint(severityColours[severity], severity)}\n      ${wrap(oneLine(title), 6, view.width)}`,
  );
  return [`${heading}\n${lines.join('\n')}`];
}

function summaryOf({ rules, phrases, word }: RuleRows): string {
  const counts = [rules.length > 0 ? counted(rules.length, 'rule') : '', phrases.length > 0 ? counted(phrases.length, 'phrase rule') : ''];
  const what = counts.filter(Boolean).join(' and ');
  return `${what}${word === undefined ? '' : ` with "${oneLine(word)}"`}.\nWhat one wants and why: closeout explain RULE`;
}

function markdown({ rules, phrases }: RuleRows): string {
  const table = (rows: readonly (readonly string[])[]): string =>
    ['| rule | severity | what it wants |', '| --- | --- | --- |', ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n');
  const blocks = groupsOf(rules).map(([group, each]) => {
    const rows = each.map((rule) => {
      const flags = flagsOf(rule).join(', ');
      return [`\`${rule.id}\``, `${rule.configured ?? rule.severity}${flags ? ` (${flags})` : ''}`, marked(rule.summary)];
    });
    return `## ${ruleGroups[group]}\n\n${table(rows)}`;
  });
  const said = [...Map.groupBy(phrases, (each) => each.group.id).values()].map((each) => {
    const rows = each.map(({ rule: { id, severity, title } }) => [`\`phrase/${id}\``, severity, marked(title)]);
    return `## Phrases: ${marked(each[0]?.group.title ?? '')}\n\n${table(rows)}`;
  });
  return `# Rules\n\n${[...blocks, ...said].join('\n\n')}\n`;
}

function json({ rules, phrases, word }: RuleRows): string {
  const shown = {
    format: 'closeout-rules',
    version: 1,
    word,
    rules: rules.map(({ id, group, severity, configured, summary, why, messages, url, ...flags }) => ({
      id,
      group,
      severity: configured ?? severity,
      own: severity,
      summary,
      why,
      messages,
      from: flags.from,
      pending: flags.pending ?? false,
      archive: flags.archive ?? false,
      last: flags.last ?? false,
      timed: flags.timed ?? false,
      firm: flags.firm ?? false,
      url,
    })),
    phrases: phrases.map(({ rule, group, url }) => ({
      id: `phrase/${rule.id}`,
      group: group.id,
      severity: rule.severity,
      title: rule.title,
      say: rule.say,
      why: rule.why,
      audience: rule.audience,
      url,
    })),
    complete: true,
  };
  return `${JSON.stringify(shown, null, 2).replaceAll('##[', '##\\u005b')}\n`;
}

/** The list of rules by the name that `--format` takes. */
export const ruleLists: Readonly<Record<string, (rows: RuleRows, view: View) => string>> = { text, json, markdown };
