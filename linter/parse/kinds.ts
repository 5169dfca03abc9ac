import type { FileKind } from './shape.ts';

/** The kinds of the files that lie in a folder, by how their names end: a star stands for a name. */
const folders: Readonly<Record<string, Readonly<Record<string, FileKind>>>> = {
  '': { 'closeout.config.yaml': 'config' },
  checklists: { '*.yaml': 'checklist' },
  records: { 'people.yaml': 'people', 'customers.yaml': 'customers' },
  'records/walkthroughs': { '*.yaml': 'walkthrough' },
  'site/content/phrases': { '*.yaml': 'phrases' },
  'site/content/updates': { '*.yaml': 'update' },
  'site/content/playbooks': { '*.mdx': 'page' },
  'site/content/mistakes': { '*.mdx': 'page' },
};

/** What kind of file a path names, relative to the root and with forward slashes; undefined where Closeout reads none. */
// by hand: a lint of one run spent more on making a pattern for each of these ready than on looking at its paths
export function kindOf(file: string): FileKind | undefined {
  const end = file.lastIndexOf('/');
  const [folder, name] = [file.slice(0, Math.max(end, 0)), file.slice(end + 1)];
  return kindInProject(folder, name) ?? kindInFolder(folder, name);
}

/** Runs and sign-offs lie two folders deep: in records/projects, or anywhere else but among records and checklists. */
function kindInProject(folder: string, name: string): FileKind | undefined {
  const isRun = name === 'run.yaml';
  if (!isRun && !name.startsWith('signoff.')) return undefined;
  const folders = folder.split('/');
  if (folders.length < 2 || folders.includes('')) return undefined;
  if (folders[0] === 'checklists' || (folders[0] === 'records' && (folders[1] !== 'projects' || folders.length !== 4))) return undefined;
  if (isRun) return 'run';
  const parts = name.split('.');
  return parts.length === 4 && parts[3] === 'yaml' && !parts.includes('') ? 'signoff' : undefined;
}

function kindInFolder(folder: string, name: string): FileKind | undefined {
  const dot = name.lastIndexOf('.');
  if (dot < 1) return undefined;
  const end = name.slice(dot);
  if (folder === 'site/content/docs' || folder.startsWith('site/content/docs/')) return end === '.md' ? 'doc' : undefined;
  if (folder === 'checklists/releases') {
    const at = name.indexOf('@', 1);
    return end === '.yaml' && at > 0 && at < dot - 1 ? 'checklist' : undefined;
  }
  const kinds = Object.hasOwn(folders, folder) ? folders[folder] : undefined;
  return kinds?.[name] ?? kinds?.[`*${end}`];
}

/** What a YAML file of an unknown name should be called. */
export function nameHint(file: string): string {
  if (file.startsWith('records/projects/')) return 'A run is records/projects/<customer>/<project>/run.yaml, a sign-off signoff.<phase>.<role>.yaml beside it.';
  if (file.startsWith('checklists/')) return 'A checklist is checklists/<id>.yaml; releases are written by closeout release.';
  if (file.startsWith('site/content/'))
    return 'Playbooks and pages on mistakes are playbooks/<id>.mdx and mistakes/<id>.mdx, templates updates/<id>.yaml, phrases phrases/<group>.yaml, pages of the docs docs/docs/<id>.md.';
  return 'Records are people.yaml, customers.yaml, projects/<customer>/<project>/run.yaml and walkthroughs/<date>-<process>.yaml.';
}

/** `<customer>/<project>` of a run's or sign-off's path. */
export function projectOf(file: string): string {
  const end = Math.max(0, file.lastIndexOf('/'));
  const middle = file.lastIndexOf('/', end - 1);
  return file.slice(file.lastIndexOf('/', middle - 1) + 1, end);
}

/** `<phase>` and `<role>` of a sign-off's file name. */
export function signoffName(file: string): { readonly phase: string; readonly role: string } {
  const [, phase = '', role = ''] = file.slice(file.lastIndexOf('/') + 1).split('.');
  return { phase, role };
}

/** `<id>@<version>` of a release's path; undefined for a living checklist. */
export function releaseName(file: string): string | undefined {
  const [before, after] = ['checklists/releases/', '.yaml'];
  return file.startsWith(before) && file.endsWith(after) ? file.slice(before.length, -after.length) || undefined : undefined;
}
