import { kindOf, releaseName } from '../parse/kinds.ts';
import { messageIn } from '../parse/plain-message.ts';
import type { FileKind } from '../parse/shape.ts';
import { numberedIn, runsNaming } from './numbered.ts';
import type { Workspace } from './opened.ts';
import { folderOf, listed, ownerOf } from './select.ts';
import type { Tree } from './tree.ts';

/** The files that a change could break: those it touches, and those that are judged by what it touches. Runs and releases that are gone are judged with all files, whatever is picked. */
export function reachedBy({ tree, base, library }: Pick<Workspace, 'tree' | 'base' | 'library'>, changed: ReadonlySet<string>): readonly string[] {
  const reached = new Set<string>();
  const add = (files: Iterable<string>): void => {
    for (const file of files) reached.add(file);
  };
  const known = new Set(base?.list('site/content'));
  const isNewOrGone = (file: string): boolean => !known.has(file) || !tree.read(file);
  const asked = new Set<FileKind>();
  // what git makes of bytes as it checks them out: evidence may not be what was signed any more
  if ([...changed].some(isAttributes)) add(all(tree));
  for (const file of changed) {
    if (tree.read(file)) reached.add(ownerOf({ tree }, file, NONE));
    else if (isBesideRun(file)) add(here(tree, [ownerOf({ tree }, file, NONE)]));
    // a sign-off that lost its run stands there alone
    else if (kindOf(file) === 'run') add(listed({ tree }, folderOf(file)).filter((each) => kindOf(each) === 'signoff'));
    const kind = kindOf(file);
    if (kind === 'run') add(ofSameNumber({ tree, library }, file));
    // pages of the site are the ones that others link to and name
    if (!kind || asked.has(kind) || (PAGES.has(kind) && !isNewOrGone(file))) continue;
    add(judgedBy(tree, kind, file));
    // of these each file brings in the same
    if (kind !== 'checklist') asked.add(kind);
  }
  return [...reached];
}

/** Runs that name the same project of the PSA as this one. */
function ofSameNumber(workspace: Pick<Workspace, 'tree' | 'library'>, file: string): readonly string[] {
  const parsed = workspace.library.parsed(file);
  return (parsed ? numberedIn(parsed) : []).flatMap(({ number }) => runsNaming(workspace, number)).map((run) => run.file);
}

/** Whether this file tells git to convert others. */
export function isAttributes(file: string): boolean {
  return /(?:^|\/)\.gitattributes$/.test(file);
}

const NONE: ReadonlySet<string> = new Set();
const PAGES: ReadonlySet<FileKind> = new Set(['page', 'doc', 'update']);

function isBesideRun(file: string): boolean {
  return kindOf(file) === 'signoff' || file.includes('/evidence/');
}

/** What is judged by a file, besides the file itself. */
function judgedBy(tree: Tree, kind: FileKind, file: string): readonly string[] {
  switch (kind) {
    case 'config':
      return all(tree);
    case 'people':
      return [...openRuns(tree), ...listed({ tree }, 'records/walkthroughs'), ...listed({ tree }, 'site/content')];
    case 'customers':
      return [...openRuns(tree), ...listed({ tree }, 'site/content')];
    case 'checklist':
      return [...ofChecklist(tree, file), ...listed({ tree }, 'site/content')];
    case 'phrases':
      return [...listed({ tree }, 'site/content'), ...openRuns(tree).filter((run) => messageIn(textOf(tree, run)) !== 'none')];
    case 'page':
    case 'doc':
    case 'update':
      return [...listed({ tree }, 'site/content'), ...listed({ tree }, 'checklists')];
    case 'walkthrough':
      // what the last walk of a process means is told at the process
      return here(tree, ['closeout.config.yaml']);
    default:
      return [];
  }
}

/** A checklist and its releases hang together; runs are judged by the release that they are pinned to. */
function ofChecklist(tree: Tree, file: string): readonly string[] {
  const release = releaseName(file);
  const id = release === undefined ? (/([^/]+)\.yaml$/.exec(file)?.[1] ?? '') : release.slice(0, release.indexOf('@'));
  const family = [
    ...here(tree, [`checklists/${id}.yaml`]),
    ...listed({ tree }, 'checklists/releases').filter((each) => releaseName(each)?.startsWith(`${id}@`)),
  ];
  if (release === undefined) return family;
  const ofChecklist = (run: string): boolean => textOf(tree, run).includes(`${id}@`);
  return [...family, ...runs(tree).filter((run) => ofChecklist(run) && (textOf(tree, run).includes(release) || !isOver(tree, run)))];
}

function all(tree: Tree): readonly string[] {
  return [...here(tree, ['closeout.config.yaml']), ...['checklists', 'records', 'site/content'].flatMap((folder) => listed({ tree }, folder))];
}

function here(tree: Tree, files: readonly string[]): readonly string[] {
  return files.filter((file) => tree.read(file));
}

function runs(tree: Tree): readonly string[] {
  return listed({ tree }, 'records/projects').filter((file) => kindOf(file) === 'run');
}

/** Runs that are not in the archive: only these are judged by today's people, customers and wording. */
function openRuns(tree: Tree): readonly string[] {
  return runs(tree).filter((run) => !isOver(tree, run));
}

/** Reading is dear by the ten thousand, so a look at the line must do: what it does not know for sure, as a file in braces, is linted. */
function isOver(tree: Tree, run: string): boolean {
  const text = textOf(tree, run);
  return /^state: (?:finished|cancelled)[ \t\r]*$/m.test(text) && !/^\s*\{/m.test(text);
}

function textOf(tree: Tree, file: string): string {
  return tree.read(file)?.text ?? '';
}
