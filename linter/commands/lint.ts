import { isDay } from '../core/dates.ts';
import { checkedFiles, type Outcome, undecidedOutcome } from '../core/outcome.ts';
import { states } from '../core/run.ts';
import { Undecided, Usage } from '../organisation/failure.ts';
import { contentFor, lintFiles } from '../organisation/lint.ts';
import { type Workspace, withTexts } from '../organisation/opened.ts';
import { select } from '../organisation/select.ts';
import { findRoot, mayBeInGit, openWorkspace } from '../workspace/open.ts';
import type { Io } from './io.ts';
import { foldersAmong, pathOf } from './named.ts';
import { oneOf, readOptions } from './options.ts';
import { checkFiles, outputsOf, type Shown, writeOutputs } from './outputs.ts';
import type { Compared, Picked } from './pick.ts';
import { progressOf } from './progress.ts';

export const help = `Checks checklists, runs and records, and says whether each run may close.

Usage: closeout lint [options] [file, folder or customer/project ...]
Without a path everything is checked: checklists, releases and records, but for
files that git ignores. A file that you name is checked in any case.

  --changed [REF]      only what differs from REF, as --base sees it, and what
                       that can break (REF: the default branch of the forge)
  --staged             only what is staged, as it will be committed: for a hook
  --format NAME[=FILE] how to say it, here or into a file; may be given several
                       times: text, json, github, github-summary, markdown,
                       sarif, junit, gitlab (text)
  --as STATE           judge the named runs as if they were in this state
  --base REF           compare with this revision: judges what the change does
  --approvals FILE     with --base: who approved which commit, by the forge
  --today YYYY-MM-DD   the day to judge by (today, in the organisation's zone)
  --timed count|info   count what turns red by itself, as waivers that run out
                       (info; with --base it counts in what the change touches)
  --max-warnings N     more warnings than this fail
  --fix                put in what can be meant in one way only, check again
  --dry-run            with --fix: print the change as a patch, write nothing
  --quiet              show errors only
  --help               show this

Examples:
  closeout lint
  closeout lint records/projects/northwind/office-move/run.yaml
  closeout lint --as closed northwind/office-move
  closeout lint --changed                    what this branch changes
  closeout lint --changed=origin/main records/projects/northwind
  closeout lint --staged                     in .git/hooks/pre-commit
  closeout lint --base origin/main --format github
  closeout lint --fix --dry-run | git apply
  closeout lint --format text --format junit=out/closeout.xml

Exit codes: 0 no errors, 1 errors (or too many warnings), 2 could not decide
(nothing matched, unreadable, history missing, a report that could not be
written), 3 wrong option or config.
`;

const options = {
  format: { type: 'string', multiple: true },
  as: { type: 'string' },
  base: { type: 'string' },
  changed: { type: 'string' },
  staged: { type: 'boolean' },
  approvals: { type: 'string' },
  today: { type: 'string' },
  timed: { type: 'string' },
  'max-warnings': { type: 'string' },
  fix: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  quiet: { type: 'boolean' },
} as const;

type Values = ReturnType<typeof readOptions<typeof options>>['values'];

export async function run(args: readonly string[], io: Io, version: string): Promise<number> {
  // git is asked only where something hangs on it: loading what starts a process costs as much as linting a run
  const spelled = args.includes('--changed') ? await (await import('./pick.ts')).spellOut(args, io) : args;
  const { values, positionals } = readOptions(spelled, options, 'lint');
  const outputs = outputsOf(values.format);
  const most = warningsOf(values['max-warnings']);
  checkOptions(values, positionals);
  await checkFiles(outputs, io);
  const seen: { workspace?: Workspace } = {};
  // what a dry run prints is the patch, for git apply
  const shownBy = values['dry-run'] ? { ...io, out: io.err } : io;
  let shown: Shown;
  try {
    shown = await judged(values, positionals, io, seen);
  } catch (error) {
    // CI hands reports on whatever happened: they say why there is nothing in them
    const today = seen.workspace?.today ?? values.today ?? io.now().toISOString().slice(0, 10);
    await writeOutputs(outputs, { version, outcome: undecidedOutcome(reasonOf(error), today, Boolean(seen.workspace?.sample)) }, shownBy);
    throw error;
  }
  const isWhole = await writeOutputs(outputs, { ...shown, version, quiet: values.quiet }, shownBy);
  return isWhole ? exitCode(shown.outcome, most) : 2;
}

function checkOptions(values: Values, positionals: readonly string[]): void {
  oneOf('as', values.as, states);
  oneOf('timed', values.timed, ['count', 'info']);
  if (values.as && positionals.length === 0)
    throw new Usage('--as judges the runs that you name. Name one, for example closeout lint --as closed northwind/office-move');
  if (values.today !== undefined && !isDay(values.today)) throw new Usage(`--today takes a day like 2026-11-06, not "${values.today}".`);
  if (values['dry-run'] && !values.fix) throw new Usage('--dry-run shows what --fix would write. Add --fix.');
  refuseTogether(values);
}

