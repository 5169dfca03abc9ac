import { isDay } from '../core/dates.ts';
import type { Outcome } from '../core/outcome.ts';
import { states } from '../core/run.ts';
import { formats } from '../formats/index.ts';
import { NoHistory, Undecided, Usage } from '../organisation/failure.ts';
import { checkedFiles, contentFor, lintFiles, select } from '../organisation/lint.ts';
import { type Workspace, withTexts } from '../organisation/opened.ts';
import type { Base } from '../organisation/tree.ts';
import { findRoot, openWorkspace } from '../workspace/open.ts';
import { type Io, viewOf } from './io.ts';
import { oneOf, readOptions } from './options.ts';

export const help = `Checks checklists, runs and records, and says whether each run may close.

Usage: closeout lint [options] [file or folder ...]
Without a path everything is checked: checklists, releases and records.

  --format NAME        text, json or github (text)
  --as STATE           judge the named runs as if they were in this state
  --base REF           compare with this revision: judges what the change does
  --approvals FILE     what the forge says: who approved which commit (with --base)
  --today YYYY-MM-DD   the day to judge by (today, in the organisation's zone)
  --timed count|info   count what turns red by itself, as waivers that run out
                       (info; with --base it counts in files that the change touches)
  --max-warnings N     more warnings than this fail
  --fix                put in what can only be written in one way, then check again
  --dry-run            with --fix: print the change as a patch, write nothing
  --quiet              show errors only
  --help               show this

Examples:
  closeout lint
  closeout lint records/projects/northwind/office-move/run.yaml
  closeout lint --as closed records/projects/northwind/office-move/run.yaml
  closeout lint --base origin/main --format github
  closeout lint --fix --dry-run | git apply

Exit codes: 0 no errors, 1 errors (or too many warnings), 2 could not decide
(nothing matched, unreadable, history missing), 3 wrong option or config.
`;

const options = {
  format: { type: 'string' },
  as: { type: 'string' },
  base: { type: 'string' },
  approvals: { type: 'string' },
  today: { type: 'string' },
  timed: { type: 'string' },
  'max-warnings': { type: 'string' },
  fix: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  quiet: { type: 'boolean' },
} as const;

export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readOptions(args, options, 'lint');
  const format = formats[oneOf('format', values.format, Object.keys(formats)) ?? 'text'];
  const as = oneOf('as', values.as, states);
  const timed = oneOf('timed', values.timed, ['count', 'info']) === 'count' ? 'count' : 'changed';
  const most = warningsOf(values['max-warnings']);
  if (as && positionals.length === 0)
    throw new Usage('--as judges the runs that you name. Name one, for example closeout lint --as closed records/projects/northwind/office-move/run.yaml');
  if (values.today !== undefined && !isDay(values.today)) throw new Usage(`--today takes a day like 2026-11-06, not "${values.today}".`);
  if (values['dry-run'] && !values.fix) throw new Usage('--dry-run shows what --fix would write. Add --fix.');
  // git is asked only where there is a base: loading what starts a process costs as much as linting a run
  const { base, noBase } = values.base === undefined ? {} : await baseFor(findRoot(io.cwd), values.base);
  const approvals = values.approvals === undefined ? undefined : await import('../workspace/approvals.ts');
  const handedIn = approvals?.readApprovals(io.cwd, values.approvals ?? '');
  const lint = async (texts?: ReadonlyMap<string, string>) => {
    const found = openWorkspace({ cwd: io.cwd, today: values.today, timed, as, base, noBase, now: io.now });
    const opened = texts ? withTexts(found, texts) : found;
    const workspace: Workspace = handedIn ? { ...opened, approvals: (judge) => approvals?.standingsFor(opened, handedIn, judge) ?? (() => 'none') } : opened;
    const files = select(workspace, positionals);
    return { workspace, report: lintFiles(workspace, files, positionals.length === 0, await contentFor(workspace, files)) };
  };
  const { report: first, workspace } = await lint();
  const dry = Boolean(values['dry-run']);
  const fixable = { root: workspace.root, found: first, again: async (texts: ReadonlyMap<string, string>) => (await lint(texts)).report };
  const fixed = values.fix ? await (await import('./fix.ts')).fixFiles(fixable, dry, io) : 0;
  // what was written is read again
  const report = fixed > 0 && !dry ? (await lint()).report : first;
  if (checkedFiles(report) === 0 && report.diagnostics.length === 0) throw new Undecided(nothingWords(positionals));
  // what a dry run prints is the patch, for git apply
  (dry ? io.err : io.out)(format?.(report, { ...viewOf(io), quiet: values.quiet }) ?? '');
  return exitCode(report, most);
}

/** The base, or why there is none: what hangs on it is then told as not decided. */
export async function baseFor(root: string, ref: string): Promise<{ readonly base?: Base; readonly noBase?: string }> {
  const { openBase } = await import('../workspace/git.ts');
  try {
    return { base: openBase(root, ref) };
  } catch (error) {
    if (error instanceof NoHistory) return { noBase: error.message };
    throw error;
  }
}

function warningsOf(text: string | undefined): number {
  if (text === undefined) return Number.POSITIVE_INFINITY;
  if (!/^\d{1,9}$/.test(text)) throw new Usage(`--max-warnings takes a number, not "${text}".`);
  return Number(text);
}

function nothingWords(paths: readonly string[]): string {
  return paths.length === 0
    ? 'There is nothing to check here: no checklists and no records.'
    : `Nothing was checked: ${paths.join(', ')} names no file that Closeout reads.`;
}

/** What was found wrong goes before what could not be decided; neither is ever 0. */
export function exitCode({ diagnostics }: Outcome, mostWarnings: number): 0 | 1 | 2 {
  const errors = diagnostics.filter((each) => each.severity === 'error');
  if (errors.some((each) => !each.undecided)) return 1;
  if (errors.length > 0) return 2;
  return diagnostics.filter((each) => each.severity === 'warning').length > mostWarnings ? 1 : 0;
}
