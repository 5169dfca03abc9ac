import { companyKey } from './alike.ts';
import type { Customer } from './documents.ts';
import type { Perhaps, PsaExport, PsaProject, RunRow, Unclear } from './psa.ts';
import { type Match, matched } from './psa-match.ts';

/** A project of the PSA with what is told of it. */
export interface Told {
  readonly project: PsaProject;
  readonly run?: RunRow | undefined;
  readonly why: string;
}

/** What the PSA and the runs say of the same projects. */
export interface Comparison {
  readonly rows: number;
  readonly found: number;
  readonly agree: number;
  /** Closed in the PSA without a closed run: the gate was walked round. */
  readonly walkedRound: readonly Told[];
  /** Both know it, and say different things. */
  readonly differ: readonly Told[];
  /** On there, without a run; what is perhaps the same as a run is listed under `perhaps` alone. */
  readonly withoutRun: readonly PsaProject[];
  readonly withoutProject: readonly RunRow[];
  readonly perhaps: readonly Perhaps[];
  readonly unclear: readonly Unclear[];
  readonly passedOver: {
    /** Told to be ignored by their status. */
    readonly ignored: number;
    /** Closed there before the day from which runs are asked for. */
    readonly before: number;
    /** Cancelled there, with no run here. */
    readonly cancelled: number;
    /** Runs of the archive that the export does not have. */
    readonly archived: number;
  };
  readonly notes: readonly string[];
}

/** Holds an export against the runs. `since`: projects closed there before it need no run. */
export function compare(exported: PsaExport, runs: readonly RunRow[], customers: Iterable<Customer>, since: string | undefined): Comparison {
  const early = (project: PsaProject): boolean =>
    since !== undefined && project.standing === 'closed' && /^\d{4}-/.test(project.closed ?? '') && (project.closed ?? '') < since;
  const match = matched(exported.projects, runs, customersByKey(customers), early);
  const { pairs, projects, runs: alone } = match;
  const judged = pairs.map(({ project, run }) => ({ project, run, ...judge(project, run) }));
  const told = (kind: Judged['kind']): Told[] => judged.filter((each) => each.kind === kind).map(({ project, run, why }) => ({ project, run, why }));
  const closedAlone = projects
    .filter((project) => project.standing === 'closed' && !early(project))
    .map((project) => ({ project, why: aloneWords(project, match) }));
  const open = alone.filter((run) => !run.over);
  // said once: what is perhaps the same is listed there
  const doubted = new Set(match.perhaps.flatMap(({ project, run }): (PsaProject | RunRow)[] => [project, run]));
  return {
    rows: match.rows,
    found: pairs.length,
    agree: judged.filter(({ kind }) => kind === 'agrees').length,
    walkedRound: [...told('walked-round'), ...closedAlone].toSorted((a, b) => a.project.line - b.project.line),
    differ: told('differs'),
    withoutRun: projects.filter((project) => project.standing === 'on' && !doubted.has(project)),
    withoutProject: open.filter((run) => !doubted.has(run)),
    perhaps: match.perhaps,
    unclear: [...exported.unclear, ...match.unclear, ...told('unclear').map(({ project, why }) => ({ line: project.line, what: why }))],
    passedOver: {
      ignored: exported.ignored,
      before: projects.filter(early).length,
      cancelled: projects.filter(({ standing }) => standing === 'cancelled').length,
      archived: alone.length - open.length,
    },
    notes: [...exported.notes, ...hints(match)],
  };
}

/** Whom a name means: undefined for nobody, null for more than one. */
function customersByKey(customers: Iterable<Customer>): ReadonlyMap<string, string | null> {
  const byKey = new Map<string, string | null>();
  for (const { id, name, aliases = [] } of customers) {
    for (const key of new Set([id, name, ...aliases].map(companyKey))) byKey.set(key, byKey.has(key) && byKey.get(key) !== id ? null : id);
  }
  return byKey;
}

type Judged = { readonly kind: 'agrees' | 'walked-round' | 'differs' | 'unclear' | 'unknown'; readonly why: string };

function judge(project: PsaProject, run: RunRow): Judged {
  const { standing } = project;
  // its status is told as unclear once, whatever it is on
  if (standing === 'unknown') return { kind: 'unknown', why: '' };
  const called = `The run ${run.id}`;
  if (standing === 'closed' && run.standing === 'on') return { kind: 'walked-round', why: `${called} is ${run.state}: ${run.gate().words}.` };
  if (standing === 'closed' && run.standing === 'closed') {
    const { holds, undecided, words } = run.gate();
    if (undecided) return { kind: 'unclear', why: `${called} says ${run.state}, but what the gate says of it could not be decided. Run closeout lint on it.` };
    return holds ? { kind: 'agrees', why: '' } : { kind: 'walked-round', why: `${called} says ${run.state}, but the gate does not hold: ${words}.` };
  }
  if (standing === run.standing) return { kind: 'agrees', why: '' };
  const there = { closed: 'closed', on: 'still on', cancelled: 'cancelled' }[standing];
  // by the state of a run nobody signed, the gate was walked round too
  return { kind: standing === 'closed' ? 'walked-round' : 'differs', why: `${called} is ${run.state}, and in the PSA it is ${there}.` };
}

function aloneWords(project: PsaProject, { perhaps }: Match): string {
  const alike = perhaps.filter((each) => each.project === project).map(({ run }) => run.id);
  return alike.length === 0 ? 'There is no run here.' : `There is no run of that name here. Perhaps it is ${alike.join(' or ')}.`;
}

function hints({ pairs }: Match): readonly string[] {
  const byName = pairs.filter(({ by }) => by === 'name').length;
  const noted = pairs.some(({ project, by }) => by === 'name' && project.id);
  return noted
    ? [`${byName} of ${pairs.length} were found by their names. Write the PSA's number into the run (project.psa), and a new name cannot part them.`]
    : [];
}
