import { companyKey, nameKey, resembles } from './alike.ts';
import type { Perhaps, PsaProject, RunRow, Unclear } from './psa.ts';
import { psaKey } from './psa-number.ts';

/** Which project is which run, and what is left on both sides. */
export interface Match {
  /** How many projects there are, each counted once. */
  readonly rows: number;
  readonly pairs: readonly { readonly project: PsaProject; readonly run: RunRow; readonly by: 'id' | 'name' }[];
  readonly projects: readonly PsaProject[];
  readonly runs: readonly RunRow[];
  readonly perhaps: readonly Perhaps[];
  readonly unclear: readonly Unclear[];
}

/** Rows of one customer that one run is held against, and lines said of one run: a hostile export must not take minutes. */
const MOST_COMPARED = 2_000;
const MOST_PERHAPS = 3;

/** Matches by the PSA's number, then by customer and name. Never by likeness: what is only alike is listed. */
export function matched(
  all: readonly PsaProject[],
  runs: readonly RunRow[],
  customers: ReadonlyMap<string, string | null>,
  early: (project: PsaProject) => boolean,
): Match {
  const { once: projects, unclear } = withoutRepeats(all);
  const customerOf = (project: PsaProject): string => customers.get(companyKey(project.customer)) ?? `?${companyKey(project.customer)}`;
  const byId = matchedById(projects, runs, unclear);
  const hasIds = projects.some(({ id }) => id !== undefined);
  const taken = new Set(byId.flatMap(({ project, run }) => [project, run]));
  // a run that names a number which the export does not have is not found by its name: one of the two is wrong
  const named = Map.groupBy(
    runs.filter((run) => !taken.has(run) && !(hasIds && run.psa !== undefined)),
    (run) => `${run.customer}\n${nameKey(run.name)}`,
  );
  const free = projects.filter((project) => !taken.has(project));
  const byName = [...Map.groupBy(free, (project) => `${customerOf(project)}\n${nameKey(project.name)}`)].flatMap(([key, group]) =>
    pairByName(group, named.get(key) ?? [], early, unclear),
  );
  for (const { project, run } of byName) taken.add(project).add(run);
  const pairs = [...byId, ...byName];
  const doubtful = new Set(unclear.flatMap(({ about }) => about));
  const left = projects.filter((each) => !taken.has(each) && !doubtful.has(each));
  const alone = runs.filter((each) => !taken.has(each) && !doubtful.has(each));
  return {
    rows: projects.length,
    pairs,
    projects: left,
    runs: alone,
    perhaps: near(
      left.filter((project) => !early(project)),
      alone,
      customerOf,
    ),
    unclear: unclear.map(({ line, what }) => ({ line, what })),
  };
}

type Doubt = Unclear & { readonly about: readonly (PsaProject | RunRow)[] };

/** An export may list a project once for each of its phases: it counts once, where its rows agree. */
function withoutRepeats(all: readonly PsaProject[]): { readonly once: readonly PsaProject[]; readonly unclear: Doubt[] } {
  const unclear: Doubt[] = [];
  const first = new Map<string, PsaProject>();
  const once = all.filter((project) => {
    if (project.id === undefined) return true;
    const before = first.get(psaKey(project.id));
    if (!before) first.set(psaKey(project.id), project);
    else if (before.standing !== project.standing)
      unclear.push({
        line: project.line,
        what: `Project ${project.id} stands in line ${before.line} too, with another status. Which of them counts?`,
        about: [before],
      });
    return !before;
  });
  return { once, unclear };
}

function matchedById(projects: readonly PsaProject[], runs: readonly RunRow[], unclear: Doubt[]): Match['pairs'] {
  const byId = Map.groupBy(
    runs.filter(({ psa }) => psa !== undefined),
    ({ psa = '' }) => psaKey(psa),
  );
  return projects.flatMap((project) => {
    const same = project.id === undefined ? [] : (byId.get(psaKey(project.id)) ?? []);
    const [run, ...more] = same;
    if (!run) return [];
    if (more.length === 0) return [{ project, run, by: 'id' as const }];
    unclear.push({
      line: project.line,
      what: `${same.map(({ id }) => id).join(' and ')} both name project ${project.id} of the PSA. Only one can be it.`,
      about: [project, ...same],
    });
    return [];
  });
}

function pairByName(group: readonly PsaProject[], runs: readonly RunRow[], early: (project: PsaProject) => boolean, unclear: Doubt[]): Match['pairs'] {
  const [run] = runs;
  if (!run) return [];
  // a laptop refresh comes every few years under the same name
  const late = group.filter((project) => !early(project));
  const [project] = late.length > 0 ? late : group;
  const alone = (late.length > 0 ? late : group).length === 1 && runs.length === 1;
  if (project && alone) return [{ project, run, by: 'name' }];
  const lines = group.map(({ line }) => line).slice(0, 5);
  const what = `${group.length === 1 ? 'One project' : `${group.length} projects`} of the PSA and ${runs.length === 1 ? 'the run' : 'the runs'} ${runs.map(({ id }) => id).join(', ')} bear the same name (${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}). Write the PSA's number into the run, as project.psa.`;
  unclear.push({ line: lines[0], what, about: [...group, ...runs] });
  return [];
}

/** What is left on both sides and may be the same all the same. */
function near(projects: readonly PsaProject[], runs: readonly RunRow[], customerOf: (project: PsaProject) => string): readonly Perhaps[] {
  const atCustomer = Map.groupBy(projects, customerOf);
  const withName = Map.groupBy(projects, ({ name }) => nameKey(name));
  const strangers = projects.filter((project) => customerOf(project).startsWith('?')).slice(0, MOST_COMPARED);
  return runs.flatMap((run) => {
    const own = (atCustomer.get(run.customer) ?? []).slice(0, MOST_COMPARED);
    const found = [
      ...own
        .filter(({ name }) => nameKey(name) === nameKey(run.name))
        .map((project) => ({ project, run, why: `The run names ${run.psa} as its number in the PSA.` })),
      ...own
        .filter(({ name }) => nameKey(name) !== nameKey(run.name) && resembles(name, run.name))
        .map((project) => ({ project, run, why: 'The names are alike, at the same customer.' })),
      ...(withName.get(nameKey(run.name)) ?? [])
        .filter((project) => customerOf(project) !== run.customer)
        .map((project) => ({ project, run, why: 'The project has the same name, the customer another.' })),
      ...strangers
        .filter(({ name, customer }) => nameKey(name) !== nameKey(run.name) && resembles(customer, run.customerName) && resembles(name, run.name))
        .map((project) => ({ project, run, why: 'Both names are alike. Is the customer an alias of this one?' })),
    ];
    return found.slice(0, MOST_PERHAPS);
  });
}
