import { NoHistory } from '../organisation/failure.ts';
import { type Git, namesIn } from './ask-git.ts';
import { SUBMODULE } from './git.ts';
import { isThere } from './open.ts';

/** What git says of folders: files that it ignores, and folders that belong to another repository. */
export interface Ignored {
  has(file: string): boolean;
  /** Submodules, checked out or not. */
  readonly elsewhere: readonly string[];
  /** Files of this repository that a sparse checkout leaves out of the working tree. */
  readonly absent: readonly string[];
  /** Why git could not be asked, where there is a git repository that it would not read. */
  readonly refused?: string | undefined;
}

const NOTHING: Ignored = { has: () => false, elsewhere: [], absent: [] };
const CONFIG = 'closeout.config.yaml';

/** Asks git once. A file that is committed is never ignored, whatever .gitignore says; without git nothing is. */
export function ignoredIn(root: string, git: Git, folders: readonly string[]): Ignored {
  try {
    const listing = git(['ls-files', '--others', '--ignored', '--exclude-standard', '--directory', '-z', '--', CONFIG, ...folders]);
    const entries = namesIn(listing);
    // the whole organisation lies in a folder that a repository around it ignores: it is none of that repository's
    if (entries.some((entry) => entry === CONFIG || entry === './')) return NOTHING;
    const files = new Set(entries);
    // H 100644 <id> 0<tab>name
    const tracked = namesIn(git(['ls-files', '-s', '-t', '-z', '--', CONFIG, ...folders]));
    const named = (starts: string, from: number): string[] =>
      tracked.filter((line) => line.startsWith(starts, from)).map((line) => line.slice(line.indexOf('\t') + 1));
    return {
      has: (file) => files.has(file) || files.has(`${file}/`) || foldersOf(file).some((folder) => files.has(folder)),
      elsewhere: named(SUBMODULE, 2),
      absent: named('S', 0).filter((file) => !isThere(root, file)),
    };
  } catch (error) {
    if (!(error instanceof NoHistory)) throw error;
    return NO_GIT.test(error.message) ? NOTHING : { ...NOTHING, refused: error.message };
  }
}

const NO_GIT = /^git is not installed|is not in a git repository/;

/** `a/` and `a/b/` of `a/b/c`. */
function foldersOf(file: string): readonly string[] {
  return [...file.matchAll(/\//g)].map(({ index }) => file.slice(0, index + 1));
}
