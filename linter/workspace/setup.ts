import { diagnose } from '../core/judge.ts';
import type { Facts, Forge, GitFacts, OrganisationFacts, Workflow } from '../organisation/doctor/facts.ts';
import { GITLAB } from '../organisation/doctor/gates.ts';
import { localActions } from '../organisation/doctor/github-parts.ts';
import { fits, localIncludes } from '../organisation/doctor/gitlab-pipeline.ts';
import { Usage } from '../organisation/failure.ts';
import type { Workspace } from '../organisation/opened.ts';
import type { Tree } from '../organisation/tree.ts';
import { checks } from '../parse/checks.ts';
import type { Source } from '../parse/file.ts';
import { kindOf, projectOf } from '../parse/kinds.ts';
import { type Fault, readYaml } from '../parse/yaml.ts';
import { askGit } from './clone.ts';
import { diskTree } from './disk.ts';
import { findRoot, type Options, openWorkspace } from './open.ts';

/** Gathers all that the doctor looks at. Nothing that it reads is run; throws Usage where there is no config at all. */
export function gatherFacts(options: Options & { readonly node?: string | undefined }): Facts {
  const root = findRoot(options.cwd);
  const git = askGit(root);
  const top = git.prefix ? root.slice(0, -git.prefix.length) : root;
  const tree = diskTree(top);
  const workflows = workflowsIn(tree);
  const forge = forgeOf(git, workflows);
  return {
    node: options.node,
    git,
    forge,
    workflows,
    otherCi: OTHERS.filter((file) => /\bcloseout\b[^\n]*\blint\b/.test(tree.read(file)?.text ?? '')),
    owners: ownersIn(tree, forge),
    installs: installsIn(tree, git.prefix),
    ...organisationOf(options),
  };
}

function organisationOf(options: Options): Pick<Facts, 'fault' | 'organisation'> {
  try {
    return { organisation: factsOf(openWorkspace(options)) };
  } catch (error) {
    if (error instanceof Usage) return { fault: error.message };
    throw error;
  }
}

function factsOf({ tree, library, config, today }: Workspace): OrganisationFacts {
  const parsed = (file: string): Readonly<Record<string, unknown>> | undefined => {
    const value = library.parsed(file)?.value;
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined;
  };
  const living = tree.list('checklists').filter((file) => kindOf(file) === 'checklist' && !file.startsWith('checklists/releases/'));
  const ids = living.flatMap((file) => (parsed(file)?.['subject'] === 'project' ? [file.slice('checklists/'.length).replace(/\.yaml$/, '')] : []));
  const released = [...library.releases].flatMap(([id, { versions }]) => versions.map((version) => `${id}@${version}`));
  return {
    config,
    today,
    people: [...library.people.values()],
    checklists: ids.map((id) => ({ id, versions: library.releases.get(id)?.versions ?? [] })),
    unschemed: released.filter((reference) => !tree.read(`schemas/runs/${reference}.schema.json`)),
    runs: tree
      .list('records/projects')
      .filter((file) => kindOf(file) === 'run')
      .map((file) => ({ id: projectOf(file), file, state: stateOf(parsed(file)) })),
  };
}

function stateOf(run: Readonly<Record<string, unknown>> | undefined): string | undefined {
  return typeof run?.['state'] === 'string' ? run['state'] : undefined;
}

const FOLDERS = ['.github/workflows', '.gitea/workflows', '.forgejo/workflows'];
const FILES = [GITLAB, 'azure-pipelines.yml', 'azure-pipelines.yaml', '.azure-pipelines/azure-pipelines.yml'];
/** Of these only the text is looked at. */
const OTHERS = ['bitbucket-pipelines.yml', 'Jenkinsfile', '.circleci/config.yml', '.drone.yml', '.woodpecker.yml', '.buildkite/pipeline.yml', '.travis.yml'];
const MOST_WORKFLOWS = 200;

