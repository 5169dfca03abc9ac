import type { State } from '../core/documents.ts';
import { nextGate, type Status, statusOf } from '../core/status.ts';
import { listed } from '../core/verdict.ts';
import { boardText, statusJson, statusText } from '../formats/status.ts';
import { openRun } from '../organisation/documents.ts';
import { Undecided, Usage } from '../organisation/failure.ts';
import { type Content, contentFor, lintRun } from '../organisation/lint.ts';
import type { Workspace } from '../organisation/opened.ts';
import { openWorkspace } from '../workspace/open.ts';
import { type Io, viewOf } from './io.ts';
import { oneOf, readOptions } from './options.ts';
import { documentOf, runFile, runFiles } from './runs.ts';

export const help = `Says what is left of a run before its next gate: by who answers it, with
the place of each item; the sign-offs and how far they can be believed; waivers.
Without a run: a board of all.

Usage: closeout status [RUN] [options]

RUN is the project as customer/project, its folder or its run.yaml.

  --format NAME        text or json (text)
  --all                the board with finished and cancelled runs too
  --today YYYY-MM-DD   the day to judge by
  --help               show this

Examples:
  closeout status
  closeout status northwind/office-move
`;

const options = { format: { type: 'string' }, today: { type: 'string' }, all: { type: 'boolean' } } as const;

export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readOptions(args, options, 'status');
  const format = oneOf('format', values.format, ['text', 'json'] as const) ?? 'text';
  if (positionals.length > 1) throw new Usage('Name one run, or none for a board of all.');
  const workspace = openWorkspace({ cwd: io.cwd, today: values.today, now: io.now });
  const [name] = positionals;
  const files = name === undefined ? runFiles(workspace) : [runFile(workspace, name)];
  const content = await contentFor(workspace, files);
  const rows: Status[] = [];
  const unread: string[] = [];
  for (const file of files) {
    if (name !== undefined) documentOf(workspace, file);
    const row = rowOf(workspace, file, content);
    if (row) rows.push(row);
    else unread.push(file);
  }
  const shown = values.all || name !== undefined ? rows : rows.filter((row) => row.gate !== undefined);
  if (format === 'json') io.out(statusJson(shown, workspace.today, unread.length === 0));
  else io.out(name === undefined ? boardText(shown, rows.length, viewOf(io)) : shown.map((row) => statusText(row, viewOf(io))).join('\n'));
  if (unread.length > 0) throw new Undecided(`${unread.join(', ')} cannot be read, so this is not whole. Run closeout lint on it.`);
  const unsure = shown.filter((row) => row.verdict.outcome === 'undecided').map((row) => row.file);
  if (unsure.length > 0) throw new Undecided(`what is left of ${listed(unsure)}. Run closeout lint on it.`);
  return 0;
}

/** A run as its next gate would judge it. */
function rowOf(workspace: Workspace, file: string, content: Content | undefined): Status | undefined {
  const state = openRun(workspace, file)?.document?.state;
  if (!state) return undefined;
  const gate: State = nextGate(state) ?? state;
  const then = { ...workspace, ...(gate === state ? {} : { as: gate }) };
  const document = openRun(then, file)?.document;
  const linted = document && lintRun(then, file, content);
  return linted && statusOf(document, state, linted.diagnostics, linted.verdict);
}
