import type { Documents, NumberedRun } from '../core/documents.ts';
import { byPlace, diagnose, judge, ourBug } from '../core/judge.ts';
import type { Outcome, Suppressed } from '../core/outcome.ts';
import type { Diagnostic } from '../core/rule.ts';
import { type Suppression, type SuppressionFault, suppress, suppressionsIn } from '../core/suppressions.ts';
import { type Verdict, verdictOf } from '../core/verdict.ts';
import { checkList, checks } from '../parse/checks.ts';
import { type Parsed, parseFile } from '../parse/file.ts';
import { kindOf, nameHint } from '../parse/kinds.ts';
import { messageIn } from '../parse/plain-message.ts';
import type { FileKind } from '../parse/shape.ts';
import { rules } from '../rules/index.ts';
import { runRules } from '../rules/runs.ts';
import { completionFor } from './completion.ts';
import type { LintedContent } from './content.ts';
import { type OpenedRun, openChecklist, openLibraryDocument, openRun, openWalkthrough } from './documents.ts';
import { Undecided } from './failure.ts';
import { numberedIn } from './numbered.ts';
import type { Workspace } from './opened.ts';
import { withSealsKept } from './seals.ts';
import { folderOf, STRAY } from './select.ts';
import { judgeRunUpdate as judgePlainUpdate } from './wording.ts';

/** What lints wording, where something is said to somebody; with pages, or more than plain words, it brings the Markdown reader. */
export interface Content {
  readonly lintContent?: (workspace: Workspace, file: string) => LintedContent | undefined;
  judgeRunUpdate(workspace: Workspace, run: Parsed): Diagnostic[];
}

const CONTENT_KINDS: readonly (FileKind | undefined)[] = ['page', 'doc', 'update', 'phrases'];

/** Loads what lints content where these files need it. */
export async function contentFor({ library }: Workspace, files: readonly string[]): Promise<Content | undefined> {
  const byKind = Map.groupBy(files, kindOf);
  if (CONTENT_KINDS.some((kind) => byKind.has(kind))) return import('./content.ts');
  const said = new Set(byKind.get('run')?.map((file) => messageIn(library.text(file))));
  if (said.has('any')) return import('./content.ts');
  return said.has('plain') ? { judgeRunUpdate: judgePlainUpdate } : undefined;
}

/** Lints the files; those of no known kind are passed over, but YAML in the organisation's folders is never. */
export function lintFiles(
  workspace: Workspace,
  files: readonly string[],
  whole: boolean,
  content?: Content,
  progress?: (done: number, all: number) => void,
): Outcome {
  const found: Linted[] = [];
  const numbered: NumberedRun[] = [];
  const all = new Set(files);
  for (const file of all) {
    progress?.(found.length, all.size);
    try {
      const { files: read, ...rest } = lintFile(workspace, file, content);
      numbered.push(...read.flatMap(numberedIn));
      // places and data of a thousand runs need not be kept
      found.push({ ...rest, files: read.map(({ kind, file: name, text }) => ({ kind, file: name, text })) });
    } catch (error) {
      found.push({ ...nothing, diagnostics: [failure(workspace, file, error)] });
    }
  }
  const asked = whole || workspace.base !== undefined || files.some((file) => LIBRARY.includes(file) || file.startsWith('records/walkthroughs/'));
  const library = asked ? judgeLibrary(workspace, numbered) : [];
  const diagnostics = [...missingHistory(workspace), ...found.flatMap((each) => each.diagnostics), ...library].sort(byPlace);
  const verdicts = found.flatMap((each) => (each.verdict ? [sure(workspace, each.verdict)] : [])).sort((a, b) => (a.run < b.run ? -1 : 1));
  const texts = new Map(found.flatMap((each) => each.files.map(({ file, text }) => [file, text] as const)));
  // what is judged together with others may point into a file that was not asked for
  for (const { file } of library) if (!texts.has(file)) texts.set(file, workspace.library.parsed(file)?.text ?? '');
  const count = (kinds: readonly FileKind[]): number => found.flatMap((each) => each.files).filter((file) => kinds.includes(file.kind)).length;
  const checked = {
    runs: count(['run']),
    signoffs: count(['signoff']),
    checklists: count(['checklist']),
    pages: count(CONTENT_KINDS as readonly FileKind[]),
    others: count(['config', 'people', 'customers', 'walkthrough']),
  };
  const suppressed = found.flatMap((each) => each.suppressed ?? []);
  return { today: workspace.today, sample: workspace.sample, diagnostics, verdicts, checked, texts, suppressed };
}

