import type { Evidence } from '../core/documents.ts';
import type { Source } from '../parse/file.ts';

/** Where files are read from: the working tree, or a revision of git. Paths are relative to the root. */
export interface Tree {
  /** Undefined where there is no such file. */
  read(file: string): Source | undefined;
  /** Names of all files below a folder, in order; empty where there is none. Throws Undecided where a folder cannot be read; with `holes` such a folder stands in the list itself, and reading it tells why. */
  list(folder: string, holes?: 'holes'): readonly string[];
  /** The digest of an evidence file below a run's folder, or why there is none. */
  evidence(folder: string, path: string): Evidence;
}

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
