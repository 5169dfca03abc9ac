import { checklistFacts } from '../core/checklist.ts';
import type {
  ChecklistDocument,
  Evidence,
  LibraryDocument,
  Loose,
  LooseRun,
  NumberedRun,
  OpenRun,
  RunBase,
  RunBefore,
  RunDocument,
  SignoffDocument,
  WalkthroughDocument,
} from '../core/documents.ts';
import { crewOf, isDone, knownAnswers, onStates, phasesOf } from '../core/run.ts';
import type { Checklist, Config, Customers, People, Signoff } from '../core/types.generated.ts';
import { splitReference } from '../core/version.ts';
import { type Parsed, parseFile } from '../parse/file.ts';
import { kindOf, projectOf, releaseName, signoffName } from '../parse/kinds.ts';
import type { Library } from './library.ts';
import type { Workspace } from './opened.ts';
import { folderOf } from './select.ts';

/** A run as it can be judged, with the parsed files it came from; no document where its own file cannot be read. */
export interface OpenedRun {
  readonly id: string;
  readonly file: string;
  readonly files: readonly Parsed[];
  readonly document?: RunDocument | undefined;
}

/** Gathers a run with its sign-offs, evidence, release and what the base says of it. */
export function openRun(workspace: Workspace, file: string): OpenedRun | undefined {
  const { library, tree } = workspace;
  const own = library.parsed(file);
  if (!own) return undefined;
  const folder = folderOf(file);
  const name = `${folder}/signoff.`;
  const beside = tree.list(folder).filter((each) => each.startsWith(name) && kindOf(each) === 'signoff' && folderOf(each) === folder);
  const signed = beside.map((each) => library.parsed(each)).filter((each) => each !== undefined);
  const opened = { id: projectOf(file), file, files: [own, ...signed] };
  if (!own.places || typeof own.value !== 'object') return opened;
  return { ...opened, document: documentOf(workspace, opened.id, { ...own, places: own.places }, signed) };
}

function documentOf(workspace: Workspace, id: string, own: Parsed & Pick<RunDocument, 'places'>, signed: readonly Parsed[]): RunDocument {
  const run = own.value as LooseRun;
  const base = baseOf(workspace, own.file, run);
  const state = workspace.as ?? run.state;
  const settles = state === 'closed' || state === 'finished';
  // a change that touches a closed run, or closes one, cannot bring its own people, releases and config to be judged by
  const touched = base !== undefined && (base.changed || base.before?.state !== state);
  const judge = (settles && touched && workspace.baseLibrary) || workspace.library;
  const reference = run.checklist ? splitReference(run.checklist) : undefined;
  const checklist = reference && judge.releases.get(reference.id)?.release(reference.version);
  const signoffs = signed.flatMap((each) => signoffOf(each));
  const answers = knownAnswers(run.answers, checklist);
  const settled = knownAnswers(run.settled, checklist);
  const folder = folderOf(own.file);
  const phases = phasesOf(state, checklist);
  const evidence = new Map<string, Evidence>();
  for (const answer of phases.length > 0 ? [...answers.values(), ...settled.values()] : []) {
    if (isDone(answer) && answer.file && !evidence.has(answer.file)) evidence.set(answer.file, evidenceOf(workspace, folder, answer.file));
  }
  const approvals = workspace.approvals?.(judge);
  const document: RunDocument = {
    kind: 'run',
    file: own.file,
    text: own.text,
    places: own.places,
    id,
    run,
    state,
    checklist,
    releases: judge.releases,
    answers,
    settled,
    phases,
    people: judge.people,
    customers: workspace.library.customers,
    signoffs,
    evidence,
    assurance: judge.assurance,
    base,
    judgedByBase: judge !== workspace.library,
    today: workspace.today,
    archived: workspace.as === undefined && (state === 'finished' || state === 'cancelled') && !touched,
    broken: own.broken,
    approvals: approvals && ((signoff) => approvals(document, signoff)),
  };
  return document;
}

/** What is missing here may be found where it was named: some systems do not tell capitals apart. */
function evidenceOf({ tree }: Workspace, folder: string, path: string): Evidence {
  const found = tree.evidence(folder, path);
  if (!('problem' in found) || found.problem !== 'missing') return found;
  const keyOf = (name: string): string => name.normalize('NFC').toLowerCase();
  const names = tree.list(`${folder}/evidence`, 'holes').map((file) => file.slice(folder.length + 1));
  const meant = names.find((name) => name !== path && keyOf(name) === keyOf(path));
  return meant === undefined ? found : { ...found, meant };
}

function signoffOf(parsed: Parsed): SignoffDocument[] {
  if (!parsed.places || typeof parsed.value !== 'object') return [];
  const { file, text, places } = parsed;
  return [{ file, text, places, data: parsed.value as Partial<Signoff>, ...signoffName(file) }];
}

/** What a run is judged by. */
const POLICY = /^(?:closeout\.config\.yaml|records\/people\.yaml|checklists\/releases\/.+|schemas\/.+\.json)$/;

