import { checkedFiles, type Outcome } from '../core/outcome.ts';
import type { Diagnostic, Edit } from '../core/rule.ts';
import { type Verdict, verdictWords } from '../core/verdict.ts';
import { inertLines, oneLine, plain } from './escape.ts';
import { checkedWords, counted, type Format, foundWords, grouped, shown, type View, worst } from './format.ts';

const MOST_VERDICTS = 40;
/** More than anybody reads, and still soon printed. */
const MOST_FINDINGS = 1000;
const MOST_FRAME = 110;
const colours = { error: 'red', warning: 'yellow', info: 'cyan' } as const;

/** For people at a terminal: by file, with the line and a caret, and the verdict of each run at the end. */
export const text: Format = (outcome, view) => {
  if (outcome.undecided !== undefined) return `Could not decide: ${oneLine(outcome.undecided)}\n`;
  const wanted = shown(outcome, view);
  const files = Map.groupBy(worst(wanted, MOST_FINDINGS), (each) => each.file);
  const secrets = Map.groupBy(
    outcome.diagnostics.filter((each) => each.secret),
    (each) => each.file,
  );
  const blocks = [...files].map(([file, diagnostics]) => {
    const source = masked(outcome.texts.get(file) ?? '', secrets.get(file) ?? []);
    const entries = diagnostics.map((each) => entry(each, source, view));
    return `${view.paint('bold', oneLine(file))}\n${entries.join('\n')}`;
  });
  const notes = (outcome.notes ?? []).map(oneLine).join('\n');
  // where nothing was to be checked, the notes say why
  const end = notes && blocks.length === 0 && checkedFiles(outcome) === 0 ? notes : [notes, summary(outcome, view)].filter(Boolean).join('\n');
  return inertLines(`${[...blocks, more(wanted.length), verdicts(outcome, view), end].filter(Boolean).join('\n\n')}\n`);
};

/** What is not shown, and how to see it. */
function more(findings: number): string {
  if (findings <= MOST_FINDINGS) return '';
  return `Shown are the worst ${grouped(MOST_FINDINGS)} of ${counted(findings, 'finding')}. To see the rest, name a file or folder, or write all of them\ninto a file: closeout lint --format json=findings.json`;
}

function entry(diagnostic: Diagnostic, source: string, view: View): string {
  const { line, column } = diagnostic.range.start;
  const place = `${line}:${column}`;
  const severity = diagnostic.undecided ? 'undecided' : diagnostic.severity;
  const head = `  ${place}  ${severity}  `;
  const message = wrap(oneLine(diagnostic.message), head.length, view.width);
  const painted = `  ${view.paint('dim', place)}  ${view.paint(colours[diagnostic.severity], severity)}  ${message}  ${view.paint('dim', oneLine(diagnostic.ruleId))}`;
  return [painted, ...frame(diagnostic, source, view), ...offer(diagnostic, view)].join('\n');
}

/** What --fix would write, or what a person may want to; not what the message says already. */
function offer({ fix, suggestions = [], stales, message }: Diagnostic, view: View): string[] {
  const line = (label: string, words: string): string => `${view.paint('dim', label.padStart(11))}  ${words}`;
  if (fix) return [line('fix', changeWords([fix]))];
  const news = stales ? suggestions : suggestions.filter(({ text: said }) => !message.includes(said.startsWith('"') ? said : `"${said}"`));
  const why = stales ? `; ${oneLine(stales)} would then have to be signed again` : '';
  return news.length > 0 ? [line('perhaps', `${changeWords(news)}${why}`)] : [];
}

function changeWords(edits: readonly Edit[]): string {
  const [first] = edits;
  if (!first || first.text === '') return 'delete it';
  if (first.span[0] === first.span[1]) return 'put the line here';
  const isQuoted = first.text.startsWith('"');
  const words = edits.map((each) => (isQuoted ? oneLine(each.text) : `"${oneLine(each.text)}"`)).join(' or ');
  return `write ${words} ${isQuoted ? 'with its quotes' : 'instead'}`;
}

