import { nearest } from '../core/suggest.ts';
import { Undecided } from '../organisation/failure.ts';
import type { Workspace } from '../organisation/opened.ts';
import { FOLDERS, isGone, listed } from '../organisation/select.ts';
import { kindOf, projectOf } from '../parse/kinds.ts';
import { nearestProject } from './runs.ts';

/** The path that a word of the command line means: itself where it is there, else the run of `northwind/office-move`. Throws Undecided, with what may be meant. */
export function pathOf(workspace: Workspace, word: string): string {
  const { tree, root } = workspace;
  const inside = workspace.inside(word);
  if (inside !== undefined && (tree.read(inside) || listed(workspace, inside).length > 0 || isGone(workspace, inside))) return word;
  const run = runOf(word);
  if (run && (tree.read(run) || isGone(workspace, run))) return `${root}/${run}`;
  const projects = listed(workspace, 'records/projects').flatMap((file) => (kindOf(file) === 'run' ? projectOf(file) : []));
  const meant = nearestProject(word, projects) ?? nearest(inside ?? '', near(workspace, inside));
  throw new Undecided(`There is no "${word}" in this repository, so nothing was checked.${meant ? ` Did you mean ${meant}?` : ''}`);
}

/** `northwind/office-move` as the file of its run. */
export function runOf(word: string): string | undefined {
  const run = `records/projects/${word.replace(/\/+$/, '')}/run.yaml`;
  return kindOf(run) === 'run' && !word.includes('..') ? run : undefined;
}

/** Files and folders beside the one that is not there. */
function near(workspace: Workspace, path = ''): ReadonlySet<string> {
  const folder = FOLDERS.find((each) => path.startsWith(`${each}/`));
  const depth = path.split('/').length;
  return new Set(folder ? listed(workspace, folder).map((file) => file.split('/').slice(0, depth).join('/')) : []);
}

/** The folders among paths, seen from the root; all of them where there is no path. The folder of one run is no more than the run. */
export function foldersAmong(workspace: Workspace, paths: readonly string[]): readonly string[] {
  if (paths.length === 0) return FOLDERS;
  return paths.flatMap((path) => {
    const inside = workspace.inside(path);
    if (inside === undefined) return [];
    const below = listed(workspace, inside);
    if (below.length > 0) return below.includes(`${inside}/run.yaml`) ? [] : [inside || '.'];
    // an empty folder may be a submodule
    return kindOf(inside) === undefined && workspace.tree.read(inside)?.problem ? [inside] : [];
  });
}
