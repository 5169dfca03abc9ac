import type { Outcome } from '../core/outcome.ts';
import { oneLine } from '../formats/escape.ts';
import type { View } from '../formats/format.ts';
import { type FormatName, formats } from '../formats/index.ts';
import { Usage } from '../organisation/failure.ts';
import type { Workspace } from '../organisation/opened.ts';
import { type Io, viewOf } from './io.ts';
import { oneOf } from './options.ts';

/** A format, and the file it goes into as it was named; shown on the standard output where there is none. */
export interface Output {
  readonly name: FormatName;
  readonly file?: string | undefined;
}

/** What `--format NAME[=FILE]` asks for, given any number of times. Text is shown where nothing else is. */
export function outputsOf(values: readonly string[] = []): readonly Output[] {
  const outputs = values.map(outputOf);
  const [first, second] = outputs.filter((each) => each.file === undefined);
  if (first && second)
    throw new Usage(`Only one format can be shown here, and both ${first.name} and ${second.name} would be. Give one a file: --format ${second.name}=FILE.`);
  const files = outputs.flatMap((each) => each.file ?? []);
  const twice = files.find((file, at) => files.indexOf(file) !== at);
  if (twice !== undefined) throw new Usage(`Two formats cannot go into one file, and "${twice}" is named twice.`);
  return first ? outputs : [{ name: 'text' }, ...outputs];
}

function outputOf(value: string): Output {
  const at = value.indexOf('=');
  const name = oneOf('format', at === -1 ? value : value.slice(0, at), Object.keys(formats) as FormatName[]) ?? 'text';
  if (at === -1) return { name };
  const file = value.slice(at + 1);
  if (file.trim() === '') throw new Usage(`--format ${value} names no file. Write --format ${name}=FILE, or --format ${name} to have it shown.`);
  if (file.includes('\0')) throw new Usage(`--format ${name}= names a file that no system can hold.`);
  return { name, file };
}

/** What is shown, and what is known of where it comes from. */
export interface Shown {
  readonly outcome: Outcome;
  readonly workspace?: Workspace | undefined;
  readonly quiet?: boolean | undefined;
  /** Closeout's own. */
  readonly version?: string | undefined;
}

/** Shows and writes the outputs, what is shown first; false where a file could not be written, which is said on the error output. */
export async function writeOutputs(outputs: readonly Output[], shown: Shown, io: Io): Promise<boolean> {
  let isWhole = true;
  for (const { name, file } of outputs.toSorted((a, b) => Number(a.file !== undefined) - Number(b.file !== undefined))) {
    // people read on the error output why nothing was decided
    if (name === 'text' && file === undefined && shown.outcome.undecided !== undefined) continue;
    const format = await formats[name]();
    const text = format(shown.outcome, await viewFor({ name, file }, shown, io));
    if (file === undefined) {
      io.out(text);
      continue;
    }
    const { reportPath, writeReport } = await import('../workspace/reports.ts');
    const problem = writeReport(reportPath(io.cwd, file), text);
    if (problem === undefined) continue;
    isWhole = false;
    io.err(`closeout: ${oneLine(file)} could not be written: ${problem}.\n`);
  }
  return isWhole;
}

/** Throws Usage where a report would take the place of what Closeout reads. */
export async function checkFiles(outputs: readonly Output[], io: Io): Promise<void> {
  const files = outputs.flatMap((each) => each.file ?? []);
  if (files.length === 0) return;
  const { reportPath } = await import('../workspace/reports.ts');
  for (const file of files) reportPath(io.cwd, file);
}

async function viewFor({ name, file }: Output, { workspace, quiet, version }: Shown, io: Io): Promise<View> {
  const view = file === undefined ? viewOf(io) : viewOf({ colour: false, width: undefined });
  const way = await wayFor(name, io);
  if (!workspace || name === 'text') return { ...view, quiet, version, way };
  const { factsOf } = await import('../organisation/rulebook.ts');
  const linkOf = name === 'markdown' || name === 'github-summary' ? await linksOf(workspace, way) : undefined;
  return { ...view, quiet, version, way, linkOf, ruleOf: (id) => factsOf(workspace, id) };
}

/** What a forge shows at a file, which it looks for from the top of the repository. */
const AT_FORGE: ReadonlySet<FormatName> = new Set(['github', 'github-summary', 'markdown', 'sarif', 'gitlab']);

/** The way to the organisation from the top of the repository, where the format asks for it. */
export async function wayFor(name: FormatName, { cwd }: Pick<Io, 'cwd'>): Promise<string | undefined> {
  return AT_FORGE.has(name) ? (await import('../workspace/top.ts')).wayFromTop(cwd) : undefined;
}

/** Addresses in the forge at the commit that is checked out: GitLab's form where the address says gitlab, else GitHub's. */
async function linksOf({ root, config }: Workspace, way = ''): Promise<View['linkOf']> {
  const home = config.repository?.replace(/\/+$/, '').replace(/\.git$/, '');
  if (home === undefined || !/^https?:\/\//i.test(home)) return undefined;
  const { checkedOut } = await import('../workspace/git.ts');
  const commit = checkedOut(root);
  if (commit === undefined) return undefined;
  const blob = `${home}/${/gitlab/i.test(home) ? '-/' : ''}blob/${commit}`;
  return (file, line) => `${blob}/${`${way}${file}`.toWellFormed().split('/').map(encodeURIComponent).join('/')}#L${line}`;
}