/** Lints what is asked for; `seen` keeps the workspace for when that fails. Throws Undecided where nothing was checked. */
async function judged(values: Values, positionals: readonly string[], io: Io, seen: { workspace?: Workspace }): Promise<Shown> {
  const compares = values.base !== undefined || values.changed !== undefined || Boolean(values.staged);
  const compared: Compared = compares ? await (await import('./pick.ts')).compare(findRoot(io.cwd), values, io) : {};
  const lint = await linting(values, positionals, compared, io, seen);
  const first = await lint();
  const fixable = { root: first.workspace.root, found: first.outcome, again: async (texts: ReadonlyMap<string, string>) => (await lint(texts)).outcome };
  const fixed = values.fix ? await (await import('./fix.ts')).fixFiles(fixable, Boolean(values['dry-run']), io) : 0;
  // what was written is read again
  const { workspace, outcome } = fixed > 0 && !values['dry-run'] ? await lint() : first;
  return { workspace, outcome: told(outcome, positionals, compared) };
}

type Linting = (texts?: ReadonlyMap<string, string>) => Promise<{ readonly workspace: Workspace; readonly outcome: Outcome }>;

/** How the files are linted, as often as they change: `texts` stand in place of the files'. */
async function linting(values: Values, positionals: readonly string[], compared: Compared, io: Io, seen: { workspace?: Workspace }): Promise<Linting> {
  const { base, noBase, tree } = compared;
  const approvals = values.approvals === undefined ? undefined : await import('../workspace/approvals.ts');
  const handedIn = approvals?.readApprovals(io.cwd, values.approvals ?? '');
  const progress = progressOf(io);
  const [as, timed] = [oneOf('as', values.as, states), values.timed === 'count' ? ('count' as const) : ('changed' as const)];
  return async (texts) => {
    const found = openWorkspace({ cwd: io.cwd, today: values.today, timed, as, base, noBase, tree, now: io.now });
    const opened = texts ? withTexts(found, texts) : found;
    const judging: Workspace = handedIn
      ? { ...opened, approvals: (judge) => approvals?.standingsFor(opened, handedIn, judge, io.env) ?? (() => 'none') }
      : opened;
    seen.workspace = judging;
    const { workspace, files, notes } = await pickFiles(judging, positionals, compared, io);
    const whole = positionals.length === 0 && (!compared.changed || (!base && compared.changed.size > 0));
    const outcome = lintFiles(workspace, files, whole, await contentFor(workspace, files), progress.tell);
    progress.end();
    return { workspace, outcome: { ...outcome, notes } };
  };
}

function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return error instanceof Undecided || error instanceof Usage ? message : `This is a bug in closeout, not in your files. ${message}`;
}

/** Options that say two things at once. */
function refuseTogether({ base, changed, staged, fix, approvals }: { base?: string; changed?: string; staged?: boolean; fix?: boolean; approvals?: string }) {
  if (staged && fix)
    throw new Usage(
      '--fix writes into your files, but --staged judges what git has staged, which may differ from them. Run closeout lint --fix first, stage the files with git add, then check with --staged.',
    );
  if (staged && changed !== undefined)
    throw new Usage('--staged checks what the next commit will hold, --changed all that differs from a base. Give one of them.');
  if (staged && base !== undefined) throw new Usage('--staged compares with the last commit. Leave --base out.');
  if (staged && approvals !== undefined) throw new Usage('What is staged is not committed yet, so nobody can have approved it. Leave --approvals out.');
  if (changed !== undefined && base !== undefined) throw new Usage('--changed REF compares with REF already. Leave --base out.');
}

/** The files that the paths mean. A single run costs no question to git, nor does a folder that no repository is around. */
export async function pickFiles(workspace: Workspace, positionals: readonly string[], compared: Compared, io: Pick<Io, 'env' | 'cwd'>): Promise<Picked> {
  const paths = positionals.map((path) => pathOf(workspace, path));
  const folders = foldersAmong(workspace, paths);
  if (!compared.changed && (folders.length === 0 || !mayBeInGit(workspace.root, io.env))) return { workspace, files: select(workspace, paths), notes: [] };
  return (await import('./pick.ts')).pick(workspace, { paths, folders }, compared, io);
}

/** Nothing checked is no answer, unless it is known that nothing changed. */
function told(report: Outcome, positionals: readonly string[], { nothing, note }: Compared): Outcome {
  const notes = report.notes ?? [];
  if (checkedFiles(report) > 0 || report.diagnostics.length > 0) return { ...report, notes: note === undefined ? notes : [note, ...notes] };
  if (nothing === undefined) throw new Undecided([nothingWords(positionals), ...notes].join(' '));
  return { ...report, notes: [positionals.length === 0 ? nothing : `${nothing.replace(/\.$/, '')} in ${positionals.join(', ')}.`, ...notes] };
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
