import { isUtf8 } from 'node:buffer';
import { accessSync, closeSync, constants, type Dirent, lstatSync, openSync, readdirSync, readFileSync, readSync, type Stats } from 'node:fs';
import { basename, dirname } from 'node:path';
import { bytesDigest } from '../core/digest.ts';
import type { Evidence } from '../core/documents.ts';
import { isBlank, MOST_BLANK } from '../core/evidence.ts';
import { utf16In } from '../core/utf-16.ts';
import { Undecided } from '../organisation/failure.ts';
import type { Tree } from '../organisation/tree.ts';
import type { Source } from '../parse/file.ts';

export const MOST_BYTES = 1_048_576;
export const MOST_EVIDENCE = 64 * MOST_BYTES;
const LENIENT = { throwIfNoEntry: false } as const;

/** The files as they lie on disk when they are first asked for. Links are not followed: what they point at was not reviewed. */
export function diskTree(root: string): Tree {
  const folders = new Map<string, Entries>();
  const links = new Map<string, boolean>();
  const lists = new Map<string, readonly string[]>();
  const entries = (folder: string): Entries => {
    const kept = folders.get(folder) ?? entriesOf(root, folder);
    folders.set(folder, kept);
    return kept;
  };
  /** Whether the folder, or one above it, is a link. */
  const linked = (folder: string): boolean => {
    if (folder === '') return false;
    const known = links.get(folder);
    if (known !== undefined) return known;
    const isBelow = linked(above(folder));
    const stats = isBelow ? undefined : statsOf(`${root}/${folder}`);
    // a refusal of the system takes longer than to read a file
    if (stats?.isFile()) folders.set(folder, NOTHING);
    const found = isBelow || Boolean(stats?.isSymbolicLink());
    links.set(folder, found);
    return found;
  };
  const below = (folder: string, holes: boolean): string[] => {
    const { problem, files } = entries(folder);
    if (problem && holes) return [folder];
    // who judges by what lies here must not take it for empty
    if (problem)
      throw new Undecided(
        `The folder ${folder || root} ${problem === ELSEWHERE ? 'belongs to another git repository' : `could not be read: ${problem.data?.['reason']}`}.`,
      );
    const paths: string[] = [];
    for (const entry of files) {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      if (!entry.isDirectory() || isOdd(entry.name)) paths.push(path);
      else {
        // its entry says so, and nothing above it is one either
        links.set(path, false);
        for (const each of below(path, holes)) paths.push(each);
      }
    }
    return paths;
  };
  const list = (folder: string, holes?: 'holes'): readonly string[] => {
    if (linked(folder)) return [folder];
    if (!holes) return below(folder, false);
    // several steps look through all that was named
    const kept = lists.get(folder) ?? below(folder, true);
    lists.set(folder, kept);
    return kept;
  };
  const read = (file: string): Source | undefined => {
    const problem = linked(above(file)) ? BEHIND_LINK : undefined;
    return problem ? { file, text: '', problem } : readSource(root, file, () => entries(file).problem);
  };
  return { list, read, evidence: (folder, path) => (linked(`${folder}/evidence`) ? { problem: 'link' } : readEvidence(`${root}/${folder}/${path}`)) };
}

/** One file as it lies on disk now, wherever that is. */
export function readAt(path: string): Source | undefined {
  return diskTree(dirname(path)).read(basename(path));
}

type Problem = NonNullable<Source['problem']>;

/** What lies in a folder, or why its files cannot be had. */
interface Entries {
  readonly files: readonly Dirent[];
  readonly problem?: Problem | undefined;
}

const NOTHING: Entries = { files: [] };

const BEHIND_LINK: Problem = { ruleId: 'file-readable', messageId: 'notFile', data: { what: 'behind a link' } };

/** A folder of another repository: git keeps none of its files here. */
export const ELSEWHERE: Problem = { ruleId: 'file-readable', messageId: 'elsewhere' };

/** A file of this repository that a sparse checkout leaves out. */
export const ABSENT: Problem = {
  ruleId: 'file-readable',
  messageId: 'unreadable',
  data: { reason: 'git leaves it out of this checkout, which is a sparse one. To check it too: git sparse-checkout disable' },
};

