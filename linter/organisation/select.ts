import { kindOf } from '../parse/kinds.ts';
import { Undecided } from './failure.ts';
import type { Workspace } from './opened.ts';

/** Folders in which no file is passed over in silence. */
export const STRAY = /^(?:records|checklists|site\/content)(?:\/|$)/;

/** Where an organisation's files lie, besides its config. */
export const FOLDERS = ['checklists', 'records', 'site/content'];

/** The files that paths of the command line name; no path means all. Folders are searched, but for files that `skips` leaves out. Throws Undecided where a path names nothing. */
export function select(workspace: Workspace, paths: readonly string[], skips: (file: string) => boolean = () => false): readonly string[] {
  const below = (folder: string): readonly string[] => listed(workspace, folder).filter((file) => !skips(file));
  if (paths.length === 0) return ['closeout.config.yaml', ...FOLDERS.flatMap(below)];
  const files = paths.flatMap((path) => {
    const inside = workspace.inside(path);
    const found = inside === undefined ? [] : listed(workspace, inside);
    if (inside !== undefined && found.length > 0) return found.length === 1 && found[0] === inside ? found : below(inside);
    if (inside === undefined || !(workspace.tree.read(inside) || isGone(workspace, inside)))
      throw new Undecided(`There is no "${path}" in this repository, so nothing was checked.`);
    return [inside];
  });
  const named = new Set(files);
  return [...new Set(files.map((file) => ownerOf(workspace, file, named)))];
}

/** All that lies below a folder: what cannot be read stands in it, to be told there, and hides no other finding. */
export function listed({ tree }: Pick<Workspace, 'tree'>, folder: string): readonly string[] {
  const files = tree.list(folder, 'holes');
  // elsewhere nothing would tell of it
  return files.length === 1 && files[0] === folder && !STRAY.test(folder) ? tree.list(folder) : files;
}

/** Whether the change takes away this file, or this folder with all in it: what guards it is judged with all files. */
export function isGone({ base }: Workspace, path: string): boolean {
  return base?.gone.some((file) => file === path || file.startsWith(`${path}/`)) ?? false;
}

/** Sign-offs and evidence are judged with their run, where there is one. */
export function ownerOf({ tree }: Pick<Workspace, 'tree'>, file: string, named: ReadonlySet<string>): string {
  if (file.endsWith('/run.yaml')) return file;
  const folder = kindOf(file) === 'signoff' ? folderOf(file) : /^(.+)\/evidence\/[^/]+$/.exec(file)?.[1];
  const run = `${folder}/run.yaml`;
  return folder !== undefined && (named.has(run) || tree.read(run)) ? run : file;
}

/** The folder that a file lies in. */
export function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf('/'));
}
