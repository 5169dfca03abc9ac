import { createHash } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';
import { Undecided } from '../organisation/failure.ts';
import type { Base, Tree } from '../organisation/tree.ts';
import type { Source } from '../parse/file.ts';
import { type Git, namesIn, withoutFilters } from './ask-git.ts';
import { diskTree, ELSEWHERE, evidenceIn, MOST_BYTES, MOST_EVIDENCE, sourceOf } from './disk.ts';
import { commitOf, LINK, NAMES, revisionTree, SUBMODULE } from './git.ts';

/** What the next commit will hold, compared with the last one. */
export interface Staged {
  readonly tree: Tree;
  /** Files whose staged content is not that of the last commit. */
  readonly changed: ReadonlySet<string>;
  /** Undefined where there is no commit yet, or none that Closeout could judge by. */
  readonly base?: Base | undefined;
}

/** One entry of git's index: `assumed` means that git was told not to look at the file in the working tree. */
interface Entry {
  readonly mode: string;
  readonly id: string;
  readonly assumed: boolean;
}

/** Opens git's index: what `git commit` would commit now. Throws Undecided while a merge is not settled. */
export function openStaged(root: string, git: Git): Staged {
  const ask = (...args: string[]): Buffer => git(args);
  const head = commitOf(git, 'HEAD');
  const changes = (...filter: string[]): string[] => namesIn(ask(...NAMES, '--cached', ...filter));
  const changed = new Set(changes());
  // what is staged as it was committed is read once
  const before = head === undefined ? undefined : revisionTree(ask, head, (file) => (changed.has(file) ? undefined : tree));
  const known = new Set(before?.list(''));
  // git add -N only announces a file: it is in the index, and in no commit
  const isOfCommit = (file: string): boolean => changed.has(file) || known.has(file);
  const entries = entriesIn(ask('ls-files', '-s', '-v', '-z'), isOfCommit);
  // where nothing is staged the config is not asked for what it says of it
  const isEmpty = changed.size === 0 && !entries.has(CONFIG);
  const tree: Tree = isEmpty ? diskTree(root) : indexTree(root, git, entries);
  if (!isEmpty && !entries.has(CONFIG)) throw new Undecided(`${CONFIG} is not staged, so there is nothing to judge by. Stage it: git add ${CONFIG}`);
  if (!before || !known.has(CONFIG)) return { tree, changed };
  return { tree, changed, base: { ...before, ref: 'HEAD', changed, gone: changes('--diff-filter=D'), tip: before } };
}

const CONFIG = 'closeout.config.yaml';

function entriesIn(listing: Buffer, isOfCommit: (file: string) => boolean): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const line of namesIn(listing)) {
    // H 100644 <id> 0<tab>name
    const tab = line.indexOf('\t');
    const [flag = '', mode = '', id = '', stage] = line.slice(0, tab).split(' ');
    const file = line.slice(tab + 1);
    if (stage !== '0') throw new Undecided(`"${file}" is in the middle of a merge. Settle it and stage it with git add, then check again.`);
    if (isOfCommit(file)) entries.set(file, { mode, id, assumed: flag !== 'H' });
  }
  return entries;
}

function indexTree(root: string, git: Git, entries: ReadonlyMap<string, Entry>): Tree {
  const disk = diskTree(root);
  let unstaged: ReadonlySet<string> | undefined;
  // only evidence that a filter turns into something else, as large files are, needs to know
  const isAsOnDisk = (file: string): boolean => {
    unstaged ??= new Set(namesIn(git([...withoutFilters(git), ...NAMES])));
    return !unstaged.has(file) && entries.get(file)?.assumed === false;
  };
  const bytesOf = (file: string, { id }: Entry): Buffer => onDisk(`${root}/${file}`, id) ?? git(['cat-file', 'blob', id]);
  const read = (file: string): Source | undefined => {
    const entry = entries.get(file);
    if (!entry) return undefined;
    if (entry.mode === SUBMODULE) return { file, text: '', problem: ELSEWHERE };
    if (entry.mode === LINK) return { file, text: '', problem: { ruleId: 'file-readable', messageId: 'notFile', data: { what: 'a link' } } };
    const bytes = bytesOf(file, entry);
    const size = bytes.length.toLocaleString('en-US');
    if (bytes.length > MOST_BYTES) return { file, text: '', problem: { ruleId: 'file-small', messageId: 'large', data: { size } } };
    return sourceOf(file, bytes);
  };
  return {
    read,
    list: (folder) => [...entries.keys()].filter((file) => folder === '' || file === folder || file.startsWith(`${folder}/`)),
    evidence: (folder, path) => {
      const file = `${folder}/${path}`;
      const entry = entries.get(file);
      if (!entry) return { problem: 'missing' };
      if (entry.mode === LINK) return { problem: 'link' };
      if (entry.mode === SUBMODULE) return { problem: 'not-file' };
      const own = onDisk(`${root}/${file}`, entry.id);
      if (!own && isAsOnDisk(file)) return disk.evidence(folder, path);
      const bytes = own ?? git(['cat-file', 'blob', entry.id]);
      if (bytes.length > MOST_EVIDENCE) return { problem: 'unreadable' };
      return evidenceIn(bytes);
    },
  };
}

/** The bytes of a file if they are what git keeps under this id: reading them is quicker than asking git for each. */
function onDisk(path: string, id: string): Buffer | undefined {
  try {
    const stats = lstatSync(path);
    if (!stats.isFile() || stats.size > MOST_EVIDENCE) return undefined;
    const bytes = readFileSync(path);
    const hash = createHash(id.length === 40 ? 'sha1' : 'sha256')
      .update(`blob ${bytes.length}\0`)
      .update(bytes);
    return hash.digest('hex') === id ? bytes : undefined;
  } catch {
    // git has it in any case
    return undefined;
  }
}
