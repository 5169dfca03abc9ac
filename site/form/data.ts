import { type Config, compareVersions, nextGate, type Release, type Workspace } from '../../linter/index.ts';
import { type ChecklistView, organisation, type ProjectView, showsRecords } from '../data.ts';
import { to, webAddress } from '../links.ts';
import type { FormFacts } from './facts.ts';

/** Whether a project's run can be filled in: it is on or closed, and its release can be read. */
export function hasForm({ state, document }: ProjectView): boolean {
  return nextGate(state) !== undefined && document.checklist !== undefined;
}

/** Address of a project's form; undefined where there is none. */
export function toForm(project: ProjectView): string | undefined {
  return hasForm(project) ? to('projects', ...project.id.split('/'), 'form') : undefined;
}

/** The newest release of a project's checklist, with which a run begins; undefined for a card, and on a public site: judging a run takes the names of people. */
export function startsWith({ data, newest }: ChecklistView): Release | undefined {
  return data.subject === 'project' && showsRecords(organisation().workspace) ? newest : undefined;
}

/** What the page of a run needs, as JSON that may stand in a script element. */
export function factsOf({ document }: ProjectView, release: Release): string {
  const { workspace } = organisation();
  const folder = document.file.slice(0, document.file.lastIndexOf('/'));
  const own = [document, ...document.signoffs].map(({ file, text }) => [file, text] as const);
  const evidence = workspace.tree.list(`${folder}/evidence`).flatMap((file) => {
    const found = workspace.tree.evidence(folder, file.slice(folder.length + 1));
    return 'problem' in found ? [] : [[file, found.digest] as const];
  });
  return json({
    ...shared(workspace, release),
    run: document.file,
    files: { ...library(workspace, release), ...Object.fromEntries(own) },
    evidence: Object.fromEntries(evidence),
  });
}

/** What the page of an empty run needs. */
export function emptyFacts(release: Release): string {
  const { workspace } = organisation();
  return json({ ...shared(workspace, release), files: library(workspace, release), evidence: {} });
}

function json(facts: FormFacts): string {
  return JSON.stringify(facts).replaceAll('<', '\\u003c');
}

function shared({ config, sample, today }: Workspace, { id, version }: Release) {
  const { organisation: name, zone, assurance, severities, updates } = config;
  // what is left out reads as missing, in JSON as here
  const small = { organisation: name, zone, ...(sample ? { today } : {}), ...JSON.parse(JSON.stringify({ assurance, severities, updates })) } as Config;
  return { config: small, today: sample ? today : undefined, release: `${id}@${version}`, repository: webAddress(config.repository), home: to() };
}

/** What runs are judged by, cut down: a page hands out no phone, e-mail address or account, and no contact of a customer. */
function library({ tree, library: { people, customers, releases } }: Workspace, release: Release): Record<string, string> {
  const versions = (releases.get(release.id)?.versions ?? []).filter((version) => compareVersions(version, release.version) >= 0);
  const texts = versions.map((version) => `checklists/releases/${release.id}@${version}.yaml`).map((file) => [file, tree.read(file)?.text ?? ''] as const);
  const roster = [...people.values()].map(({ id, name, roles }) => ({ id, name, roles }));
  const houses = [...customers.values()].map(({ id, name, sites }) => ({ id, name, ...(sites ? { sites } : {}) }));
  return { ...Object.fromEntries(texts), 'records/people.yaml': JSON.stringify(roster), 'records/customers.yaml': JSON.stringify(houses) };
}
