import { checklistFacts } from '../core/checklist.ts';
import type { ChecklistDocument, Evidence, LibraryDocument, LooseRun, RunBase, RunDocument, SignoffDocument, State } from '../core/documents.ts';
import { crewOf, isDone, knownAnswers, phasesOf } from '../core/run.ts';
import type { Checklist, Customers, People, Signoff } from '../core/types.generated.ts';
import { splitReference } from '../core/version.ts';
import { type Parsed, parseFile } from '../parse/file.ts';
import { kindOf, projectOf, releaseName, signoffName } from '../parse/kinds.ts';
import { readEvidence } from './disk.ts';
import type { Library } from './library.ts';
import type { Workspace } from './open.ts';

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
  const folder = file.slice(0, file.lastIndexOf('/'));
  const beside = tree.list(folder).filter((each) => kindOf(each) === 'signoff' && each.slice(0, each.lastIndexOf('/')) === folder);
  const signed = beside.map((each) => library.parsed(each)).filter((each) => each !== undefined);
  const opened = { id: projectOf(file), file, files: [own, ...signed] };
  if (!own.places || typeof own.value !== 'object') return opened;
  return { ...opened, document: documentOf(workspace, { ...own, places: own.places }, signed) };
}

function documentOf(workspace: Workspace, own: Parsed & Pick<RunDocument, 'places'>, signed: readonly Parsed[]): RunDocument {
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
  const folder = `${workspace.root}/${own.file.slice(0, own.file.lastIndexOf('/'))}`;
  const phases = phasesOf(state, checklist);
  const evidence = new Map<string, Evidence>();
  for (const answer of phases.length > 0 ? [...answers.values(), ...settled.values()] : []) {
    if (isDone(answer) && answer.file && !evidence.has(answer.file)) evidence.set(answer.file, readEvidence(folder, answer.file));
  }
  return {
    kind: 'run',
    file: own.file,
    text: own.text,
    places: own.places,
    id: projectOf(own.file),
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
  };
}

function signoffOf(parsed: Parsed): SignoffDocument[] {
  if (!parsed.places || typeof parsed.value !== 'object') return [];
  const { file, text, places } = parsed;
  return [{ file, text, places, data: parsed.value as Partial<Signoff>, ...signoffName(file) }];
}

function baseOf({ base, settings }: Workspace, file: string, run: LooseRun): RunBase | undefined {
  if (!base) return undefined;
  const folder = file.slice(0, file.lastIndexOf('/') + 1);
  const changed = [...base.changed].some((each) => each.startsWith(folder));
  if (!changed) return { changed, before: { state: run.state, checklist: run.checklist, crew: crewOf(run) } };
  const source = base.read(file);
  const before = source && ((parseFile('run', source, settings).value ?? {}) as LooseRun);
  return { changed, before: before && { state: before.state as State | undefined, checklist: before.checklist, crew: crewOf(before) } };
}

/** A checklist or release as it can be judged; undefined where it cannot be read. */
export function openChecklist(workspace: Workspace, parsed: Parsed, pages: ReadonlySet<string>): ChecklistDocument | undefined {
  const { file, text, places, broken } = parsed;
  if (!places || typeof parsed.value !== 'object') return undefined;
  const data = parsed.value as Partial<Checklist>;
  const base = workspace.base && { text: workspace.base.read(file)?.text };
  const release = releaseName(file);
  const origin = release === undefined ? undefined : originOf(workspace.library, release);
  return { kind: 'checklist', file, text, places, data, facts: checklistFacts(data), release, pages, broken, base, origin };
}

/** What the newest release came from; an older one's living checklist has moved on. */
function originOf(library: Library, reference: string): ChecklistDocument['origin'] {
  const { id, version } = splitReference(reference);
  const shelf = library.releases.get(id);
  if (shelf?.versions[0] !== version) return undefined;
  const living = library.parsed(`checklists/${id}.yaml`)?.value as Partial<Checklist> | undefined;
  return { living, previous: shelf.versions[1] === undefined ? undefined : shelf.release(shelf.versions[1]) };
}

/** All files together. */
export function openLibraryDocument({ library, base }: Workspace): LibraryDocument {
  const gone = base?.gone
    .map((file) => ({ file, kind: kindOf(file) === 'run' ? ('run' as const) : ('release' as const) }))
    .filter(({ file, kind }) => kind === 'run' || releaseName(file) !== undefined);
  const people = listOf<People[number]>(library.parsed('records/people.yaml'));
  const customers = listOf<Customers[number]>(library.parsed('records/customers.yaml'));
  return { kind: 'library', people, customers, gone };
}

function listOf<T>(parsed: Parsed | undefined) {
  if (!parsed?.places || !Array.isArray(parsed.value)) return undefined;
  return { file: parsed.file, text: parsed.text, places: parsed.places, data: parsed.value as (T | undefined)[] };
}
