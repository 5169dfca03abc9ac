import { NoHistory, Undecided } from '../organisation/failure.ts';
import { FOLDERS } from '../organisation/select.ts';
import type { Base, Tree } from '../organisation/tree.ts';
import { type Git, gitIn, namesIn, type Surroundings, withoutFilters } from './ask-git.ts';
import { diskTree, evidenceIn, sourceOf } from './disk.ts';

/** Names of what differs; a rename is a file that is gone and one that is new. What changed inside a submodule is its own affair. */
export const NAMES = ['diff', '--name-only', '-z', '--relative', '--no-renames', '--no-ext-diff', '--no-textconv', '--ignore-submodules=dirty'];

/** Compares the working tree with the merge base of `ref` and HEAD; throws NoHistory where git has no such history. */
export function openBase(root: string, ref: string, git: Git = gitIn(root)): Base {
  const ask = (...args: string[]): Buffer => git(args, (said) => missing(ref, said));
  const tip = commitOf(git, ref);
  if (tip === undefined) throw new NoHistory(missing(ref));
  const [commit = '', another] = ask('merge-base', '--all', tip, 'HEAD').toString().trim().split('\n');
  // git would take either, and a merge takes from both: what the branch brought back from the other would not show
  if (another)
    throw new NoHistory(
      `"${shownRef(ref)}" and this change were each merged into the other, so there is no one base to compare with. Merge "${ref}" into this branch.`,
    );
  const off = withoutFilters(git);
  const diff = (filter: string): string[] => namesIn(ask(...off, ...NAMES, `--diff-filter=${filter}`, commit));
  const disk = diskTree(root);
  let warnings = '';
  const others = git(['ls-files', '--others', '--exclude-standard', '-z'], undefined, (said) => {
    warnings = said;
  });
  const untracked = namesIn(others).map((file) => file.replace(/\/$/, ''));
  // nobody can tell what has changed in a folder that cannot be read
  const holes = /could not open directory/.test(warnings) ? holesIn(disk) : [];
  const differs = diff('D');
  const gone = differs.filter((file) => disk.read(file)?.problem?.messageId !== 'unreadable');
  const changed = new Set([...diff('AMTUXB'), ...differs, ...untracked, ...holes]);
  const since = new Set(namesIn(ask(...NAMES, commit, tip)));
  // a process for each file is slow: what is the same in the working tree is read there
  const treeOf = (revision: string, differs: (file: string) => boolean): Tree => revisionTree(ask, revision, (file) => (differs(file) ? undefined : disk));
  const judge = treeOf(tip, (file) => changed.has(file) || since.has(file));
  return { ...treeOf(commit, (file) => changed.has(file)), ref, changed, gone, tip: judge };
}

function holesIn(disk: Tree): readonly string[] {
  return FOLDERS.flatMap((folder) => disk.list(folder, 'holes')).filter((file) => disk.read(file)?.problem?.messageId === 'folder');
}

/** The forge's default branch as this clone knows it, or what stands for it: `ref` in full, `name` as people say it. */
export function defaultBase(git: Git): { readonly ref: string; readonly name: string } {
  const refs = ['refs/remotes/origin/HEAD', 'refs/remotes/origin/main', 'refs/remotes/origin/master', 'refs/heads/main', 'refs/heads/master'];
  const lines = git(['for-each-ref', '--format=%(refname) %(symref)', ...refs])
    .toString()
    .split('\n');
  const known = new Map(lines.map((line) => line.split(' ') as [string, string]));
  const ref = refs.find((each) => known.has(each));
  if (ref === undefined)
    throw new NoHistory(
      'This clone knows no default branch to compare with: there is no origin/HEAD, origin/main, origin/master, main or master. Name one, for example closeout lint --changed=origin/trunk; in CI fetch the whole history first (in GitHub Actions fetch-depth: 0).',
    );
  const full = known.get(ref) || ref;
  return { ref: full, name: shownRef(full) };
}

/** The commit that a name stands for; undefined where it stands for none. */
export function commitOf(git: Git, ref: string): string | undefined {
  if (ref.startsWith('-')) throw new NoHistory(`"${shownRef(ref)}" is not the name of a revision.`);
  try {
    const said = git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`], () => UNKNOWN)
      .toString()
      .trim();
    return /^[0-9a-f]{40,64}$/.test(said) ? said : undefined;
  } catch (error) {
    if (error instanceof NoHistory && error.message === UNKNOWN) return undefined;
    throw error;
  }
}

const UNKNOWN = 'unknown';

/** A name of a revision as it fits into one line. */
export function shownRef(ref: string): string {
  const line = ref.replace(/^refs\/(?:remotes|heads)\//, '').replaceAll(/\s+/g, ' ');
  return line.length > 100 ? `${line.slice(0, 100)}…` : line;
}

function missing(ref: string, said = ''): string {
  return `The history does not hold "${shownRef(ref)}", or no commit that it shares with this change${said}. Fetch the whole history: in GitHub Actions set fetch-depth: 0.`;
}

/** The commit that is checked out; undefined where there is none. */
export function checkedOut(root: string): string | undefined {
  try {
    return commitOf(gitIn(root), 'HEAD');
  } catch (error) {
    if (error instanceof Undecided) return undefined;
    throw error;
  }
}

/** The files of a commit; undefined where this history does not hold it. */
export function treeAt(root: string, commit: string, env?: Surroundings): Tree | undefined {
  const git = gitIn(root, env);
  const ask = (...args: string[]): Buffer => git(args, (said) => missing(commit, said));
  try {
    ask('cat-file', '-e', `${commit}^{commit}`);
  } catch (error) {
    if (error instanceof Undecided) return undefined;
    throw error;
  }
  const differs = new Set(namesIn(ask(...withoutFilters(git), ...NAMES, commit)));
  const disk = diskTree(root);
  // git knows what is the same in spite of line breaks and filters, as large files have them
  return revisionTree(ask, commit, (file) => (differs.has(file) ? undefined : disk));
}

/** The files of a revision; those that `same` has are read there. */
export function revisionTree(ask: (...args: string[]) => Buffer, revision: string, same: (file: string) => Tree | undefined): Tree {
  const modes = new Map(
    namesIn(ask('ls-tree', '-r', '-z', revision)).flatMap((line) => {
      const tab = line.indexOf('\t');
      const mode = line.slice(0, 6);
      // what a submodule holds is not of this revision
      return mode === SUBMODULE ? [] : [[line.slice(tab + 1), mode] as const];
    }),
  );
  const show = (file: string): Buffer => ask('cat-file', 'blob', `${revision}:./${file}`);
  return {
    list: (folder) => [...modes.keys()].filter((file) => folder === '' || file.startsWith(`${folder}/`)),
    read: (file) => (modes.has(file) ? (same(file)?.read(file) ?? sourceOf(file, show(file))) : undefined),
    evidence: (folder, path) => {
      const file = `${folder}/${path}`;
      const mode = modes.get(file);
      if (mode === undefined) return { problem: 'missing' };
      if (mode === LINK) return { problem: 'link' };
      const here = same(file)?.evidence(folder, path);
      if (here && 'digest' in here) return here;
      const bytes = show(file);
      return evidenceIn(bytes);
    },
  };
}

/** Modes of git. */
export const LINK = '120000';
export const SUBMODULE = '160000';
