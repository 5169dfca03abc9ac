import type { FileKind } from './shape.ts';

const kinds: readonly (readonly [pattern: RegExp, kind: FileKind])[] = [
  // what there is most of comes first
  [/^records\/projects\/[^/]+\/[^/]+\/run\.yaml$/, 'run'],
  [/^closeout\.config\.yaml$/, 'config'],
  [/^checklists\/[^/]+\.yaml$/, 'checklist'],
  [/^checklists\/releases\/[^/]+@[^/]+\.yaml$/, 'checklist'],
  [/^records\/people\.yaml$/, 'people'],
  [/^records\/customers\.yaml$/, 'customers'],
  [/^records\/walkthroughs\/[^/]+\.yaml$/, 'walkthrough'],
  [/^(?!records\/|checklists\/)(?:[^/]+\/)*[^/]+\/[^/]+\/run\.yaml$/, 'run'],
  [/^(?!records\/|checklists\/)(?:[^/]+\/)*[^/]+\/[^/]+\/signoff\.[^/.]+\.[^/.]+\.yaml$/, 'signoff'],
  [/^records\/projects\/[^/]+\/[^/]+\/signoff\.[^/.]+\.[^/.]+\.yaml$/, 'signoff'],
  [/^site\/content\/phrases\/[^/]+\.yaml$/, 'phrases'],
  [/^site\/content\/updates\/[^/]+\.yaml$/, 'update'],
  [/^site\/content\/(?:playbooks|mistakes)\/[^/]+\.mdx$/, 'page'],
  [/^site\/content\/docs\/.+\.md$/, 'doc'],
];

/** What kind of file a path names, relative to the root and with forward slashes; undefined where Closeout reads none. */
export function kindOf(file: string): FileKind | undefined {
  if (!/\.(yaml|mdx?)$/.test(file)) return undefined;
  return kinds.find(([pattern]) => pattern.test(file))?.[1];
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
  return /^checklists\/releases\/(.+)\.yaml$/.exec(file)?.[1];
}
