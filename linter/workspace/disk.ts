import { isUtf8 } from 'node:buffer';
import { accessSync, constants, type Dirent, lstatSync, readdirSync, readFileSync, type Stats } from 'node:fs';
import { bytesDigest } from '../core/digest.ts';
import type { Evidence } from '../core/documents.ts';
import { Undecided } from '../organisation/failure.ts';
import type { Tree } from '../organisation/tree.ts';
import type { Source } from '../parse/file.ts';

const MOST_BYTES = 1_048_576;
const MOST_EVIDENCE = 64 * MOST_BYTES;

/** The files as they lie on disk when they are first asked for. Links are not followed: what they point at was not reviewed. */
export function diskTree(root: string): Tree {
  const folders = new Map<string, readonly Dirent[]>();
  const links = new Map<string, boolean>();
  const entries = (folder: string): readonly Dirent[] => {
    const kept = folders.get(folder) ?? entriesOf(root, folder);
    folders.set(folder, kept);
    return kept;
  };
  /** Whether the folder, or one above it, is a link. */
  const linked = (folder: string): boolean => {
    if (folder === '') return false;
    const known = links.get(folder) ?? (linked(above(folder)) || Boolean(statsOf(`${root}/${folder}`)?.isSymbolicLink()));
    links.set(folder, known);
    return known;
  };
  const list = (folder: string): string[] => {
    if (linked(folder)) return [folder];
    return entries(folder).flatMap((entry) => {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      return entry.isDirectory() ? list(path) : [path];
    });
  };
  const read = (file: string): Source | undefined => {
    const problem = { ruleId: 'file-readable', messageId: 'notFile', data: { what: 'behind a link' } } as const;
    return linked(above(file)) ? { file, text: '', problem } : readSource(root, file);
  };
  return { list, read, evidence: (folder, path) => readEvidence(`${root}/${folder}`, path) };
}

function above(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function entriesOf(root: string, folder: string): Dirent[] {
  const path = `${root}/${folder}`;
  let entries: Dirent[];
  try {
    entries = readdirSync(path, { withFileTypes: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw new Undecided(`The folder ${path} could not be read (${code}).`);
  }
  const strange = entries.find((entry) => entry.name.includes('\ufffd'));
  if (strange) throw new Undecided(`The name of "${strange.name}" in ${path} is not UTF-8, so it could not be checked. Rename it.`);
  const own = folder === '' ? entries.filter((entry) => entry.name !== 'node_modules' && entry.name !== '.git') : entries;
  return own.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function readSource(root: string, file: string): Source | undefined {
  const stats = statsOf(`${root}/${file}`);
  if (!stats) return undefined;
  const failed = (ruleId: NonNullable<Source['problem']>['ruleId'], messageId: string, data = {}): Source => ({
    file,
    text: '',
    problem: { ruleId, messageId, data },
  });
  if (stats.isSymbolicLink()) return failed('file-readable', 'notFile', { what: 'a link' });
  if (!stats.isFile()) return failed('file-readable', 'notFile', { what: stats.isDirectory() ? 'a folder' : 'a device or pipe' });
  if (stats.size > MOST_BYTES) return failed('file-small', 'large', { size: stats.size.toLocaleString('en-US') });
  let bytes: Buffer;
  try {
    bytes = readFileSync(`${root}/${file}`);
  } catch (error) {
    return failed('file-readable', 'unreadable', { reason: reasonOf(error as NodeJS.ErrnoException) });
  }
  return { file, ...decode(bytes) };
}

function reasonOf({ code }: NodeJS.ErrnoException): string {
  if (code === 'EACCES' || code === 'EPERM') return 'this account may not read it';
  return `the system says ${code ?? 'nothing more'}`;
}

/** Strict UTF-8; a byte order mark at the start is left out of the text. */
export function decode(bytes: Buffer): Pick<Source, 'text' | 'problem'> {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return { text: '', problem: { ruleId: 'utf-8', messageId: 'utf16' } };
  }
  if (!isUtf8(bytes)) return { text: '', problem: { ruleId: 'utf-8', messageId: 'encoding' } };
  return { text: bytes.toString('utf8', bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0) };
}

function statsOf(path: string): Stats | undefined {
  return lstatSync(path, { throwIfNoEntry: false });
}

/** The digest of an evidence file, or why there is none. `path` fits the schema, so it cannot leave the folder. */
function readEvidence(folder: string, path: string): Evidence {
  if (statsOf(`${folder}/evidence`)?.isSymbolicLink()) return { problem: 'link' };
  const stats = statsOf(`${folder}/${path}`);
  if (!stats) return { problem: 'missing' };
  if (stats.isSymbolicLink()) return { problem: 'link' };
  if (!stats.isFile()) return { problem: 'not-file' };
  if (stats.size === 0) return { problem: 'empty' };
  if (stats.size > MOST_EVIDENCE) return { problem: 'unreadable' };
  try {
    accessSync(`${folder}/${path}`, constants.R_OK);
  } catch {
    return { problem: 'unreadable' };
  }
  let digest: string | undefined;
  return {
    // only a seal asks for it
    get digest() {
      digest ??= bytesDigest(readFileSync(`${folder}/${path}`));
      return digest;
    },
  };
}
