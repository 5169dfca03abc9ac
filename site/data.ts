import {
  checklistFacts,
  closedOn,
  content,
  type Diagnostic,
  lintFiles,
  lintRun,
  newestOf,
  nextGate,
  type Outcome,
  openRun,
  openWorkspace,
  type Release,
  type RunDocument,
  type Standing,
  type State,
  select,
  standingOf,
  type Verdict,
  type Workspace,
  watchWindow,
} from '../linter/index.ts';
import { rootFolder } from './root.ts';

const RUN_FILE = /^records\/projects\/([^/]+)\/([^/]+)\/run\.yaml$/;

/** What a run's next gate would say of it now. */
export interface Ahead {
  readonly gate: 'closed' | 'finished';
  readonly diagnostics: readonly Diagnostic[];
  readonly verdict: Verdict;
}

/** One run as the pages show it. */
export interface ProjectView {
  /** `<customer>/<project>`, from the folder. */
  readonly id: string;
  readonly name: string;
  readonly state: State;
  readonly document: RunDocument;
  /** Ids of the customers it belongs to: the folder's, and the one that the run names. */
  readonly customers: readonly string[];
  /** What the gate says of it now. */
  readonly verdict: Verdict;
  /** What the next gate would say: `closed` while it is on, `finished` after closing. */
  readonly next: Verdict;
  /** All that the next gate would say; undefined in the archive. */
  readonly ahead?: Ahead | undefined;
  readonly closedOn?: string | undefined;
  /** The last day of the watch window, which counts; only where the run has closed. */
  readonly watchEnds?: string | undefined;
  readonly standing: Standing;
  /** On, or closed with its watch window still running. */
  readonly current: boolean;
  /** The checklist as it is now, where the run's release cannot tell a title. */
  readonly living?: ChecklistView | undefined;
  /** The organisation's zone. */
  readonly zone: string;
}

/** A file of a customer's projects that could not be read: a project may be on that nobody sees. */
export interface Unread {
  readonly customer: string;
  readonly file: string;
  readonly rules: readonly string[];
}

/** All that the pages read, of one organisation on one day. */
export interface Organisation {
  readonly workspace: Workspace;
  readonly report: Outcome;
  readonly projects: readonly ProjectView[];
  readonly unread: readonly Unread[];
  readonly checklists: readonly ChecklistView[];
}

/** A living checklist as the pages show it. */
export interface ChecklistView {
  readonly id: string;
  readonly data: Partial<Release['data']>;
  readonly facts: ReturnType<typeof checklistFacts>;
  /** The newest that is frozen. */
  readonly newest?: Release | undefined;
  /** All that are frozen, newest first. */
  readonly versions: readonly string[];
}

let opened: Organisation | undefined;

/** Opens and lints the organisation once for the whole build; CLOSEOUT_ROOT names another folder than the current one. */
export function organisation(): Organisation {
  opened ??= openOrganisation({ cwd: rootFolder() });
  return opened;
}

/** Whether the records are shown: `audience: public` leaves every one out. */
export function showsRecords(workspace: Pick<Workspace, 'config'> = openWorkspace({ cwd: rootFolder() })): boolean {
  return workspace.config.audience !== 'public';
}

/** Opens and lints the organisation around a folder, on a day. */
export function openOrganisation(options: { readonly cwd: string; readonly today?: string }): Organisation {
  const workspace = openWorkspace(options);
  const checklists = checklistsOf(workspace);
  // a public site must not be able to show a record by mistake: it opens none
  const files = select(workspace, []).filter((file) => showsRecords(workspace) || !file.startsWith('records/'));
  const report = lintFiles(workspace, files, false, content);
  const projects = files.filter((file) => RUN_FILE.test(file)).flatMap((file) => projectOf({ workspace, report, checklists }, file));
  return { workspace, report, projects, unread: unreadOf(files, report, projects), checklists };
}

function projectOf({ workspace, report, checklists }: Pick<Organisation, 'workspace' | 'report' | 'checklists'>, file: string): ProjectView[] {
  const document = openRun(workspace, file)?.document;
  const verdict = report.verdicts.find((each) => each.file === file);
  const state = document?.state;
  if (!document || !verdict || !state) return [];
  const { run } = document;
  const standing = standingOf(document);
  const ahead = aheadOf(workspace, file, state);
  return [
    {
      id: document.id,
      name: run.project?.name ?? document.id,
      state,
      document,
      customers: [...new Set([customerOf(file), run.project?.customer ?? customerOf(file)])],
      verdict,
      next: ahead?.verdict ?? verdict,
      ahead,
      closedOn: state === 'closed' || state === 'finished' ? closedOn(document) : undefined,
      watchEnds: watchWindow(document)?.to,
      standing,
      current: standing !== 'over',
      living: checklists.find((each) => each.id === run.checklist?.split('@')[0]),
      zone: workspace.config.zone,
    },
  ];
}

/** A run as its next gate sees it; undefined in the archive. */
function aheadOf(workspace: Workspace, file: string, state: State): Ahead | undefined {
  const gate = nextGate(state);
  if (!gate) return undefined;
  const linted = lintRun({ ...workspace, as: gate }, file, content);
  return linted && { gate, diagnostics: linted.diagnostics, verdict: linted.verdict };
}

function unreadOf(files: readonly string[], { diagnostics }: Outcome, projects: readonly ProjectView[]): Unread[] {
  const read = new Set(projects.map((each) => each.document.file));
  // a whole folder may be what nobody can read
  const isLost = ({ ruleId, file }: Diagnostic): boolean => ruleId === 'known-file' || (ruleId === 'file-readable' && !file.endsWith('.yaml'));
  const strays = diagnostics.filter((each) => isLost(each) && each.file.startsWith('records/projects/')).map((each) => each.file);
  const lost = files.filter((file) => RUN_FILE.test(file) && !read.has(file));
  return [...new Set([...lost, ...strays])].map((file) => ({ file, customer: customerOf(file), rules: rulesAt(diagnostics, file) }));
}

function rulesAt(diagnostics: readonly Diagnostic[], file: string): string[] {
  return [...new Set(diagnostics.filter((each) => each.file === file && each.severity === 'error').map((each) => each.ruleId))];
}

function customerOf(file: string): string {
  return file.split('/')[2] ?? '';
}

function checklistsOf({ tree, library }: Workspace): ChecklistView[] {
  return tree.list('checklists').flatMap((file) => {
    const id = /^checklists\/([a-z0-9-]+)\.yaml$/.exec(file)?.[1];
    const parsed = id === undefined ? undefined : library.parsed(file);
    if (id === undefined || !parsed?.places || typeof parsed.value !== 'object') return [];
    const data = parsed.value as ChecklistView['data'];
    return [{ id, data, facts: checklistFacts(data), newest: newestOf(library.releases.get(id)), versions: library.releases.get(id)?.versions ?? [] }];
  });
}
