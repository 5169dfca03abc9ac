import type { RunDocument } from '../core/documents.ts';
import type { Diagnostic } from '../core/rule.ts';
import { standingOfSignoff } from '../core/standing.ts';
import { nextGate } from '../core/status.ts';
import { spanOf } from '../core/text.ts';
import type { Answer } from '../core/types.generated.ts';
import { listed, type Verdict, verdictWords } from '../core/verdict.ts';
import { edited } from '../edit/edited.ts';
import { text as textFormat } from '../formats/text.ts';
import { Usage } from '../organisation/failure.ts';
import { contentFor, lintRun } from '../organisation/lint.ts';
import { type Workspace, withText } from '../organisation/opened.ts';
import { openWorkspace } from '../workspace/open.ts';
import { writeFile } from '../workspace/write.ts';
import { type Io, viewOf } from './io.ts';
import { documentOf, runFile } from './runs.ts';

/** An answer that is to be written into a run. */
export interface Given {
  readonly part: 'answers' | 'settled';
  readonly item: string;
  readonly answer: Answer;
}

/** What would become of a run with one more answer in it. */
export interface Recorded {
  readonly before: string;
  readonly after: string;
  /** What the rules say against the answer itself. Where there is anything, it must not be written. */
  readonly wrong: readonly Diagnostic[];
  /** What they only warn of. */
  readonly doubtful: readonly Diagnostic[];
  readonly document: RunDocument;
  readonly verdict: Verdict;
  /** Roles whose signatures no longer fit. */
  readonly staled: readonly string[];
}

/** The run that a command line names, to be judged as its next gate will judge it; throws Usage for one that has none before it. */
export function openGate(io: Io, today: string | undefined, name: string): { readonly workspace: Workspace; readonly file: string } {
  const workspace = openWorkspace({ cwd: io.cwd, today, now: io.now });
  const file = runFile(workspace, name);
  const { id, state } = documentOf(workspace, file);
  const as = state && nextGate(state);
  if (state && !as) throw new Usage(`${id} is ${state}; nothing of it is filled in any more.`);
  return { workspace: { ...workspace, as: as ?? 'closed' }, file };
}

/** Puts an answer into the text of a run and judges it there, before anything is written. */
export async function record(workspace: Workspace, file: string, { part, item, answer }: Given): Promise<Recorded> {
  const document = documentOf(workspace, file);
  const order = [...document.checklist.items.keys()];
  const after = edited(file, document.text, [{ within: [part], key: item, value: answer, order }]);
  const then = withText(workspace, file, after);
  const linted = lintRun(then, file, await contentFor(then, [file]));
  const changed = documentOf(then, file);
  const [start, end] = spanOf(changed.places(), [part, item]);
  // a secret is found in the text: its place alone says whose it is
  const within = ({ file: where, range }: Diagnostic): boolean => where === file && range.start.offset >= start && range.end.offset <= end;
  const about = (linted?.diagnostics ?? []).filter((each) => (each.item === item && each.path[0] === part) || within(each));
  const wrong = about.filter((each) => each.severity === 'error' && each.ruleId !== 'item-answered' && each.ruleId !== 'waiver-settled');
  const doubtful = about.filter((each) => each.severity === 'warning');
  const staled = changed.signoffs.filter((each) => standingOfSignoff(changed, each) === 'stale' && standingOfSignoff(document, each) !== 'stale');
  const verdict = linted?.verdict ?? { run: document.id, file, state: 'unreadable', outcome: 'undecided', items: [], signoffs: 0, others: 0 };
  return { before: document.text, after, wrong, doubtful, document: changed, verdict, staled: staled.map((each) => each.role) };
}

/** Shows what is wrong with an answer; nothing was written. */
export function refuseAnswer(workspace: Workspace, recorded: Recorded, io: Io): void {
  show(workspace, recorded, recorded.wrong, io);
  io.err('closeout: not written; what stands above comes first.\n');
}

function show({ today, sample }: Workspace, { document, after }: Recorded, diagnostics: readonly Diagnostic[], io: Io): void {
  const checked = { runs: 0, signoffs: 0, checklists: 0, pages: 0, others: 0 };
  const report = textFormat({ today, sample, diagnostics, verdicts: [], checked, texts: new Map([[document.file, after]]) }, viewOf(io));
  // the last line counts what was checked: here one answer
  io.out(`${report.split('\n').slice(0, -3).join('\n')}\n\n`);
}

/** Writes the run, or shows the change as a patch; says what is doubtful about the answer. */
export async function keep(workspace: Workspace, recorded: Recorded, dry: boolean, io: Io): Promise<void> {
  const { document, before, after, doubtful } = recorded;
  if (dry) io.out((await import('../edit/diff.ts')).patch(document.file, before, after));
  else writeFile(`${workspace.root}/${document.file}`, after);
  if (doubtful.length > 0) show(workspace, recorded, doubtful, io);
}

/** "3 items left", for the gate that comes next. */
export function leftAfter({ verdict, document, staled }: Recorded): string {
  const gate = document.state === 'finished' ? 'finish' : 'close';
  const left =
    verdict.outcome === 'may-close'
      ? `${document.id} may ${gate}.`
      : verdict.outcome === 'undecided'
        ? `${document.id}: it could not be decided whether it may ${gate}. Run closeout lint on it.`
        : `${document.id}: ${verdictWords(verdict)} before it may ${gate}.`;
  if (staled.length === 0) return left;
  const [signatures, it] = staled.length > 1 ? ['signatures', 'them'] : ['signature', 'it'];
  return `${left}\nThe ${signatures} of ${listed(staled)} no longer ${staled.length > 1 ? 'fit' : 'fits'}: have ${it} signed again.`;
}
