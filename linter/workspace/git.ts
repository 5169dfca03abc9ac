import { execFileSync } from 'node:child_process';
import type { Source } from '../parse/file.ts';
import { decode, diskTree, type Tree } from './disk.ts';
import { Undecided } from './failure.ts';

/** The merge base that a change starts from, and what the change touches. Paths are relative to the root. */
export interface Base extends Tree {
  readonly ref: string;
  /** Files that differ between the merge base and the working tree, new ones included. */
  readonly changed: ReadonlySet<string>;
  /** Files that the merge base has and the working tree has not. */
  readonly gone: readonly string[];
  /** The revision itself, as it stands now: its people, releases and config judge, however old the branch is. */
  readonly tip: Tree;
}

const SAFE = ['-c', 'core.quotepath=false', '-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null'];

/** Compares the working tree with the merge base of `ref` and HEAD; throws Undecided where git has no such history. */
export function openBase(root: string, ref: string): Base {
  const git = (...args: string[]): Buffer => run(root, ref, args);
  if (ref.startsWith('-')) throw new Undecided(`"${ref}" is not the name of a revision.`);
  git('rev-parse', '--verify', '--quiet', `${ref}^{commit}`);
  const commit = git('merge-base', ref, 'HEAD').toString().trim();
  const diff = (filter: string): string[] =>
    split(git('diff', '--name-only', '-z', '--relative', '--no-renames', '--no-ext-diff', `--diff-filter=${filter}`, commit));
  const untracked = split(git('ls-files', '--others', '--exclude-standard', '-z'));
  const gone = diff('D');
  const changed = new Set([...diff('AMTUXB'), ...gone, ...untracked]);
  const since = new Set(split(git('diff', '--name-only', '-z', '--relative', '--no-renames', '--no-ext-diff', commit, ref)));
  const disk = diskTree(root);
  const treeOf = (revision: string, differs: (file: string) => boolean): Tree => {
    const listing = new Set(split(git('ls-tree', '-r', '-z', '--name-only', revision)));
    return {
      list: (folder) => [...listing].filter((file) => file.startsWith(`${folder}/`)),
      read: (file) => {
        if (!listing.has(file)) return undefined;
        // a process for each file is slow: what is the same in the working tree is read there
        return differs(file) ? readBlob(file, () => git('show', `${revision}:./${file}`)) : disk.read(file);
      },
    };
  };
  const tip = treeOf(ref, (file) => changed.has(file) || since.has(file));
  return { ...treeOf(commit, (file) => changed.has(file)), ref, changed, gone, tip };
}

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
    throw new Undecided(reasonOf(ref, error as NodeJS.ErrnoException & { stderr?: Buffer }));
  }
}

function reasonOf(ref: string, error: NodeJS.ErrnoException & { stderr?: Buffer }): string {
  if (error.code === 'ENOENT') return 'git is not installed, so the change could not be compared with its base.';
  const said = error.stderr?.toString().trim().split('\n')[0] ?? '';
  if (/not a git repository/i.test(said)) return 'This folder is not in a git repository, so there is no base to compare with.';
  return `The history does not hold "${ref}", or no commit that it shares with this change${said ? ` (git: ${said})` : ''}. Fetch the whole history: in GitHub Actions set fetch-depth: 0.`;
}
