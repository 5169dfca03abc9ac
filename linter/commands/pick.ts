import { listed as inWords } from '../core/verdict.ts';
import { NoHistory, Usage } from '../organisation/failure.ts';
import { openLibrary } from '../organisation/library.ts';
import type { Workspace } from '../organisation/opened.ts';
import { isAttributes, reachedBy } from '../organisation/reached.ts';
import { STRAY, select } from '../organisation/select.ts';
import type { Base, Tree } from '../organisation/tree.ts';
import { kindOf } from '../parse/kinds.ts';
import { gitIn } from '../workspace/ask-git.ts';
import { ABSENT, ELSEWHERE } from '../workspace/disk.ts';
import { commitOf, defaultBase, openBase, shownRef } from '../workspace/git.ts';
import { type Ignored, ignoredIn } from '../workspace/ignored.ts';
import { findRoot, isThere } from '../workspace/open.ts';
import type { Io } from './io.ts';
import { runOf } from './named.ts';

// What asks git which files are meant. It is loaded only where something hangs on it.

/** What the files are compared with. */
export interface Compared {
  readonly base?: Base | undefined;
  /** Why there is no base, where one was asked for. */
  readonly noBase?: string | undefined;
  /** What is judged instead of the working tree. */
  readonly tree?: Tree | undefined;
  /** Only what the change reaches is picked, and these files are the change. */
  readonly changed?: ReadonlySet<string> | undefined;
  /** What was picked, in a sentence. */
  readonly note?: string | undefined;
  /** What it means that nothing was picked. */
  readonly nothing?: string | undefined;
}

/** Files to lint, and what is to be said of the picking. */
export interface Picked {
  readonly workspace: Workspace;
  readonly files: readonly string[];
  readonly notes: readonly string[];
}

/** `--changed` with its value: the word behind it is a revision, or the first path. Throws Usage where it may be both. */
export async function spellOut(args: readonly string[], io: Io): Promise<readonly string[]> {
  const at = args.indexOf('--changed');
  const end = args.indexOf('--');
  if (end >= 0 && end < at) return args;
  const word = args[at + 1];
  if (word === undefined || word.startsWith('-')) return args.with(at, '--changed=');
  const root = findRoot(io.cwd);
  const run = runOf(word);
  const isPath = word !== '' && (isThere(io.cwd, word) || (run !== undefined && isThere(root, run)));
  if (!isPath) return [...args.slice(0, at), `--changed=${word}`, ...args.slice(at + 2)];
  if (isRevision(root, word, io))
    throw new Usage(
      `--changed ${word} can mean two things here. Write --changed=${word} to compare with the revision "${word}", or --changed -- ${word} to check the path.`,
    );
  return args.with(at, '--changed=');
}

function isRevision(root: string, word: string, { env, cwd }: Io): boolean {
  try {
    return commitOf(gitIn(root, env, cwd), word) !== undefined;
  } catch (error) {
    if (error instanceof NoHistory) return false;
    throw error;
  }
}

/** What `--base`, `--changed` and `--staged` compare with. Throws Undecided where nobody can tell what has changed. */
export async function compare(
  root: string,
  values: { base?: string; changed?: string; staged?: boolean },
  { env, cwd }: Pick<Io, 'env' | 'cwd'>,
): Promise<Compared> {
  const git = gitIn(root, env, cwd);
  if (values.staged) {
    const { base, changed, tree } = (await import('../workspace/staged.ts')).openStaged(root, git);
    const alone = base ? '' : ' There is no earlier commit to compare with, so the rules that need one were left out.';
    return { base, changed, tree, note: `Checked what is staged, as it will be committed.${alone}`, nothing: 'Nothing that Closeout reads is staged.' };
  }
  if (values.changed !== undefined) {
    const { ref, name } = values.changed === '' ? defaultBase(git) : { ref: values.changed, name: shownRef(values.changed) };
    if (commitOf(git, ref) === undefined)
      throw new NoHistory(
        `This clone has no revision "${name}" to compare with, nor a file of this name. If it is a branch, fetch it with its whole history: in GitHub Actions set fetch-depth: 0.`,
      );
    const base = openBase(root, ref, git);
    const words = `has changed since ${name}`;
    return { base, changed: base.changed, note: `Checked what ${words}, and what that can break.`, nothing: `Nothing that Closeout reads ${words}.` };
  }
  try {
    return { base: openBase(root, values.base ?? '', git) };
  } catch (error) {
    // what hangs on it is told as not decided, all else is checked
    if (error instanceof NoHistory) return { noBase: error.message };
    throw error;
  }
}