function workflowsIn(tree: Tree): readonly Workflow[] {
  const folders = FOLDERS.flatMap((folder) => tree.list(folder).filter((file) => /\.ya?ml$/.test(file) || file === folder));
  const found: Workflow[] = [];
  const known = new Set<string>();
  const take = (files: readonly string[], included?: true): void => {
    for (const file of files) {
      if (known.has(file) || known.size >= 2 * MOST_WORKFLOWS) continue;
      known.add(file);
      const source = tree.read(file);
      if (source) found.push({ ...workflowOf(source), included });
    }
  };
  take([...folders.slice(0, MOST_WORKFLOWS), ...FILES]);
  // it grows while it is gone through: what a file takes in may take in more
  for (const { file, data, included } of found) {
    if (included || file === GITLAB)
      take(
        localIncludes(data).flatMap((path) => includedAt(tree, path)),
        true,
      );
    else take(localActions(data));
  }
  return found;
}

/** The files that an include names; stars stand for any name. */
function includedAt(tree: Tree, path: string): readonly string[] {
  if (!path.includes('*')) return [path];
  const folder = path.slice(0, path.indexOf('*')).replace(/[^/]*$/, '');
  return tree.list(folder.replace(/\/$/, '')).filter((file) => fits(path, file));
}

function workflowOf({ file, text, problem }: Source): Workflow {
  if (problem) return { file, text: '', fault: problemWords(problem) };
  const { data, faults } = readYaml(text);
  const [first] = faults ?? [];
  return first ? { file, text, fault: faultWords(first, text) } : { file, text, data };
}

/** Why a file could not be read at all. */
function problemWords({ ruleId, messageId, data = {} }: NonNullable<Source['problem']>): string {
  return faultWords({ ruleId, messageId, data, at: [], span: [0, 0] }, '');
}

function faultWords(fault: Fault, text: string): string {
  const { severity, messages } = checks[fault.ruleId];
  const { message, range } = diagnose({ id: fault.ruleId, severity, messages }, fault, { file: '', text }, {});
  // what to do about it is meant for files of ours
  const [first = message] = message.split(/(?<=\.) /);
  return text === '' ? first : `line ${range.start.line}: ${first}`;
}

const HOSTS: readonly (readonly [Forge, RegExp])[] = [
  ['azure', /dev\.azure\.com|visualstudio\.com/i],
  ['gitlab', /gitlab/i],
  ['github', /github/i],
];
const OWN_FILES: readonly (readonly [Forge, RegExp])[] = [
  ['gitlab', /^\.gitlab-ci/],
  ['azure', /^\.?azure-pipelines/],
  ['github', /^\.github\//],
];

/** The remote's host tells the forge; a host of one's own, the files that it reads. */
function forgeOf({ remotes }: GitFacts, workflows: readonly Workflow[]): Forge {
  const hosts = remotes.map(({ url }) => /^(?:\w+:\/\/)?(?:[^/@]*@)?([^/:]+)/.exec(url)?.[1] ?? '');
  return (
    HOSTS.find(([, host]) => hosts.some((each) => host.test(each)))?.[0] ??
    OWN_FILES.find(([, own]) => workflows.some(({ file }) => own.test(file)))?.[0] ??
    'unknown'
  );
}

/** Of several code owners files a forge reads the first that it knows. */
function ownersIn(tree: Tree, forge: Forge): Facts['owners'] {
  if (forge === 'azure') return undefined;
  const places = ['CODEOWNERS', 'docs/CODEOWNERS'];
  const known =
    forge === 'gitlab'
      ? [...places, '.gitlab/CODEOWNERS']
      : ['.github/CODEOWNERS', ...places, ...(forge === 'unknown' ? ['.gitlab/CODEOWNERS', '.gitea/CODEOWNERS'] : [])];
  for (const file of known) {
    const source = tree.read(file);
    if (source) return { file, text: source.text, ...(source.problem ? { fault: problemWords(source.problem) } : {}) };
  }
  return undefined;
}

/** What says which linter is installed, where the repository installs it at all. */
function installsIn(tree: Tree, prefix: string): readonly string[] {
  const folders = [...new Set(['', prefix])];
  return folders.flatMap((folder) => {
    if (!/"closeout"/.test(tree.read(`${folder}package.json`)?.text ?? '')) return [];
    return ['package.json', 'package-lock.json', 'pnpm-lock.yaml', 'yarn.lock'].map((name) => folder + name).filter((file) => tree.read(file));
  });
}