function above(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** Names that are not UTF-8 cannot be asked for again, so nothing under them can be read. */
function isOdd(name: string): boolean {
  return name.includes('\ufffd');
}

function entriesOf(root: string, folder: string): Entries {
  let entries: Dirent[];
  try {
    entries = readdirSync(`${root}/${folder}`, { withFileTypes: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return NOTHING;
    return { files: [], problem: { ruleId: 'file-readable', messageId: 'folder', data: { reason: reasonOf(error as NodeJS.ErrnoException) } } };
  }
  if (folder !== '' && entries.some((entry) => entry.name === '.git')) return { files: [], problem: ELSEWHERE };
  const own = folder === '' ? entries.filter((entry) => entry.name !== 'node_modules' && entry.name !== '.git') : entries;
  return { files: own.sort((a, b) => (a.name < b.name ? -1 : 1)) };
}

/** `problemOf` says why the files of a folder cannot be had. */
function readSource(root: string, file: string, problemOf: () => Problem | undefined): Source | undefined {
  const failed = (ruleId: Problem['ruleId'], messageId: string, data = {}): Source => ({ file, text: '', problem: { ruleId, messageId, data } });
  if (isOdd(file)) return failed('file-readable', 'name');
  let stats: Stats | undefined;
  try {
    stats = lstatSync(`${root}/${file}`, LENIENT);
  } catch (error) {
    return failed('file-readable', 'unreadable', { reason: reasonOf(error as NodeJS.ErrnoException) });
  }
  if (!stats) return undefined;
  if (stats.isSymbolicLink()) return failed('file-readable', 'notFile', { what: 'a link' });
  const problem = stats.isDirectory() ? problemOf() : undefined;
  if (problem) return { file, text: '', problem };
  if (!stats.isFile()) return failed('file-readable', 'notFile', { what: stats.isDirectory() ? 'a folder' : 'a device, pipe or socket' });
  if (stats.size > MOST_BYTES) return failed('file-small', 'large', { size: stats.size.toLocaleString('en-US') });
  try {
    return sourceOf(file, readBytes(`${root}/${file}`, stats.size));
  } catch (error) {
    return failed('file-readable', 'unreadable', { reason: reasonOf(error as NodeJS.ErrnoException) });
  }
}

const ROOM = 65_536;
let room = Buffer.alloc(0);
let taken = 0;

/** Room for so many bytes, a piece of a larger one: to be given one of its own by the system takes longer than to read a file. */
function roomFor(size: number): Buffer {
  if (size > ROOM / 2) return Buffer.allocUnsafeSlow(size);
  if (taken + size > room.length) [room, taken] = [Buffer.allocUnsafeSlow(ROOM), 0];
  taken += size;
  return room.subarray(taken - size, taken);
}

/** The bytes of a file that was of this size a moment ago: to read so many takes half the time of finding out how many there are. */
function readBytes(path: string, size: number): Buffer {
  const file = openSync(path, 'r');
  try {
    const bytes = roomFor(size + 1);
    return readSync(file, bytes, 0, size + 1, 0) === size ? bytes.subarray(0, size) : readFileSync(path);
  } finally {
    closeSync(file);
  }
}

function reasonOf({ code }: NodeJS.ErrnoException): string {
  if (code === 'EACCES' || code === 'EPERM') return 'this account may not read it';
  return `the system says ${code ?? 'nothing more'}`;
}

/** What the bytes of a file say in strict UTF-8. A byte order mark at the start is left out. */
export function sourceOf(file: string, bytes: Buffer): Source {
  if (utf16In(bytes)) return { file, text: '', problem: { ruleId: 'utf-8', messageId: 'utf16' } };
  if (!isUtf8(bytes)) return { file, text: '', problem: { ruleId: 'utf-8', messageId: 'encoding' } };
  const own = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
  let text: string | undefined;
  return {
    file,
    bytes: own,
    // of most files that each lint reads it has kept what came of them
    get text() {
      text ??= own.toString();
      return text;
    },
  };
}

/** Undefined also where a folder above may not be entered. */
function statsOf(path: string): Stats | undefined {
  try {
    return lstatSync(path, LENIENT);
  } catch {
    return undefined;
  }
}

/** The digest of an evidence file, or why there is none. Its name fits the schema, so it cannot leave the run's folder. */
function readEvidence(path: string): Evidence {
  let stats: Stats | undefined;
  try {
    stats = lstatSync(path, LENIENT);
  } catch {
    return { problem: 'unreadable' };
  }
  if (!stats) return { problem: 'missing' };
  if (stats.isSymbolicLink()) return { problem: 'link' };
  if (!stats.isFile()) return { problem: 'not-file' };
  if (stats.size > MOST_EVIDENCE) return { problem: 'unreadable' };
  let small: Buffer | undefined;
  try {
    if (stats.size > MOST_BLANK) accessSync(path, constants.R_OK);
    else small = readBytes(path, stats.size);
  } catch {
    return { problem: 'unreadable' };
  }
  if (small && isBlank(small)) return evidenceIn(small);
  let digest: string | undefined;
  return {
    // only a seal asks for it
    get digest() {
      digest ??= bytesDigest(small ?? readFileSync(path));
      return digest;
    },
  };
}

/** What these bytes are worth as evidence. */
export function evidenceIn(bytes: Buffer): Evidence {
  const digest = bytesDigest(bytes);
  return isBlank(bytes) ? { problem: 'empty', digest } : { digest };
}
