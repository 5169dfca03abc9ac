import { type Facts, problem, type Told, unknown, warning } from './facts.ts';
import type { Gate } from './gates.ts';

/** A file of each kind that Closeout reads, below the folder of the config. */
const READ = [
  'records/projects/customer/project/run.yaml',
  'records/projects/customer/project/signoff.closing.support.yaml',
  'records/projects/customer/project/evidence/photo.jpg',
  'records/people.yaml',
  'records/customers.yaml',
  'records/walkthroughs/2026-11-06-process.yaml',
  'checklists/project-closeout.yaml',
  'checklists/releases/project-closeout@1.0.0.yaml',
  'closeout.config.yaml',
  'site/content/playbooks/page.mdx',
  'site/content/docs/docs/page.md',
  'site/content/updates/template.yaml',
  'schemas/runs/project-closeout@1.0.0.schema.json',
];

/** What a gate's filters leave out: paths that Closeout reads, and the branch that is protected. */
export function filtersTold(gate: Gate, where: string, { git }: Pick<Facts, 'git'>): readonly Told[] {
  return [
    ...gate.filters.flatMap((filter) => pathsTold(filter, gate, where, git.prefix)),
    ...gate.branches.flatMap((filter) => branchesTold(filter, where, git.base)),
  ];
}

const DELETE = 'Delete the filter: a change that touches no run is linted in a second.';

function pathsTold({ words, starts }: Gate['filters'][number], { kind }: Gate, where: string, prefix: string): readonly Told[] {
  const paths = READ.map((path) => prefix + path);
  const left = paths.find((path) => starts(path) === false);
  if (left !== undefined)
    return [problem(`${where}: "${words}" leaves out requests that change ${left}, and a check that does not report is not red.`, DELETE)];
  if (paths.some((path) => starts(path) === undefined))
    return [unknown(`${where}: whether "${words}" leaves out a path that Closeout reads could not be told.`, DELETE)];
  // elsewhere a request that no job is for is not held up
  if (kind !== 'github') return [];
  return [
    warning(`${where}: "${words}" starts it for all that Closeout reads, but a required check that never starts leaves every other request waiting.`, DELETE),
  ];
}

/** A list of branches is right as long as the one that is protected is in it. */
function branchesTold({ words, starts }: Gate['branches'][number], where: string, base: string | undefined): readonly Told[] {
  const main = base?.replace(/^origin\//, '');
  const held = main === undefined ? undefined : starts(main);
  if (held) return [];
  if (held === undefined) return [unknown(`${where}: whether "${words}" holds the main branch could not be told.`, 'Make sure of it, or delete the list.')];
  return [problem(`${where}: "${words}" leaves requests to ${main} out.`, `Let ${main} through, or delete it.`)];
}
