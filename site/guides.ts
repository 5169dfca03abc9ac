import { type ItemFacts, type Loose, type Page, parsePage } from '../linter/index.ts';
import { type ChecklistView, organisation } from './data.ts';

type Folder = 'playbooks' | 'mistakes';

/** A playbook or a page on mistakes: the facts on top of it, as the linter reads them. */
export interface PageView {
  /** Path below site/content without its ending: `playbooks/leaving-a-site`. */
  readonly id: string;
  readonly folder: Folder;
  /** The last step of the id. */
  readonly name: string;
  readonly title: string;
  readonly data: Loose<Page>;
}

/** An item of a checklist that sends its reader to a page. */
export interface Asking {
  readonly checklist: ChecklistView;
  readonly item: ItemFacts;
}

let read: readonly PageView[] | undefined;

/** All pages of a folder by title, each read once for the whole build. */
export function pagesIn(folder: Folder): readonly PageView[] {
  read ??= [...organisation().workspace.library.pages].flatMap((id) => pageOf(id)).sort((a, b) => a.title.localeCompare(b.title, 'en'));
  return read.filter((page) => page.folder === folder);
}

/** The page that an item's `how` or a process's `document` names; undefined where there is none. */
export function pageNamed(id: string | undefined): PageView | undefined {
  return [...pagesIn('playbooks'), ...pagesIn('mistakes')].find((page) => page.id === id);
}

function pageOf(id: string): PageView[] {
  const { workspace } = organisation();
  const [, folder, name] = /^(playbooks|mistakes)\/([^/]+)$/.exec(id) ?? [];
  const source = workspace.tree.read(`site/content/${id}.mdx`);
  if (!folder || !name || !source) return [];
  const { value } = parsePage('page', source, workspace.settings);
  const data = (typeof value === 'object' && value !== null ? value : {}) as Loose<Page>;
  return [{ id, folder: folder as Folder, name, title: data.title ?? name, data }];
}

/** Items in force that name a page in `how`, by checklist. */
export function askedBy(page: string): readonly Asking[] {
  return organisation().checklists.flatMap((checklist) =>
    [...checklist.facts.items.values()].filter((item) => item.how === page && !item.retired).map((item) => ({ checklist, item })),
  );
}

/** The title of a process: the config's, or that of a checklist which is one. */
export function processTitle(id: string): string {
  const { workspace, checklists } = organisation();
  const process = (workspace.config.processes ?? []).find((each) => each.id === id);
  return process?.title ?? checklists.find((each) => each.id === id)?.data.title ?? id;
}
