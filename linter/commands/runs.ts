import type { RunDocument } from '../core/documents.ts';
import { nearest } from '../core/suggest.ts';
import { openRun } from '../organisation/documents.ts';
import { Undecided, Usage } from '../organisation/failure.ts';
import type { Workspace } from '../organisation/opened.ts';
import { kindOf, projectOf } from '../parse/kinds.ts';

/** The files of all runs on record. */
export function runFiles({ tree }: Workspace): readonly string[] {
  return tree.list('records/projects').filter((file) => kindOf(file) === 'run');
}

/** The run that a command line names: by its file, its folder, or as `northwind/office-move`. */
export function runFile(workspace: Workspace, name: string): string {
  const inside = workspace.inside(name)?.replace(/\/$/, '');
  const file = inside?.endsWith('run.yaml') ? inside : `${inside}/run.yaml`;
  if (inside !== undefined && kindOf(file) === 'run' && workspace.tree.read(file)) return file;
  const byId = `records/projects/${name}/run.yaml`;
  if (kindOf(byId) === 'run' && workspace.tree.read(byId)) return byId;
  if (inside?.endsWith('run.yaml')) throw new Undecided(`There is no ${file}.`);
  const suggestion = nearestProject(name, runFiles(workspace).map(projectOf));
  throw new Usage(
    `"${name}" is not a run. Name its run.yaml, its folder, or its project as customer/project.${suggestion ? ` Did you mean ${suggestion}?` : ''}`,
  );
}

/** The project that is meant by a word: one that is spelt nearly so, or the only one whose own name it is. */
export function nearestProject(word: string, projects: readonly string[]): string | undefined {
  const named = projects.filter((project) => project.endsWith(`/${word}`));
  return named.length === 1 ? named[0] : nearest(word, projects);
}

/** The run with its release; throws Undecided where one of them cannot be read. */
export function documentOf(workspace: Workspace, file: string): RunDocument & { readonly checklist: NonNullable<RunDocument['checklist']> } {
  const document = openRun(workspace, file)?.document;
  if (!document) throw new Undecided(`${file} is not there or cannot be read. Run closeout lint on it.`);
  const { checklist } = document;
  if (!checklist) throw new Undecided(`${file} is not pinned to a release that is there. Run closeout lint on it.`);
  return { ...document, checklist };
}