/** The text with every secret that was found in it covered, so that no frame shows one in a log. */
function masked(source: string, secrets: readonly Diagnostic[]): string {
  return secrets.reduce(
    (text, { range: { start, end } }) => text.slice(0, start.offset) + '*'.repeat(end.offset - start.offset) + text.slice(end.offset),
    source,
  );
}

/** The line that a diagnostic points into, with carets under the range; long lines are shown around it. */
function frame({ range }: Diagnostic, source: string, view: View): string[] {
  const start = range.start.offset - range.start.column + 1;
  const next = source.indexOf('\n', start);
  const whole = source.slice(start, next === -1 ? source.length : next).replace(/\r$/, '');
  if (whole.trim() === '') return [];
  const [begin, end] = [range.start.column - 1, range.end.line === range.start.line ? range.end.column - 1 : whole.length];
  const from = begin > MOST_FRAME - 20 ? begin - 40 : 0;
  const shown = whole.slice(from, from + MOST_FRAME);
  const before = plain(shown.slice(0, begin - from));
  const marked = plain(shown.slice(begin - from, Math.max(end, begin + 1) - from));
  const number = String(range.start.line);
  const gutter = (label: string): string => view.paint('dim', `  ${label.padStart(Math.max(5, number.length))} |`);
  const carets = '^'.repeat(Math.max(1, [...marked.trimEnd()].length));
  return [`${gutter(number)} ${plain(shown)}`, `${gutter('')} ${' '.repeat([...before].length)}${view.paint('red', carets)}`];
}

function verdicts({ verdicts: all }: Outcome, view: View): string {
  const asked = all.length <= MOST_VERDICTS ? all : all.filter((each) => each.outcome === 'left' || each.outcome === 'undecided');
  const shown = asked.slice(0, MOST_VERDICTS);
  const width = Math.max(0, ...shown.map((each) => each.run.length));
  const lines = shown.map((each) => `  ${oneLine(each.run).padEnd(width)}  ${each.state.padEnd(10)}  ${view.paint(verdictColour(each), verdictWords(each))}`);
  const more = all.length - shown.length;
  if (more > 0) lines.push(`  and ${counted(more, 'more run')}`);
  return lines.join('\n');
}

function verdictColour({ outcome }: Verdict): 'green' | 'red' | 'dim' {
  if (outcome === 'may-close') return 'green';
  return outcome === 'left' || outcome === 'undecided' ? 'red' : 'dim';
}

function summary(outcome: Outcome, view: View): string {
  const { diagnostics, today, sample } = outcome;
  const day = sample ? `${today}, where the sample's day stands still` : today;
  const found = foundWords(diagnostics, (severity, words) => view.paint(colours[severity], words));
  const fixes = diagnostics.filter((each) => each.fix).length;
  const offered = fixes > 0 ? ` --fix can mend ${fixes}.` : '';
  return `Checked ${checkedWords(outcome)} as of ${day}: ${found || view.paint('green', 'nothing wrong')}.${offered}`;
}

/** An entry of a report: its first line, and what is told below it, each broken at words and indented. */
export function entryText([first = '', ...rest]: readonly string[], { paint, width }: View): string {
  return [`  ${wrap(oneLine(first), 2, width)}`, ...rest.map((line) => `    ${paint('dim', wrap(oneLine(line), 4, width))}`)].join('\n');
}

/** Breaks a message at words; lines after the first are indented to stand under it. */
export function wrap(message: string, indent: number, width: number | undefined): string {
  if (width === undefined || indent + message.length <= width) return message;
  const room = Math.max(40, Math.min(width, 110) - indent);
  const lines: string[] = [''];
  for (const word of message.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last && last.length + 1 + word.length > room) lines.push(word);
    else lines[lines.length - 1] = last ? `${last} ${word}` : word;
  }
  return lines.join(`\n${' '.repeat(indent)}`);
}
