import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ApprovalStanding, RunDocument, SignoffDocument } from '../core/documents.ts';
import { findSignoff } from '../core/seal.ts';
import { standingOfSignoff } from '../core/standing.ts';
import type { Approvals } from '../core/types.generated.ts';
import { openRun } from '../organisation/documents.ts';
import { Undecided } from '../organisation/failure.ts';
import { openLibrary } from '../organisation/library.ts';
import type { Workspace } from '../organisation/opened.ts';
import { checkShape } from '../parse/shape.ts';
import { isShut } from '../rules/assurance-reached.ts';
import type { Surroundings } from './ask-git.ts';
import { treeAt } from './git.ts';

const MOST_BYTES = 4_194_304;

/** Reads what the forge says of a change; throws Undecided for what is no such file: then nobody can tell who approved. */
export function readApprovals(cwd: string, path: string): Approvals {
  const refuse = (why: string): Undecided => new Undecided(`The approvals in ${path} ${why}, so nobody can tell who approved.`);
  let data: unknown;
  try {
    const file = resolve(cwd, path);
    if (statSync(file).size > MOST_BYTES) throw refuse('are larger than 4 MiB');
    data = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof Undecided) throw error;
    throw refuse(error instanceof SyntaxError ? 'are not JSON' : 'could not be read');
  }
  const [fault] = checkShape('approvals', data, () => '').faults;
  if (fault) throw refuse(`do not have the shape of closeout-approvals 1 (look at ${fault.at.join('.') || 'the top'})`);
  return data as Approvals;
}

/** An account as forges compare it: ASCII letters in either case. `toLowerCase` would take a Kelvin sign for a k. */
const plain = (account: string): string => account.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());

/** How far the forge backs each sign-off of a run. Reads history only when it is asked. */
export function standingsFor(
  workspace: Workspace,
  approvals: Approvals,
  judge: Pick<Workspace['library'], 'releases' | 'people'>,
  env?: Surroundings,
): (run: RunDocument, signoff: SignoffDocument) => ApprovalStanding {
  const at = (commit: string, run: RunDocument): RunDocument | undefined => {
    const tree = treeAt(workspace.root, commit, env);
    if (!tree) return undefined;
    const own = openLibrary(tree, workspace.config, workspace.settings);
    const library = { ...workspace.library, parsed: own.parsed, releases: judge.releases, people: judge.people };
    return openRun({ ...workspace, tree, library, baseLibrary: undefined, base: undefined, approvals: undefined, as: run.state }, run.file)?.document;
  };
  return (run, signoff) => {
    // what closed the run was judged then; only a sign-off that is given anew is asked for its approval again
    if (isShut(run.base?.before?.state) && !workspace.base?.changed.has(signoff.file)) return 'approved';
    const account = judge.people.get(signoff.data.by ?? '')?.account;
    if (!account) return 'no-account';
    const said = approvals.approvals.filter((each) => plain(each.account) === plain(account) && each.state !== 'commented' && each.state !== 'pending');
    const last = said.at(-1);
    if (!last) return 'none';
    if (last.state !== 'approved') return 'dismissed';
    const then = at(last.commit, run);
    if (!then && !treeAt(workspace.root, last.commit, env)) return 'unknown-commit';
    const before = then && findSignoff(then, signoff.phase, signoff.role);
    // the same file with a seal that fits there covers what is there; it fits here too, so both are the same
    return then && before && before.text === signoff.text && standingOfSignoff(then, before) === 'sealed' ? 'approved' : 'other-content';
  };
}
