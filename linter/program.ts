// What programs get that import the package: one function, its types, and the two ways in which it says no.
import { exitCode, pickFiles } from './commands/lint.ts';
import type { State } from './core/documents.ts';
import { checkedFiles, type Outcome } from './core/outcome.ts';
import { Undecided, Usage } from './organisation/failure.ts';
import { contentFor, lintFiles } from './organisation/lint.ts';
import { findRoot, openWorkspace } from './workspace/open.ts';

export type { State } from './core/documents.ts';
export type { Diagnostic, Edit, Severity } from './core/rule.ts';
export type { Path, Position, Range, Span } from './core/text.ts';
export type { Verdict } from './core/verdict.ts';
export { Undecided, Usage };

/** What to lint, as the options of `closeout lint` have it. */
export interface LintOptions {
  /** A folder in the repository that holds closeout.config.yaml; the current one where it is left out. */
  readonly cwd?: string | undefined;
  /** Files, folders and runs as customer/project, relative to `cwd`; everything but what git ignores where it is left out or empty. */
  readonly paths?: readonly string[] | undefined;
  /** A revision of git to compare with: then what the change does is judged too. */
  readonly base?: string | undefined;
  /** A file that says who approved which commit, relative to `cwd`. */
  readonly approvals?: string | undefined;
  /** Judge the named runs as if they were in this state. */
  readonly as?: State | undefined;
  /** The day to judge by, like 2026-11-06; today in the organisation's zone where it is left out. */
  readonly today?: string | undefined;
  /** Count what turns red by itself, as waivers that run out; left out, it counts only where the change touches its file. */
  readonly timed?: boolean | undefined;
}

/** What was found, in the order of the command's output: by file, place and rule. */
export interface LintResult extends Pick<Outcome, 'today' | 'sample' | 'diagnostics' | 'verdicts' | 'checked'> {
  /** Every question could be answered; false where a file could not be read, or history or approvals are missing. */
  readonly complete: boolean;
  /** What `closeout lint` ends with: 0 no errors, 1 errors, 2 could not decide. */
  readonly exitCode: 0 | 1 | 2;
}

/** Lints an organisation's files. Rejects with Usage where the options or the config are wrong, with Undecided where nothing could be checked. */
export async function lint(options: LintOptions = {}): Promise<LintResult> {
  const { cwd = '.', paths = [], approvals, today, as } = options;
  if (as && paths.length === 0) throw new Usage('`as` judges the runs that `paths` names. Name one.');
  const { base, noBase } = options.base === undefined ? {} : await (await import('./commands/pick.ts')).compare(findRoot(cwd), { base: options.base }, { cwd });
  const opened = openWorkspace({ cwd, today, as, base, noBase, timed: options.timed ? 'count' : 'changed' });
  const forge = approvals === undefined ? undefined : await import('./workspace/approvals.ts');
  const said = forge?.readApprovals(cwd, approvals ?? '');
  const workspace = forge && said ? { ...opened, approvals: forge.standingsFor.bind(undefined, opened, said) } : opened;
  const { workspace: judging, files } = await pickFiles(workspace, paths, { base, noBase }, { cwd });
  const outcome = lintFiles(judging, files, paths.length === 0, await contentFor(judging, files));
  if (checkedFiles(outcome) === 0 && outcome.diagnostics.length === 0) throw new Undecided('Nothing was checked: no file that Closeout reads was named.');
  const { sample, diagnostics, verdicts, checked } = outcome;
  const complete = !diagnostics.some((each) => each.undecided);
  return { today: outcome.today, sample, diagnostics, verdicts, checked, complete, exitCode: exitCode(outcome, Number.POSITIVE_INFINITY) };
}
