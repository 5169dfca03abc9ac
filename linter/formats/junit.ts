import type { Outcome } from '../core/outcome.ts';
import type { Diagnostic } from '../core/rule.ts';
import { type Verdict, verdictWords } from '../core/verdict.ts';
import { oneLine, xml } from './escape.ts';
import { clipped, counted, type Format, grouped, type View } from './format.ts';
import { placeIn, type Unit, unitsOf } from './units.ts';

// GitLab takes 30 MB of a file, and pages of more than this nobody opens
const MOST_CASES = 10_000;
const MOST_LINES = 20;
const MOST_LINES_IN_ALL = 20_000;

interface Case {
  readonly name: string;
  /** A failure is something wrong, an error is what could not be decided; without either the case passes. */
  readonly bad?: { readonly as: 'failure' | 'error'; readonly message: string; readonly type: string } | undefined;
  readonly lines: readonly string[];
}

interface Suite {
  readonly name: string;
  readonly cases: readonly Case[];
}

/** JUnit's XML in the form that Jenkins and GitLab show: a suite for each run or other file, a case for what the gate says and for each rule that is broken. */
export const junit: Format = (outcome, view) => {
  const suites = [...kept(outcome.undecided === undefined ? unitsOf(outcome, view).map((unit) => suiteOf(unit, view)) : [undecidedSuite(outcome.undecided)])];
  const notes = (outcome.notes ?? []).map((note): Case => ({ name: note, lines: [] }));
  if (notes.length > 0) suites.push({ name: 'Closeout', cases: notes });
  const cases = suites.flatMap((suite) => suite.cases);
  const room = { lines: MOST_LINES_IN_ALL };
  const body = suites.map((suite) => suiteXml(suite, room)).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="${titleOf(outcome)}" ${counts(cases)}>\n${body}</testsuites>\n`;
};

function titleOf({ today, sample }: Outcome): string {
  return attribute(`Closeout as of ${today}${sample ? ' (sample: the day stands still)' : ''}`);
}

function suiteOf(unit: Unit, view: View): Suite {
  const errors = unit.diagnostics.filter((each) => each.severity === 'error');
  const told = unit.diagnostics.filter((each) => each.severity !== 'error').map((each) => lineOf(unit, each));
  const rules = [...Map.groupBy(errors, (each) => each.ruleId)].map(([id, found]) => ruleCase(id, found, unit, view));
  if (unit.verdict) return { name: unit.name, cases: [gateCase(unit.verdict, told), ...rules] };
  if (told.length > 0) return { name: unit.name, cases: [...rules, { name: 'Warnings and notes', lines: told }] };
  return { name: unit.name, cases: rules.length > 0 ? rules : [{ name: 'Nothing is wrong', lines: [] }] };
}

/** The gate's word on a run is a case of its own, so that a run that is in order shows as a test that passed. */
function gateCase(verdict: Verdict, told: readonly string[]): Case {
  const words = verdictWords(verdict);
  const blocked = verdict.outcome === 'left' && verdict.state !== 'closing';
  const as = verdict.outcome === 'undecided' ? 'error' : 'failure';
  const bad = blocked || as === 'error' ? ({ as, message: words, type: 'gate' } as const) : undefined;
  return { name: 'What the gate says', bad, lines: [`${verdict.state}: ${words}`, ...told] };
}

function ruleCase(id: string, found: readonly Diagnostic[], unit: Unit, view: View): Case {
  const summary = view.ruleOf?.(id)?.summary;
  const more = found.length > 1 ? ` (and ${grouped(found.length - 1)} more)` : '';
  const bad = {
    as: found.every((each) => each.undecided) ? ('error' as const) : ('failure' as const),
    message: `${found[0]?.message}${more}`,
    type: id,
  };
  return { name: summary ? `${summary} (${id})` : id, bad, lines: found.map((each) => lineOf(unit, each)) };
}

function lineOf(unit: Unit, each: Diagnostic): string {
  const severity = each.severity === 'info' ? 'note' : each.severity;
  return `${placeIn(unit, each)}  ${each.undecided ? 'undecided' : severity}  ${each.message}`;
}

function undecidedSuite(reason: string): Suite {
  return { name: 'Closeout', cases: [{ name: 'Something was checked', bad: { as: 'error', message: reason, type: 'undecided' }, lines: [] }] };
}

/** What fails comes first where there is too much to show all. */
function kept(suites: readonly Suite[]): readonly Suite[] {
  const all = suites.reduce((sum, suite) => sum + suite.cases.length, 0);
  if (all <= MOST_CASES) return suites;
  const fails = (suite: Suite): number => (suite.cases.some((each) => each.bad) ? 0 : 1);
  let room = MOST_CASES;
  const fitting = suites
    .toSorted((a, b) => fails(a) - fails(b))
    .flatMap((suite) => {
      const cases = suite.cases.slice(0, Math.max(room, 0));
      room -= cases.length;
      return cases.length > 0 ? [{ ...suite, cases }] : [];
    });
  return [...fitting, { name: 'Closeout', cases: [{ name: `Shown are ${grouped(MOST_CASES)} of ${counted(all, 'case')}, those that fail first`, lines: [] }] }];
}

function suiteXml({ name, cases }: Suite, room: { lines: number }): string {
  return `  <testsuite name="${attribute(name)}" ${counts(cases)}>\n${cases.map((each) => caseXml(name, each, room)).join('')}  </testsuite>\n`;
}

function caseXml(suite: string, { name, bad, lines }: Case, room: { lines: number }): string {
  const most = Math.min(MOST_LINES, Math.max(room.lines, 0));
  room.lines -= Math.min(lines.length, most);
  const rest = lines.length > most ? [`and ${counted(lines.length - most, 'more line')}`] : [];
  const text = [...lines.slice(0, most).map((line) => clipped(oneLine(line), 1000)), ...rest].map(xml).join('\n');
  const head = `    <testcase classname="${attribute(suite)}" name="${attribute(name)}"`;
  if (bad) return `${head}>\n      <${bad.as} type="${attribute(bad.type)}" message="${attribute(bad.message)}">${text}</${bad.as}>\n    </testcase>\n`;
  return text === '' ? `${head}/>\n` : `${head}>\n      <system-out>${text}</system-out>\n    </testcase>\n`;
}

function counts(cases: readonly Case[]): string {
  const number = (as: string): number => cases.filter(({ bad }) => bad?.as === as).length;
  return `tests="${cases.length}" failures="${number('failure')}" errors="${number('error')}"`;
}

function attribute(text: string): string {
  return xml(clipped(oneLine(text), 500));
}