function baseOf({ base, settings }: Workspace, file: string, run: LooseRun): RunBase | undefined {
  if (!base) return undefined;
  const folder = file.slice(0, file.lastIndexOf('/') + 1);
  const files = new Set([...base.changed].filter((each) => each.startsWith(folder)));
  const changed = files.size > 0;
  if (!changed) return { changed, files, policy: [], before: beforeOf(run) };
  const source = base.read(file);
  const before = source && ((parseFile('run', source, settings).value ?? {}) as LooseRun);
  const settles = (run.state === 'closed' || run.state === 'finished') && before?.state !== run.state;
  const policy = settles ? [...base.changed].filter((each) => POLICY.test(each)).sort() : [];
  return {
    changed,
    files,
    policy,
    before: before && beforeOf(before),
  };
}

function beforeOf(run: LooseRun): RunBefore {
  return { state: run.state, checklist: run.checklist, reason: run.reason, crew: crewOf(run), kinds: run.project?.kinds };
}

/** A checklist or release as it can be judged; undefined where it cannot be read. */
export function openChecklist(workspace: Workspace, parsed: Parsed, pages: ReadonlySet<string>): ChecklistDocument | undefined {
  const { file, text, places, broken } = parsed;
  if (!places || typeof parsed.value !== 'object') return undefined;
  const data = parsed.value as Partial<Checklist>;
  const base = workspace.base && { text: workspace.base.read(file)?.text };
  const release = releaseName(file);
  const origin = release === undefined ? undefined : originOf(workspace.library, release);
  const shelf = data.id === undefined ? undefined : workspace.library.releases.get(data.id);
  const openRuns = (): readonly OpenRun[] => openRunsOf(workspace, data.id);
  return { kind: 'checklist', file, text, places, data, facts: checklistFacts(data), release, pages, broken, base, origin, shelf, openRuns };
}

function openRunsOf({ library, tree }: Workspace, checklist: string | undefined): readonly OpenRun[] {
  return tree.list('records/projects').flatMap((file) => {
    const run = kindOf(file) === 'run' ? (library.parsed(file)?.value as LooseRun | undefined) : undefined;
    const { id, version } = splitReference(run?.checklist ?? '');
    return run?.state && onStates.has(run.state) && id === checklist ? [{ id: projectOf(file), version, kinds: run.project?.kinds ?? {} }] : [];
  });
}

/** What the newest release came from; an older one's living checklist has moved on. */
function originOf(library: Library, reference: string): ChecklistDocument['origin'] {
  const { id, version } = splitReference(reference);
  const shelf = library.releases.get(id);
  if (shelf?.versions[0] !== version) return undefined;
  const living = library.parsed(`checklists/${id}.yaml`)?.value as Partial<Checklist> | undefined;
  return { living, previous: shelf.versions[1] === undefined ? undefined : shelf.release(shelf.versions[1]) };
}

/** A walkthrough as it can be judged. */
export function openWalkthrough({ config, library, today }: Workspace, { file, text, places, value }: Parsed): WalkthroughDocument | undefined {
  if (!places || typeof value !== 'object') return undefined;
  const name = file.slice(file.lastIndexOf('/') + 1).replace(/\.yaml$/, '');
  const processes = (config.processes ?? []).map((each) => each.id);
  return { kind: 'walkthrough', file, text, places, name, data: value as WalkthroughDocument['data'], processes, people: library.people, today };
}

/** All walkthroughs on record that can be read. */
export function walkthroughsIn({ library, tree }: Workspace): readonly WalkthroughDocument['data'][] {
  const values = tree.list('records/walkthroughs').map((file) => library.parsed(file)?.value);
  return values.filter((value): value is WalkthroughDocument['data'] => typeof value === 'object' && value !== null);
}

/** All files together. */
export function openLibraryDocument(workspace: Workspace, numbered: readonly NumberedRun[]): LibraryDocument {
  const { library, base, today } = workspace;
  const gone = base?.gone
    .map((file) => ({ file, kind: kindOf(file) === 'run' ? ('run' as const) : ('release' as const) }))
    .filter(({ file, kind }) => kind === 'run' || releaseName(file) !== undefined);
  const people = listOf<People[number]>(library.parsed('records/people.yaml'));
  const customers = listOf<Customers[number]>(library.parsed('records/customers.yaml'));
  const walkthroughs = walkthroughsIn(workspace);
  return { kind: 'library', config: configOf(workspace), walkthroughs, pages: library.pages, today, people, customers, numbered, gone };
}

function configOf({ library, base }: Workspace): LibraryDocument['config'] {
  const parsed = library.parsed('closeout.config.yaml');
  if (!parsed?.places) return undefined;
  const { file, text, places } = parsed;
  return { file, text, places, data: parsed.value as Loose<Config>, changed: Boolean(base?.changed.has(file)) };
}

function listOf<T>(parsed: Parsed | undefined) {
  if (!parsed?.places || !Array.isArray(parsed.value)) return undefined;
  return { file: parsed.file, text: parsed.text, places: parsed.places, data: parsed.value as (T | undefined)[] };
}
