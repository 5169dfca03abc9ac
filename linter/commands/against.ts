import { type Comparison, compare } from '../core/against.ts';
import type { RunDocument, State } from '../core/documents.ts';
import type { RunRow, Unclear } from '../core/psa.ts';
import { onStates } from '../core/run.ts';
import { verdictWords } from '../core/verdict.ts';
import { comparisons } from '../formats/against.ts';
import { openRun } from '../organisation/documents.ts';
import { Undecided } from '../organisation/failure.ts';
import { type Content, contentFor, lintRun } from '../organisation/lint.ts';
import type { Workspace } from '../organisation/opened.ts';
import { readPsa } from '../parse/psa.ts';
import { readExport } from '../workspace/export.ts';
import { type Io, viewOf } from './io.ts';
import { runFiles } from './runs.ts';

const CUSTOMERS = 'records/customers.yaml';

/** Holds the export of a PSA's projects against the runs, prints what differs, and gives the exit code. */
export async function reportAgainst(workspace: Workspace, path: string, format: string, io: Io): Promise<number> {
  const exported = readPsa(readExport(io.cwd, path), workspace.config.psa);
  if ('problem' in exported) throw new Undecided(`${path} ${exported.problem}. Nothing was compared.`);
  // by a list with a fault, projects that have a run would seem to have none
  if ((workspace.library.parsed(CUSTOMERS)?.diagnostics.length ?? 0) > 0)
    throw new Undecided(`${CUSTOMERS} has a fault. Run closeout lint on it. Nothing was compared.`);
  const files = runFiles(workspace);
  const content = await contentFor(workspace, files);
  const rows: RunRow[] = [];
  const unread: Unclear[] = [];
  for (const file of files) {
    const document = openRun(workspace, file)?.document;
    const row = document && rowOf(workspace, document, content);
    if (document?.broken.has('project/psa')) unread.push({ what: `${file} has a number of the PSA that cannot be read. Run closeout lint on it.` });
    if (row) rows.push(row);
    else unread.push({ what: `${file} cannot be read, so a project may seem to have no run. Run closeout lint on it.` });
  }
  const found = compare(exported, rows, workspace.library.customers.values(), workspace.config.psa?.since);
  const comparison: Comparison = { ...found, unclear: [...found.unclear, ...unread] };
  const { today, sample } = workspace;
  io.out(comparisons[format]?.({ file: path, today, sample, ...comparison }, viewOf(io)) ?? '');
  // as in lint: what was found wrong goes before what could not be decided
  if (comparison.walkedRound.length > 0) return 1;
  if (comparison.unclear.length > 0)
    throw new Undecided(`${comparison.unclear.length.toLocaleString('en-US')} of the things in this report, so it is not whole. See "Could not be told".`);
  return 0;
}

function rowOf(workspace: Workspace, document: RunDocument, content: Content | undefined): RunRow | undefined {
  const { id, file, state, run, customers } = document;
  const { customer, name, psa } = run.project ?? {};
  if (!state || !customer || !name) return undefined;
  return {
    id,
    file,
    customer,
    customerName: customers.get(customer)?.name ?? customer,
    name,
    psa,
    state,
    standing: state === 'cancelled' ? 'cancelled' : onStates.has(state) ? 'on' : 'closed',
    over: state === 'finished' || state === 'cancelled',
    gate: () => gateOf(workspace, file, state, content),
  };
}

/** What the gate says of a run: of one that is on, as if it closed now. */
function gateOf(workspace: Workspace, file: string, state: State, content: Content | undefined): ReturnType<RunRow['gate']> {
  const then: Workspace = onStates.has(state) ? { ...workspace, as: 'closed' } : workspace;
  const verdict = lintRun(then, file, content)?.verdict;
  if (!verdict) return { holds: false, undecided: true, words: 'could not decide' };
  const holds = verdict.outcome === 'may-close' || verdict.outcome === 'archive';
  const words = holds && onStates.has(state) ? 'it may close, and nobody has closed it' : verdictWords(verdict);
  return { holds, undecided: verdict.outcome === 'undecided', words };
}
