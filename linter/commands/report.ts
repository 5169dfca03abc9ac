import { type Day, dayOf, isBehind, watchWindow } from '../core/day.ts';
import type { RunDocument } from '../core/documents.ts';
import { type Verdict, verdictWords } from '../core/verdict.ts';
import { type DayRows, days } from '../formats/day.ts';
import { openRun } from '../organisation/documents.ts';
import { Undecided, Usage } from '../organisation/failure.ts';
import { contentFor, lintRun } from '../organisation/lint.ts';
import { kindOf } from '../parse/kinds.ts';
import { openWorkspace } from '../workspace/open.ts';
import { type Io, viewOf } from './io.ts';
import { oneOf, readOptions } from './options.ts';

export const help = `The day's report: today's engagements, the projects that are on and what is
left, watch windows, waivers, and runs behind their checklist.

With --against: which projects the PSA says are closed without a closed run
here, and what else the two tell differently.

Usage: closeout report [options]

  --against FILE       the PSA's projects as it exports them: CSV, or Excel's
                       Unicode Text
  --format NAME        text, markdown or json (text)
  --today YYYY-MM-DD   the day (today, in the organisation's zone)
  --help               show this

Examples:
  closeout report
  closeout report --format markdown > today.md
  closeout report --against projects.csv

Exit codes: 0 told, 1 with --against: closed in the PSA without a closed run,
2 something could not be read or told, 3 wrong option or config.
`;

const options = { format: { type: 'string' }, today: { type: 'string' }, against: { type: 'string' } } as const;

export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readOptions(args, options, 'report');
  if (positionals.length > 0) throw new Usage(`report takes no file of its own. For an export of the PSA: closeout report --against ${positionals[0]}`);
  const name = oneOf('format', values.format, Object.keys(days)) ?? 'text';
  const format = days[name];
  const workspace = openWorkspace({ cwd: io.cwd, today: values.today, now: io.now });
  // the reader of tables is loaded only for this
  if (values.against !== undefined) return (await import('./against.ts')).reportAgainst(workspace, values.against, name, io);
  const files = workspace.tree.list('records/projects').filter((file) => kindOf(file) === 'run');
  const content = await contentFor(workspace, files);
  const documents: RunDocument[] = [];
  const verdicts = new Map<string, Verdict>();
  const unreadable: string[] = [];
  for (const file of files) {
    const document = openRun(workspace, file)?.document;
    if (!document?.state) unreadable.push(file);
    if (!document) continue;
    documents.push(document);
    const verdict = lintRun(workspace, file, content)?.verdict;
    if (verdict) verdicts.set(document.id, verdict);
  }
  const day = dayOf(documents, workspace.today);
  io.out(format?.(rowsOf(day, verdicts, workspace.sample, unreadable), viewOf(io)) ?? '');
  if (unreadable.length > 0) throw new Undecided(`${unreadable.join(', ')} cannot be read, so the report is not whole. Run closeout lint on it.`);
  return 0;
}

/** The day in plain rows, which every format prints. */
function rowsOf(day: Day, verdicts: ReadonlyMap<string, Verdict>, sample: boolean, unreadable: readonly string[]): DayRows {
  const nameOf = (run: RunDocument, id: string | undefined) => {
    const person = id ? run.people.get(id) : undefined;
    return person ? { name: person.name, phone: person.phone } : { name: id ?? 'nobody', phone: undefined };
  };
  const project = (run: RunDocument) => {
    const verdict = verdicts.get(run.id);
    return {
      id: run.id,
      customer: run.customers.get(run.run.project?.customer ?? '')?.name ?? run.run.project?.customer ?? '',
      name: run.run.project?.name ?? run.id,
      state: run.state ?? 'planned',
      lead: nameOf(run, run.run.project?.lead),
      escalate: nameOf(run, run.run.project?.escalate),
      closes: run.run.project?.closes,
      impact: run.run.project?.impact,
      left: verdict ? verdictWords(verdict) : '',
      watchedUntil: watchWindow(run)?.to,
      behind: isBehind(run),
    };
  };
  return {
    today: day.today,
    sample,
    complete: unreadable.length === 0,
    engagements: day.engagements.map(({ run, engagement }) => {
      const site = run.customers.get(run.run.project?.customer ?? '')?.sites?.find((each) => each.id === engagement.site);
      return { ...engagement, site: site?.name, zone: site?.zone, project: project(run) };
    }),
    on: day.on.map(project),
    watched: day.watched.map(project),
    waivers: day.waivers.map(({ run, title, until, days: left, reason }) => ({ project: run.id, title, until, days: left, reason })),
    behind: day.behind.map((run) => ({
      project: run.id,
      release: run.run.checklist,
      newest: `${run.checklist?.id}@${run.releases.get(run.checklist?.id ?? '')?.versions[0]}`,
    })),
  };
}