/** The files that are meant: below the named folders, but for those that git ignores, and of these those that the change reaches. */
export function pick(
  judging: Workspace,
  { paths, folders }: { readonly paths: readonly string[]; readonly folders: readonly string[] },
  { changed, tree }: Compared,
  { env, cwd }: Pick<Io, 'env' | 'cwd'>,
): Picked {
  // what is staged is not ignored any more
  const ignored = tree ? undefined : ignoredIn(judging.root, gitIn(judging.root, env, cwd), changed && paths.length > 0 ? ['.'] : folders);
  const workspace = ignored ? withElsewhere(judging, ignored) : judging;
  const left = new Set<string>();
  const skips = (file: string): boolean => {
    if (!ignored?.has(file)) return false;
    left.add(file);
    return true;
  };
  const unread = ignored ? [...ignored.elsewhere, ...ignored.absent] : [];
  const named = changed && paths.length === 0 ? [] : [...select(workspace, paths, skips), ...unread.filter((each) => isBelow(each, folders))];
  const files = changed ? reached(workspace, changed, paths, named).filter((file) => !ignored?.has(file)) : [...new Set(named)];
  const unseen = changed ? named.filter((file) => ignored?.has(file)) : [...left];
  return { workspace, files, notes: notesOn(unseen, ignored, changed !== undefined) };
}

function isBelow(file: string, folders: readonly string[]): boolean {
  return folders.some((folder) => folder === '.' || file === folder || file.startsWith(`${folder}/`));
}

function reached(workspace: Workspace, changed: ReadonlySet<string>, paths: readonly string[], named: readonly string[]): readonly string[] {
  if (paths.length > 0) {
    const asked = new Set(named);
    return reachedBy(workspace, changed).filter((file) => asked.has(file));
  }
  return reachedBy(workspace, new Set([...changed].filter((file) => file === 'closeout.config.yaml' || STRAY.test(file) || isAttributes(file))));
}

/** A submodule that is not checked out is an empty folder, and a sparse checkout leaves nothing at all: only git knows that something is missing there. */
function withElsewhere(workspace: Workspace, { elsewhere, absent }: Ignored): Workspace {
  if (elsewhere.length + absent.length === 0) return workspace;
  const problems = new Map([...elsewhere.map((file) => [file, ELSEWHERE] as const), ...absent.map((file) => [file, ABSENT] as const)]);
  const { tree: found, config, settings } = workspace;
  const read: Tree['read'] = (file) => {
    const problem = problems.get(file);
    return problem ? { file, text: '', problem } : found.read(file);
  };
  const tree: Tree = { ...found, read };
  return { ...workspace, tree, library: openLibrary(tree, config, settings) };
}

function notesOn(unseen: readonly string[], ignored: Ignored | undefined, changes: boolean): readonly string[] {
  const notes = ignored?.refused === undefined ? [] : [`git could not be asked which files it ignores, so all were checked. ${ignored.refused}`];
  const files = unseen.filter((file) => kindOf(file) !== undefined);
  if (files.length === 0) return notes;
  const shown = files.length > 3 ? [...files.slice(0, 3), `${files.length - 3} more`] : files;
  const what = changes ? 'so no commit takes it and no change of it is seen' : 'so it was left out. Name the file to check it';
  const whats = changes ? 'so no commit takes them and no change of them is seen' : 'so they were left out. Name a file to check it';
  return [...notes, `git ignores ${inWords(shown)}, ${files.length > 1 ? whats : what}.`];
}
