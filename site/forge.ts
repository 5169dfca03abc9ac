import { lineStarts, positionAt, spanOf } from '../linter/index.ts';
import { organisation } from './data.ts';
import { webAddress } from './links.ts';

/** Address of a file of the repository in a forge's editor or history: GitLab's form where the address says gitlab, else GitHub's. */
export function forgeAddress(repository: string, view: 'edit' | 'commits', file: string): string {
  const home = repository.replace(/\/+$/, '').replace(/\.git$/, '');
  return `${home}/${/gitlab/i.test(home) ? '-/' : ''}${view}/main/${file.split('/').map(encodeURIComponent).join('/')}`;
}

/** Where to propose a change of an item; undefined where the config names no repository, or the item's place is not known. */
export function toPropose(checklist: string, path: readonly (string | number)[]): string | undefined {
  const { config, library } = organisation().workspace;
  const repository = webAddress(config.repository);
  const file = `checklists/${checklist}.yaml`;
  const parsed = library.parsed(file);
  if (!repository || !parsed?.places) return undefined;
  const [start] = spanOf(parsed.places(), path);
  return `${forgeAddress(repository, 'edit', file)}#L${positionAt(lineStarts(parsed.text), start).line}`;
}

/** Where the history of a checklist's file can be read; undefined where the config names no repository. */
export function toHistory(checklist: string): string | undefined {
  const repository = webAddress(organisation().workspace.config.repository);
  return repository && forgeAddress(repository, 'commits', `checklists/${checklist}.yaml`);
}
