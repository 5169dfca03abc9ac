import type { Diagnostic } from '../core/rule.ts';
import { verdictWords } from '../core/verdict.ts';
import { inertLines, oneLine, plain } from './escape.ts';
import { counted, type Format, rank, shown, type View } from './format.ts';

// GitHub shows ten annotations of each type and step: the worst ten, and how many there are in all
const MOST = 10;
const commands = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** Workflow commands, which GitHub shows at the line they name; then a verdict for each run that was asked. */
export const github: Format = (outcome, view) => {
  if (outcome.undecided !== undefined) return `::error title=Closeout::${data(`Could not decide: ${outcome.undecided}`)}\n`;
  const { diagnostics, verdicts, today } = outcome;
  const worst = shown(outcome, view)
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, MOST);
  const asked = verdicts.filter((each) => each.outcome !== 'on' && each.outcome !== 'archive');
  const lines = [
    ...worst.map((each) => annotation(each, view)),
    ...(diagnostics.length > MOST ? [`Shown are ${MOST} of ${counted(diagnostics.length, 'finding')}.`] : []),
    ...(outcome.notes ?? []).map(harmless),
    ...asked.map((each) => harmless(`${each.run}: ${verdictWords(each)}`)),
    `${counted(diagnostics.filter((each) => each.severity === 'error').length, 'error')} as of ${today}.`,
  ];
  return `${lines.join('\n')}\n`;
};

function annotation({ ruleId, severity, message, file, range }: Diagnostic, { way = '' }: View): string {
  const { start, end } = range;
  const columns = start.line === end.line ? `,endColumn=${end.column}` : '';
  const place = `file=${property(`${way}${file}`)},line=${start.line},endLine=${end.line},col=${start.column}${columns},title=${property(ruleId)}`;
  return `::${commands[severity]} ${place}::${data(message)}`;
}

/** https://docs.github.com/actions/reference/workflow-commands-for-github-actions: what toolkit's escapeData does. */
function data(text: string): string {
  return harmless(plain(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'));
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** A line of a log: no command may come out of a value. */
function harmless(text: string): string {
  return inertLines(oneLine(text));
}
