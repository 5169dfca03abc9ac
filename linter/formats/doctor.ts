import { oneLine } from './escape.ts';
import { counted, type View } from './format.ts';
import { wrap } from './text.ts';

/** What the doctor found, line by line. */
export interface DoctorRows {
  readonly rows: readonly {
    readonly id: string;
    readonly standing: 'ok' | 'warning' | 'problem' | 'unknown';
    readonly says: string;
    readonly todo?: string | undefined;
  }[];
  /** Whether enough could be seen to say anything. */
  readonly decided: boolean;
}

const labels = { ok: 'ok', warning: 'warning', problem: 'problem', unknown: 'could not tell' } as const;
const colours = { ok: 'green', warning: 'yellow', problem: 'red', unknown: 'cyan' } as const;
const WIDTH = Math.max(...Object.values(labels).map((label) => label.length));

function text({ rows, decided }: DoctorRows, view: View): string {
  const indent = WIDTH + 2;
  const lines = rows.flatMap(({ standing, says, todo }) => [
    `${view.paint(colours[standing], labels[standing].padEnd(WIDTH))}  ${wrap(oneLine(says), indent, view.width)}`,
    ...(todo === undefined ? [] : [`${' '.repeat(indent)}${view.paint('bold', '->')} ${wrap(oneLine(todo), indent + 3, view.width)}`]),
  ]);
  return `${lines.join('\n')}\n\n${wrap(summaryOf(rows, decided), 0, view.width)}\n`;
}

function summaryOf(rows: DoctorRows['rows'], decided: boolean): string {
  const count = (standing: keyof typeof labels): number => rows.filter((each) => each.standing === standing).length;
  if (!decided) return 'Too little could be seen to say whether the gate holds. Mend what stands first, or look where it points.';
  const [problems, warnings, unknowns] = [count('problem'), count('warning'), count('unknown')];
  const found = [problems > 0 ? counted(problems, 'problem') : 'No problem', ...(warnings > 0 ? [counted(warnings, 'warning')] : [])].join(', ');
  const rest = unknowns === 0 ? '' : ` ${unknowns === 1 ? 'One thing' : `${unknowns} things`} could not be told from here: look there yourself.`;
  return `${found}.${problems > 0 ? ' As it is, the gate can be passed by, or advises only.' : ''}${rest}`;
}

function json({ rows, decided }: DoctorRows): string {
  const checks = rows.map(({ id, standing, says, todo }) => ({ id, standing: standing === 'unknown' ? 'could-not-tell' : standing, says, todo }));
  return `${JSON.stringify({ format: 'closeout-doctor', version: 1, decided, checks, complete: true }, null, 2).replaceAll('##[', '##\\u005b')}\n`;
}

/** The doctor's report by the name that `--format` takes. */
export const doctorReports: Readonly<Record<string, (found: DoctorRows, view: View) => string>> = { text, json };
