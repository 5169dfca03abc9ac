import { mkdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { Usage } from '../organisation/failure.ts';
import { findRoot } from './open.ts';
import { writeFile } from './write.ts';

/** What Closeout reads: no report may take its place. To some systems these names are the same in capitals. */
const OWN = /^(?:closeout\.config\.yaml$|(?:checklists|records|site\/content|schemas)(?:\/|$))/i;
const GIT = /(?:^|\/)\.git(?:\/|$)/i;

/** The absolute path of a report; throws Usage where it would lie among what Closeout or git reads, by way of a link too. */
export function reportPath(cwd: string, file: string): string {
  const path = resolve(cwd, file);
  const root = findRoot(cwd);
  const refuse = (whose: string): never => {
    throw new Usage(
      `A report cannot be written to "${file}": ${whose} reads what lies there. Name a file elsewhere, for example out/${file.split(/[/\\]/).at(-1)}.`,
    );
  };
  for (const [from, to] of [
    [root, path],
    [realPath(root), `${realPath(dirname(path))}/${basename(path)}`],
  ] as const) {
    const way = relative(from, to).split(sep).join('/');
    if (OWN.test(way)) refuse('Closeout');
    if (GIT.test(way)) refuse('git');
  }
  return path;
}

/** Where a path leads, links followed as far as it is there. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const above = dirname(path);
    return above === path ? path : join(realPath(above), basename(path));
  }
}

/** Writes a report, its folder too; gives why it could not be written, or undefined. */
export function writeReport(path: string, text: string): string | undefined {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats?.isDirectory()) return 'a folder has this name';
    // a device would be replaced by a file
    if (stats && !stats.isFile()) return 'this is not a plain file; leave out the = and what follows to have it shown instead';
    makeFolder(dirname(path));
    writeFile(path, text);
    return undefined;
  } catch (error) {
    return reasonOf(error as NodeJS.ErrnoException);
  }
}

/** One by one: in a place that takes no folders, as /proc, Node's own way to make them all never ends. */
function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

function reasonOf({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'EACCES' || code === 'EPERM') return 'this account may not write there';
  if (code === 'EROFS') return 'nothing can be written there';
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'there is no room left';
  if (code === 'ENOTDIR' || code === 'EEXIST') return 'a part of its path is a file, not a folder';
  return code ? `the system says ${code}` : message;
}