function judgeLibrary(workspace: Workspace, numbered: readonly NumberedRun[]): readonly Diagnostic[] {
  try {
    return judge<'library'>(openLibraryDocument(workspace, numbered), rules, workspace.settings);
  } catch (error) {
    return [failure(workspace, 'records', error)];
  }
}

/** What kept a file from being judged: something it needs could not be read, or a fault of the program. It hides no other file's findings. */
function failure({ settings }: Workspace, file: string, error: unknown): Diagnostic {
  if (!(error instanceof Undecided)) return ourBug('file-readable', { file, text: '' }, error);
  const { severity, messages } = checks['file-readable'];
  const finding = { messageId: 'needs', at: [], data: { reason: error.message }, undecided: true } as const;
  return diagnose({ id: 'file-readable', severity, messages }, finding, { file, text: '' }, settings);
}

/** Files that are judged together with others. */
const LIBRARY = ['closeout.config.yaml', 'records/people.yaml', 'records/customers.yaml'];

/** Without the history that was asked for nobody can say that a run may close. */
function sure({ noBase }: Workspace, verdict: Verdict): Verdict {
  return noBase !== undefined && verdict.outcome === 'may-close' ? { ...verdict, outcome: 'undecided' } : verdict;
}

function missingHistory({ noBase, settings }: Workspace): readonly Diagnostic[] {
  if (noBase === undefined) return [];
  const { severity, messages } = checks['history-available'];
  const finding = { messageId: 'missing', at: [], data: { reason: noBase }, undecided: true } as const;
  return [diagnose({ id: 'history-available', severity, messages }, finding, { file: 'closeout.config.yaml', text: '' }, settings)];
}

interface Linted {
  readonly files: readonly Pick<Parsed, 'kind' | 'file' | 'text' | 'value'>[];
  readonly diagnostics: readonly Diagnostic[];
  readonly suppressed?: readonly Suppressed[] | undefined;
  readonly verdict?: Verdict | undefined;
}

const nothing: Linted = { files: [], diagnostics: [] };

function lintFile(workspace: Workspace, file: string, content: Content | undefined): Linted {
  const kind = kindOf(file);
  if (kind === 'run') return lintRun(workspace, file, content) ?? nothing;
  if (CONTENT_KINDS.includes(kind)) return lintPage(workspace, file, content);
  if (!kind) return { ...nothing, diagnostics: strayIn(workspace, file) };
  const parsed = kind === 'signoff' ? strayed(workspace, file) : workspace.library.parsed(file);
  if (!parsed) return nothing;
  const document = kind === 'checklist' ? openChecklist(workspace, parsed, workspace.library.pages) : undefined;
  const judged = document ? judge<'checklist'>(document, rules, workspace.settings) : [];
  const walked = kind === 'walkthrough' ? judgeWalkthrough(workspace, parsed) : [];
  const diagnostics = [...parsed.diagnostics, ...judgeText(workspace, parsed), ...judged, ...walked];
  return { files: [parsed], ...settled(workspace, parsed, diagnostics) };
}

function lintPage(workspace: Workspace, file: string, content: Content | undefined): Linted {
  if (!content?.lintContent) throw new Error(`the Markdown reader was not loaded for ${file}`);
  const linted = content.lintContent(workspace, file);
  if (!linted) return nothing;
  const diagnostics = [...linted.diagnostics, ...judgeText(workspace, linted.parsed)];
  return { files: [linted.parsed], ...settled(workspace, linted.parsed, diagnostics) };
}

function judgeWalkthrough(workspace: Workspace, parsed: Parsed): Diagnostic[] {
  const document = openWalkthrough(workspace, parsed);
  return document ? judge<'walkthrough'>(document, rules, workspace.settings) : [];
}

/** A sign-off is judged with its run; one without a run beside it is judged alone. */
function strayed({ library, tree, settings }: Workspace, file: string): Parsed | undefined {
  if (tree.read(`${folderOf(file)}/run.yaml`)) return undefined;
  const problem = { ruleId: 'known-file', messageId: 'name', data: { hint: 'A sign-off lies beside the run.yaml that it signs; there is none.' } } as const;
  return library.parsed(file) && parseFile('signoff', { file, text: '', problem }, settings);
}

