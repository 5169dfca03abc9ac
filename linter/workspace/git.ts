import { execFileSync } from 'node:child_process';
import { bytesDigest } from '../core/digest.ts';
import { NoHistory, Undecided } from '../organisation/failure.ts';
import type { Base, Tree } from '../organisation/tree.ts';
import type { Source } from '../parse/file.ts';
import { decode, diskTree } from './disk.ts';

/** Names of what differs; a rename is a file that is gone and one that is new. */
const NAMES = ['diff', '--name-only', '-z', '--relative', '--no-renames', '--no-ext-diff'];

/** Nothing of the repository's own settings runs a program. */
export const SAFE = ['-c', 'core.quotepath=false', '-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null'];

/** Compares the working tree with the merge base of `ref` and HEAD; throws Undecided where git has no such history. */
export function openBase(root: string, ref: string): Base {
  const git = (...args: string[]): Buffer => run(root, ref, args);
  if (ref.startsWith('-')) throw new NoHistory(`"${ref}" is not the name of a revision.`);
  git('rev-parse', '--verify', '--quiet', `${ref}^{commit}`);
  const [commit = '', another] = git('merge-base', '--all', ref, 'HEAD').toString().trim().split('\n');
  // git would take either, and a merge takes from both: what the branch brought back from the other would not show
  if (another)
    throw new NoHistory(`"${ref}" and this change were each merged into the other, so there is no one base to compare with. Merge "${ref}" into this branch.`);
  const diff = (filter: string): string[] => split(git(...NAMES, `--diff-filter=${filter}`, commit));
  const untracked = split(git('ls-files', '--others', '--exclude-standard', '-z'));
  const gone = diff('D');
  const changed = new Set([...diff('AMTUXB'), ...gone, ...untracked]);
  const since = new Set(split(git(...NAMES, commit, ref)));
  const disk = diskTree(root);
  // a process for each file is slow: what is the same in the working tree is read there
  const treeOf = (revision: string, differs: (file: string) => boolean): Tree => revisionTree(git, revision, (file) => (differs(file) ? undefined : disk));
  const tip = treeOf(ref, (file) => changed.has(file) || since.has(file));
  return { ...treeOf(commit, (file) => changed.has(file)), ref, changed, gone, tip };
}

/** The files of a commit; undefined where this history does not hold it. */
export function treeAt(root: string, commit: string): Tree | undefined {
  const git = (...args: string[]): Buffer => run(root, commit, args);
  try {
    git('cat-file', '-e', `${commit}^{commit}`);
  } catch (error) {
    if (error instanceof Undecided) return undefined;
    throw error;
  }
  const differs = new Set(split(git(...NAMES, commit)));
  const disk = diskTree(root);
  // git knows what is the same in spite of line breaks and filters, as large files have them
  return revisionTree(git, commit, (file) => (differs.has(file) ? undefined : disk));
}

/** The files of a revision; those that `same` has are read there. */
function revisionTree(git: (...args: string[]) => Buffer, revision: string, same: (file: string) => Tree | undefined): Tree {
  const modes = new Map(
    split(git('ls-tree', '-r', '-z', revision)).map((line) => {
      const [facts = '', file = ''] = line.split('\t');
      return [file, facts.slice(0, 6)] as const;
    }),
  );
  const show = (file: string): Buffer => git('show', `${revision}:./${file}`);
  return {
    list: (folder) => [...modes.keys()].filter((file) => file.startsWith(`${folder}/`)),
    read: (file) => (modes.has(file) ? (same(file)?.read(file) ?? readBlob(file, () => show(file))) : undefined),
    evidence: (folder, path) => {
      const file = `${folder}/${path}`;
      const mode = modes.get(file);
      if (mode === undefined) return { problem: 'missing' };
      if (mode === LINK) return { problem: 'link' };
      const here = same(file)?.evidence(folder, path);
      if (here && 'digest' in here) return here;
      const bytes = show(file);
      return bytes.length === 0 ? { problem: 'empty' } : { digest: bytesDigest(bytes) };
    },
  };
}

const LINK = '120000';

function readBlob(file: string, show: () => Buffer): Source {
  return { file, ...decode(show()) };
}

function split(output: Buffer): string[] {
  return output.toString('utf8').split('\0').filter(Boolean);
}

function run(root: string, ref: string, args: readonly string[]): Buffer {
  try {
    return execFileSync('git', [...SAFE, ...args], { cwd: root, maxBuffer: 256 * 1024 * 1024, stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    throw new NoHistory(reasonOf(ref, error as NodeJS.ErrnoException & { stderr?: Buffer }));
  }
}

function reasonOf(ref: string, error: NodeJS.ErrnoException & { stderr?: Buffer }): string {
  if (error.code === 'ENOENT') return 'git is not installed, so the change could not be compared with its base.';
  const said = error.stderr?.toString().trim().split('\n')[0] ?? '';
  if (/not a git repository/i.test(said)) return 'This folder is not in a git repository, so there is no base to compare with.';
  return `The history does not hold "${ref}", or no commit that it shares with this change${said ? ` (git: ${said})` : ''}. Fetch the whole history: in GitHub Actions set fetch-depth: 0.`;
}
