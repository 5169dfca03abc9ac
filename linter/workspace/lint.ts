import type { Documents } from '../core/documents.ts';
import { byPlace, judge, ourBug } from '../core/judge.ts';
import type { Outcome } from '../core/outcome.ts';
import type { Diagnostic } from '../core/rule.ts';
import { type Verdict, verdictOf } from '../core/verdict.ts';
import { type Parsed, parseFile } from '../parse/file.ts';
import { kindOf, nameHint } from '../parse/kinds.ts';
import type { FileKind } from '../parse/shape.ts';
import { rules } from '../rules/index.ts';
import { openChecklist, openLibraryDocument, openRun } from './documents.ts';
import { Undecided } from './failure.ts';
import type { Workspace } from './open.ts';

/** The files that paths of the command line name; no path means all. Folders are searched. Throws Undecided where a path names nothing. */
export function select(workspace: Workspace, paths: readonly string[]): readonly string[] {
  if (paths.length === 0) return ['closeout.config.yaml', ...workspace.tree.list('checklists'), ...workspace.tree.list('records')];
  const files = paths.flatMap((path) => {
    const inside = workspace.inside(path);
    const below = inside === undefined ? [] : workspace.tree.list(inside);
    if (inside === undefined || (below.length === 0 && !workspace.tree.read(inside)))
      throw new Undecided(`There is no "${path}" in this repository, so nothing was checked.`);
    return below.length > 0 ? below : [inside];
  });
  const named = new Set(files);
  return [...new Set(files.map((file) => ownerOf(workspace, file, named)))];
}

/** Sign-offs and evidence are judged with their run, where there is one. */
function ownerOf({ tree }: Workspace, file: string, named: ReadonlySet<string>): string {
  if (file.endsWith('/run.yaml')) return file;
  const folder = kindOf(file) === 'signoff' ? folderOf(file) : /^(.+)\/evidence\/[^/]+$/.exec(file)?.[1];
  const run = `${folder}/run.yaml`;
  return folder !== undefined && (named.has(run) || tree.read(run)) ? run : file;
}

function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf('/'));
}

/** Lints the files; those of no known kind are passed over, but YAML in the organisation's folders is never. */
export function lintFiles(workspace: Workspace, files: readonly string[], whole: boolean): Outcome {
  const found: Linted[] = [];
  for (const file of new Set(files)) {
    try {
      const { files: read, ...rest } = lintFile(workspace, file);
      // places and data of a thousand runs need not be kept
      found.push({ ...rest, files: read.map(({ kind, file: name, text }) => ({ kind, file: name, text })) });
    } catch (error) {
      found.push({ ...nothing, diagnostics: [ourBug('file-readable', { file, text: '' }, error)] });
    }
  }
  const asked = whole || workspace.base !== undefined || files.some((file) => file === 'records/people.yaml' || file === 'records/customers.yaml');
  const library = asked ? judge<'library'>(openLibraryDocument(workspace), rules, workspace.settings) : [];
  const diagnostics = [...found.flatMap((each) => each.diagnostics), ...library].sort(byPlace);
  const verdicts = found.flatMap((each) => each.verdict ?? []).sort((a, b) => (a.run < b.run ? -1 : 1));
  const texts = new Map(found.flatMap((each) => each.files.map(({ file, text }) => [file, text] as const)));
  const count = (kinds: readonly FileKind[]): number => found.flatMap((each) => each.files).filter((file) => kinds.includes(file.kind)).length;
  const checked = {
    runs: count(['run']),
    signoffs: count(['signoff']),
    checklists: count(['checklist']),
    others: count(['config', 'people', 'customers', 'walkthrough']),
  };
  return { today: workspace.today, sample: workspace.sample, diagnostics, verdicts, checked, texts };
}

interface Linted {
  readonly files: readonly Pick<Parsed, 'kind' | 'file' | 'text'>[];
  readonly diagnostics: readonly Diagnostic[];
  readonly verdict?: Verdict | undefined;
}

const nothing: Linted = { files: [], diagnostics: [] };

function lintFile(workspace: Workspace, file: string): Linted {
  const kind = kindOf(file);
  if (kind === 'run') return lintRun(workspace, file) ?? nothing;
  if (!kind) return { ...nothing, diagnostics: strayIn(workspace, file) };
  const parsed = kind === 'signoff' ? strayed(workspace, file) : workspace.library.parsed(file);
  if (!parsed) return nothing;
  const document = kind === 'checklist' ? openChecklist(workspace, parsed, workspace.library.pages) : undefined;
  const judged = document ? judge<'checklist'>(document, rules, workspace.settings) : [];
  return { files: [parsed], diagnostics: [...parsed.diagnostics, ...judgeText(workspace, parsed), ...judged] };
}

/** A sign-off is judged with its run; one without a run beside it is judged alone. */
function strayed({ library, tree, settings }: Workspace, file: string): Parsed | undefined {
  if (tree.read(`${folderOf(file)}/run.yaml`)) return undefined;
  const problem = { ruleId: 'known-file', messageId: 'name', data: { hint: 'A sign-off lies beside the run.yaml that it signs; there is none.' } } as const;
  return library.parsed(file) && parseFile('signoff', { file, text: '', problem }, settings);
}

/** A run with its sign-offs: diagnostics and the gate's word. */
export function lintRun(workspace: Workspace, file: string): { files: readonly Parsed[]; diagnostics: Diagnostic[]; verdict: Verdict } | undefined {
  const opened = openRun(workspace, file);
  if (!opened) return undefined;
  const standing = opened.files.flatMap((each) => [...each.diagnostics, ...judgeText(workspace, each)]);
  const { document } = opened;
  const found = document ? judge<'run'>(document, rules, workspace.settings, standing) : [];
  const diagnostics = [...standing, ...found];
  const gate = document ?? { id: opened.id, file, state: undefined, archived: false, phases: [] };
  return { files: opened.files, diagnostics, verdict: verdictOf(gate, diagnostics) };
}

function judgeText({ settings }: Workspace, { file, text, places }: Parsed): Diagnostic[] {
  const document: Documents['text'] | undefined = places && { kind: 'text', file, text, places };
  return document ? judge<'text'>(document, rules, settings) : [];
}

/** What lies beside a run as evidence may be of any kind. */
const EVIDENCE = /^records\/projects\/[^/]+\/[^/]+\/evidence\//;

function strayIn({ settings, tree }: Workspace, file: string): readonly Diagnostic[] {
  if (!/^(records|checklists)(\/|$)/.test(file) || EVIDENCE.test(file)) return [];
  const source = tree.read(file);
  // a link may stand for a whole folder of runs
  if (source?.problem) return parseFile('run', source, settings).diagnostics;
  if (!source || !/\.ya?ml\s*$/i.test(file)) return [];
  const problem = { ruleId: 'known-file', messageId: 'name', data: { hint: nameHint(file) } } as const;
  return parseFile('run', { file, text: '', problem }, settings).diagnostics;
}

/** How many files were checked in all. */
export function checkedFiles({ checked }: Pick<Outcome, 'checked'>): number {
  return checked.runs + checked.signoffs + checked.checklists + checked.others;
}