/** A run with its sign-offs: diagnostics and the gate's word. */
export function lintRun(
  workspace: Workspace,
  file: string,
  content?: Content,
): { files: readonly Parsed[]; diagnostics: Diagnostic[]; verdict: Verdict } | undefined {
  const opened = openRun(workspace, file);
  if (!opened) return undefined;
  const { document } = opened;
  const said = judgeRunUpdate(workspace, opened, content);
  const standing = [...opened.files.flatMap((each) => settled(workspace, each, [...each.diagnostics, ...judgeText(workspace, each)]).diagnostics), ...said];
  const found = document ? judge<'run'>(document, runRules, workspace.settings, standing) : [];
  const diagnostics = withSealsKept(workspace, opened, [...standing, ...found]);
  const gate = document ?? { id: opened.id, file, state: undefined, archived: false, phases: [] };
  return { files: opened.files, diagnostics, verdict: verdictOf(gate, diagnostics) };
}

/** What a customer would read in the run's `update:`, held to the phrase rules of whatever judges the run: a change cannot bring the words that it may use. */
function judgeRunUpdate(workspace: Workspace, { document, files: [own] }: OpenedRun, content: Content | undefined): Diagnostic[] {
  if (!document || !own || document.archived || document.run.update === undefined) return [];
  if (!content) throw new Error('what judges wording was not loaded for the update of a run');
  const library = (document.judgedByBase && workspace.baseLibrary) || workspace.library;
  return content.judgeRunUpdate({ ...workspace, library }, own);
}

/** The diagnostics that stay when the file's suppressions have had their say, and those that do not. */
function settled(
  { settings }: Workspace,
  { kind, file, text, places }: Parsed,
  diagnostics: readonly Diagnostic[],
): Pick<Linted, 'diagnostics' | 'suppressed'> {
  const found = suppressionsIn(text, kind === 'page' || kind === 'doc');
  if (found.length === 0) return { diagnostics };
  const tell = (fault: SuppressionFault): Diagnostic => {
    const check = checks[fault.ruleId];
    return diagnose({ id: fault.ruleId, severity: check.severity, messages: check.messages }, fault, { file, text, places }, settings);
  };
  if (RECORDS.includes(kind) || file.startsWith('checklists/releases/')) {
    const refused = found.map(({ rule, span }) => tell({ ruleId: 'suppression-explained', messageId: 'record', at: [], span, data: { rule } }));
    return { diagnostics: [...diagnostics, ...refused] };
  }
  // what is wrong with a file that cannot be read is not what an exception is for
  if (!places) return { diagnostics };
  const { kept, suppressed, faults } = suppress(diagnostics, found, suppressible(found));
  return { diagnostics: [...kept, ...faults.map(tell)], suppressed };
}

/** Kinds of file that hold no exceptions. */
const RECORDS: readonly FileKind[] = ['run', 'signoff', 'people', 'customers', 'walkthrough', 'config'];

/** Rules by id. A phrase rule is data of its own: one that found nothing here has nothing to silence, whether it exists or not. */
function suppressible(suppressions: readonly Suppression[]): ReadonlyMap<string, { readonly firm: boolean }> {
  const known = new Map(rules.map((rule) => [rule.id, { firm: Boolean(rule.firm) }]));
  for (const check of checkList) known.set(check.id, { firm: true });
  for (const { rule } of suppressions) if (rule.startsWith('phrase/')) known.set(rule, { firm: false });
  return known;
}

function judgeText({ settings, tree }: Workspace, parsed: Parsed): Diagnostic[] {
  const { file, text, places } = parsed;
  const document: Documents['text'] | undefined = places && { kind: 'text', file, text, places, schema: completionFor(tree, parsed) };
  return document ? judge<'text'>(document, runRules, settings) : [];
}

/** What lies beside a run as evidence may be of any kind. */
const EVIDENCE = /^records\/projects\/[^/]+\/[^/]+\/evidence\//;

function strayIn({ settings, tree }: Workspace, file: string): readonly Diagnostic[] {
  if (!STRAY.test(file) || EVIDENCE.test(file)) return [];
  const source = tree.read(file);
  // a link may stand for a whole folder of runs
  if (source?.problem) return parseFile('run', source, settings).diagnostics;
  if (!source || !(file.startsWith('site/content/') ? /\.(?:ya?ml|mdx?)\s*$/i : /\.ya?ml\s*$/i).test(file)) return [];
  const problem = { ruleId: 'known-file', messageId: 'name', data: { hint: nameHint(file) } } as const;
  return parseFile('run', { file, text: '', problem }, settings).diagnostics;
}
