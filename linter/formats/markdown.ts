import type { Outcome } from '../core/outcome.ts';
import type { Diagnostic } from '../core/rule.ts';
import { listed, verdictWords } from '../core/verdict.ts';
import { markdown } from './escape.ts';
import { checkedWords, clipped, counted, type Format, foundWords, grouped, rank, type View } from './format.ts';
import { placeIn, type Unit, unitsOf } from './units.ts';

const MOST_NAMES = 20;
const MOST_MESSAGE = 600;
/** Room for what is said of what was left out. */
const REST = 400;

/** A comment on a pull request: what is left of each run, as a checklist. GitHub takes 65,536 characters. Its first line tells a program which comment to write anew. */
export const comment: Format = (outcome, view) => `<!-- closeout-lint -->\n${written(outcome, view, 65_536 - 64)}`;

/** The same as the summary of a step, of which GitHub takes 1 MiB. */
export const summary: Format = (outcome, view) => written(outcome, view, 1_048_576 - 64);

/** As much as fits into so many bytes: where that is not all, first without notes, then without warnings, then the first so many errors. */
function written(outcome: Outcome, view: View, most: number): string {
  const head = [`## ${titleOf(outcome)}`, '', outcome.undecided === undefined ? checkedLine(outcome) : markdown(outcome.undecided), ''];
  const tail = quietRuns(outcome);
  const all = linesOf(outcome, view);
  const room = most - REST - sizeOf([...head, ...tail]);
  const level = [4, 3, 2].find((rank) => sizeOf(upTo(all, rank)) <= room);
  const kept = level === undefined ? cut(upTo(all, 2), room) : upTo(all, level);
  const count = (lines: readonly Line[]): number => lines.filter((each) => each.isEntry).length;
  const left =
    count(kept) === count(all)
      ? []
      : ['', `Shown are the worst ${grouped(count(kept))} of ${counted(count(all), 'finding')}. Run \`closeout lint\` to see all.`, ''];
  return `${[...head, ...kept.map((each) => each.text), ...left, ...tail].join('\n').trimEnd()}\n`;
}

interface Line {
  readonly text: string;
  /** The lower, the worse; a heading is as bad as what is worst below it. */
  readonly rank: number;
  readonly isEntry: boolean;
}

/** Headings and findings, the worst unit and the worst finding first. */
function linesOf(outcome: Outcome, view: View): readonly Line[] {
  return unitsOf(outcome, view)
    .filter((unit) => unit.diagnostics.length > 0)
    .map((unit) => ({ unit, worst: Math.min(...unit.diagnostics.map(rank)) }))
    .toSorted((a, b) => a.worst - b.worst)
    .flatMap(({ unit, worst }) => {
      const beside = (text: string): Line => ({ text, rank: worst, isEntry: false });
      const entries = unit.diagnostics
        .toSorted((a, b) => rank(a) - rank(b))
        .map((each) => ({ text: entry(unit, each, view), rank: rank(each), isEntry: true }));
      return [beside(`### ${headingOf(unit)}`), beside(''), ...entries, beside('')];
    });
}

function upTo(lines: readonly Line[], rank: number): readonly Line[] {
  return lines.filter((each) => each.rank <= rank);
}

/** The first lines that fit; a heading with nothing below it says nothing. */
function cut(lines: readonly Line[], room: number): readonly Line[] {
  let used = 0;
  const end = lines.findIndex((each) => {
    used += sizeOf([each]);
    return used > room;
  });
  const fitting = end === -1 ? lines : lines.slice(0, end);
  return fitting.slice(0, fitting.findLastIndex((each) => each.isEntry) + 1);
}

/** Bytes, with a line break after each. */
function sizeOf(lines: readonly (Line | string)[]): number {
  const encoder = new TextEncoder();
  return lines.reduce((sum, line) => sum + encoder.encode(typeof line === 'string' ? line : line.text).length + 1, 0);
}

function titleOf({ undecided, verdicts, diagnostics }: Outcome): string {
  if (undecided !== undefined) return 'Closeout could not decide';
  const [only] = verdicts;
  if (verdicts.length === 1 && only) return `Closeout: ${verdictWords(only)}`;
  const left = verdicts.filter((each) => each.outcome === 'left').length;
  const unsure = verdicts.filter((each) => each.outcome === 'undecided').length;
  const parts = [
    left > 0 ? `${counted(left, 'run')} ${left === 1 ? 'has' : 'have'} something left` : '',
    unsure > 0 ? `${counted(unsure, 'run')} could not be decided` : '',
  ].filter(Boolean);
  return `Closeout: ${listed(parts) || foundWords(diagnostics) || 'nothing wrong'}`;
}

function checkedLine(outcome: Outcome): string {
  const day = outcome.sample ? `${outcome.today}, where the sample's day stands still` : outcome.today;
  const counts = `Checked ${checkedWords(outcome)} as of ${day}: ${foundWords(outcome.diagnostics) || 'nothing wrong'}.`;
  return [...(outcome.notes ?? []).map((note) => markdown(clipped(note, MOST_MESSAGE))), counts].join('\n\n');
}

function headingOf({ name, verdict }: Unit): string {
  return markdown(clipped(verdict ? `${name}: ${verdictWords(verdict)}` : name, 300));
}

/** What has to be done has a box to tick; what is only said has none. */
function entry(unit: Unit, each: Diagnostic, view: View): string {
  const label = markdown(clipped(placeIn(unit, each), 300));
  const address = view.linkOf?.(each.file, each.range.start.line);
  const place = address && SAFE.test(address) ? `[${label}](${address})` : label;
  const box = each.severity === 'error' || each.pending ? '[ ] ' : '';
  const word = each.undecided ? 'Could not decide: ' : box ? '' : each.severity === 'warning' ? 'Warning: ' : 'Note: ';
  return `- ${box}${word}${markdown(clipped(each.message, MOST_MESSAGE))} (${place})`;
}

/** An address that ends nothing in Markdown that it stands in. */
const SAFE = /^https?:\/\/[\w.~:/?#@!$&*+,;=%-]{1,1000}$/;

/** Runs with nothing to do, in a line. */
function quietRuns({ verdicts }: Outcome): readonly string[] {
  const may = verdicts.filter((each) => each.outcome === 'may-close');
  if (may.length === 0 || verdicts.length === 1) return [];
  const names = may.slice(0, MOST_NAMES).map((each) => markdown(clipped(each.run, 200)));
  const more = may.length > MOST_NAMES ? ` and ${grouped(may.length - MOST_NAMES)} more` : '';
  return [`Nothing is left of ${names.join(', ')}${more}.`];
}
