import type { Outcome, Suppressed } from '../core/outcome.ts';
import type { Diagnostic } from '../core/rule.ts';
import { lineStarts, positionAt, type Range } from '../core/text.ts';
import { inertJson, oneLine } from './escape.ts';
import { fingerprints } from './fingerprint.ts';
import { clipped, counted, type Format, grouped, shown, type View, worst } from './format.ts';

// GitHub keeps 5,000 results of a file, and takes 10 MB of it packed
const MOST = 5000;
const MOST_MESSAGE = 1000;
const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const levels = { error: 'error', warning: 'warning', info: 'note' } as const;

/** SARIF 2.1.0, as code scanning and editors read it: the rules that something was found of, and the worst 5,000 findings. */
export const sarif: Format = (outcome, view) => {
  const all: readonly Suppressed[] = [...worst(shown(outcome, view), MOST).map((diagnostic) => ({ diagnostic, reason: '' })), ...(outcome.suppressed ?? [])];
  const found = all.slice(0, MOST);
  // only those that occur: with all of them every upload would carry 100 KB that nobody asked for
  const rules = [...new Set(found.map(({ diagnostic }) => diagnostic.ruleId))].sort();
  const urls = new Map(found.map(({ diagnostic }) => [diagnostic.ruleId, diagnostic.url]));
  const printOf = fingerprints(outcome, view);
  const { version } = view;
  return inertJson({
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        // code scanning goes by semanticVersion, other readers show version
        tool: { driver: { name: 'Closeout', version, semanticVersion: version, rules: rules.map((id) => ruleOf(id, urls.get(id) ?? '', view)) } },
        invocations: [invocationOf(outcome, view)],
        columnKind: 'utf16CodeUnits',
        results: found.map((each) => resultOf(each, rules.indexOf(each.diagnostic.ruleId), outcome, view, printOf)),
      },
    ],
  });
};

function ruleOf(id: string, url: string, { ruleOf: facts }: View) {
  const { summary, why, severity } = facts?.(id) ?? { summary: id, why: '', severity: 'error' as const };
  return {
    id: oneLine(id),
    shortDescription: { text: message(summary) },
    fullDescription: { text: message(why || summary) },
    help: { text: message(`${summary} ${why}`.trim()) },
    // an address without a host leads nowhere
    ...(/^https?:\/\//i.test(url) ? { helpUri: encodeURI(url.toWellFormed()) } : {}),
    defaultConfiguration: { level: levels[severity] },
  };
}

function invocationOf(outcome: Outcome, view: View) {
  const count = shown(outcome, view).length;
  const unsure = outcome.diagnostics.filter((each) => each.undecided).length;
  const runs = outcome.verdicts.filter((each) => each.outcome === 'undecided').length;
  const undecided = [
    ...(outcome.undecided === undefined ? [] : [`Could not decide: ${outcome.undecided}`]),
    ...(unsure === 0 ? [] : [`${counted(unsure, 'result')} of these could not be decided.`]),
    ...(runs === 0 ? [] : [`It could not be decided whether ${counted(runs, 'run')} may close.`]),
  ];
  const cut = count <= MOST ? [] : [`Shown are the worst ${grouped(MOST)} of ${counted(count, 'finding')}; closeout lint --format json has all.`];
  const told = (level: string) => (text: string) => ({ level, message: { text: message(text) } });
  const notifications = [...undecided.map(told('error')), ...cut.map(told('warning')), ...(outcome.notes ?? []).map(told('note'))];
  return { executionSuccessful: undecided.length === 0, ...(notifications.length > 0 ? { toolExecutionNotifications: notifications } : {}) };
}

function resultOf({ diagnostic, reason }: Suppressed, ruleIndex: number, outcome: Outcome, { way = '' }: View, printOf: (diagnostic: Diagnostic) => string) {
  const artifactLocation = { uri: uriOf(`${way}${diagnostic.file}`), uriBaseId: '%SRCROOT%' };
  return {
    ruleId: oneLine(diagnostic.ruleId),
    ruleIndex,
    level: levels[diagnostic.severity],
    message: { text: message(diagnostic.message) },
    locations: [{ physicalLocation: { artifactLocation, region: regionOf(diagnostic.range) } }],
    // by this name GitHub knows a finding again
    partialFingerprints: { primaryLocationLineHash: printOf(diagnostic) },
    ...(reason === '' ? {} : { suppressions: [{ kind: 'inSource', justification: message(reason) }] }),
    ...fixesOf(diagnostic, outcome, artifactLocation),
  };
}

function fixesOf({ fix, file }: Diagnostic, { texts }: Outcome, artifactLocation: object) {
  const text = texts.get(file);
  if (!fix || text === undefined) return {};
  const starts = lineStarts(text);
  const deletedRegion = regionOf({ start: positionAt(starts, fix.span[0]), end: positionAt(starts, fix.span[1]) });
  const replacements = [{ deletedRegion, insertedContent: { text: fix.text } }];
  return { fixes: [{ description: { text: message(`Write "${fix.text}".`) }, artifactChanges: [{ artifactLocation, replacements }] }] };
}

function regionOf({ start, end }: Range) {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

/** Plain text: `[words](address)` would be a link, `{0}` an argument. */
function message(text: string): string {
  return clipped(oneLine(text), MOST_MESSAGE)
    .replaceAll('](', '] (')
    .replaceAll(/\{(?=\d)/g, '{ ');
}

function uriOf(file: string): string {
  return file.toWellFormed().split('/').map(encodeURIComponent).join('/');
}
