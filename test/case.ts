import { execFileSync } from 'node:child_process';
import fs, { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ApprovalStanding } from '../linter/core/documents.ts';
import type { Diagnostic, Outcome as LintOutcome } from '../linter/engine.ts';
import { text } from '../linter/formats/text.ts';
import * as content from '../linter/organisation/content.ts';
import { lintFiles } from '../linter/organisation/lint.ts';
import { type Workspace, withTexts } from '../linter/organisation/opened.ts';
import { select } from '../linter/organisation/select.ts';
import type { Base } from '../linter/organisation/tree.ts';
import { diskTree } from '../linter/workspace/disk.ts';
import { openWorkspace } from '../linter/workspace/open.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
/** A small valid organisation that every case is laid over. */
export const baseFolder = join(here, 'base');
const casesFolder = join(here, 'cases');

/** One case: a file, or a folder, that shows a rule being kept (ok) or broken (bad). */
export interface Case {
  readonly rule: string;
  readonly name: string;
  readonly path: string;
  readonly good: boolean;
  /** The golden output beside a bad case. */
  readonly golden: string;
}

/** Ids that have a folder of cases. */
export function casesRules(): readonly string[] {
  return readdirSync(casesFolder).sort();
}

/** The cases of one rule, in order. */
export function casesOf(rule: string): readonly Case[] {
  const folder = join(casesFolder, rule);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^(ok|bad)-/.test(name) && !name.endsWith('.out'))
    .sort()
    .map((name) => {
      const stem = name.replace(ENDING, '');
      return { rule, name: stem, path: join(folder, name), good: name.startsWith('ok-'), golden: join(folder, `${stem}.out`) };
    });
}

/** The ending of a one-file case, with the word that says where it lies. */
const ENDING = /(?:\.(\w+))?\.(?:yaml|mdx?)$/;

/** Where a one-file case lies in the organisation, by the word before its ending; a run where there is none. */
const places: Readonly<Record<string, string>> = {
  run: 'records/projects/northwind/office-move/run.yaml',
  checklist: 'checklists/project-closeout.yaml',
  people: 'records/people.yaml',
  customers: 'records/customers.yaml',
  walkthrough: 'records/walkthroughs/2026-10-27-hand-over.yaml',
  config: 'closeout.config.yaml',
  playbook: 'site/content/playbooks/handing-over-a-project.mdx',
  mistake: 'site/content/mistakes/mail-monitor.mdx',
  doc: 'site/content/docs/docs/gate.md',
  update: 'site/content/updates/outage-acknowledge.yaml',
  phrases: 'site/content/phrases/hedges.yaml',
};

/** Lints a case as the command would, timed rules counted: the text that people see, and the diagnostics. */
export function lintCase(each: Case): { readonly output: string; readonly diagnostics: readonly Diagnostic[] } {
  const { lint, close } = openCase(each);
  try {
    const report = lint();
    return { output: text(report, { paint: (_style, words) => words }), diagnostics: report.diagnostics };
  } finally {
    close();
  }
}

/** A case laid out as a repository of its own. */
export interface OpenCase {
  readonly root: string;
  /** Lints what the case brings, with these texts in place of the files'. */
  lint(texts?: ReadonlyMap<string, string>): LintOutcome;
  close(): void;
}

/** Lays a case out; whoever opens it closes it. */
export function openCase(each: Case): OpenCase {
  const root = mkdtempSync(join(tmpdir(), 'closeout-case-'));
  const before = mkdtempSync(join(tmpdir(), 'closeout-base-'));
  const { readFileSync: read, readdirSync: readFolder } = fs;
  const close = (): void => {
    Object.assign(fs, { readFileSync: read, readdirSync: readFolder });
    syncBuiltinESMExports();
    rmSync(root, { recursive: true });
    rmSync(before, { recursive: true });
  };
  try {
    const files = [...layOut(each, root, before), ...makeFiles(each, root)];
    const lint = (texts: ReadonlyMap<string, string> = new Map()): LintOutcome => {
      const base = existsSync(join(each.path, '.before')) ? baseOf(root, before) : undefined;
      const noBase = hidden(each, NO_HISTORY)?.trim();
      const opened = withTexts(openWorkspace({ cwd: root, timed: 'count', base, noBase }), texts);
      const workspace = { ...opened, approvals: approvalsOf(each) };
      const paths = files.map((file) => join(root, file));
      return lintFiles(workspace, select(workspace, paths), files.length === 0, content);
    };
    return { root, lint, close };
  } catch (error) {
    close();
    throw error;
  }
}

/** Copies base and case together; gives the files that the case brings. A folder's `.before` is the base revision's. */
function layOut(each: Case, root: string, before: string): readonly string[] {
  cpSync(baseFolder, root, { recursive: true });
  cpSync(baseFolder, before, { recursive: true });
  if (!statSync(each.path).isDirectory()) {
    const place = places[ENDING.exec(each.path)?.[1] ?? 'run'] ?? '';
    mkdirSync(dirname(join(root, place)), { recursive: true });
    cpSync(each.path, join(root, place));
    return [place];
  }
  if (existsSync(join(each.path, '.before'))) cpSync(join(each.path, '.before'), before, { recursive: true });
  cpSync(each.path, root, { recursive: true, verbatimSymlinks: true, filter: (source) => !source.includes('.before') });
  return diskTree(each.path)
    .list('')
    .filter((file) => !file.startsWith('.before/') && ![MAKE, APPROVALS, NO_HISTORY].includes(file));
}

/** Lists, a line each, what git cannot hold: `pipe FILE`, `huge FILE BYTES`, `unreadable FILE`, `closed FOLDER`, `repository FOLDER` or `odd FOLDER`. */
const MAKE = '.make';

/** Says why there is no base to compare with. */
const NO_HISTORY = '.nohistory';

/** Says of each account, a line each, how far the forge backs its sign-offs: `jkim-gh approved`. */
const APPROVALS = '.approvals';

/** The text of a folder's hidden file. */
function hidden(each: Case, name: string): string | undefined {
  const path = join(each.path, name);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

function approvalsOf(each: Case): Workspace['approvals'] {
  const lines = hidden(each, APPROVALS)?.trim().split('\n');
  const said = lines && new Map(lines.map((line) => line.split(' ') as [string, ApprovalStanding]));
  if (!said) return undefined;
  return ({ people }) =>
    (_run, { data }) => {
      const account = people.get(data.by ?? '')?.account;
      return account === undefined ? 'no-account' : (said.get(account) ?? 'none');
    };
}

/** Makes the files that a folder's `.make` lists. */
function makeFiles(each: Case, root: string): readonly string[] {
  const list = join(each.path, MAKE);
  if (!existsSync(list)) return [];
  const lines = readFileSync(list, 'utf8').trim().split('\n');
  return lines.map((line) => {
    const [what, file = '', bytes] = line.split(' ');
    const path = join(root, file);
    mkdirSync(dirname(path), { recursive: true });
    if (what === 'pipe') execFileSync('mkfifo', [path]);
    else if (what === 'huge') writeFileSync(path, readFileSync(path, 'utf8').padEnd(Number(bytes), '#'));
    else if (what === 'unreadable') refuse('openSync', path);
    else if (what === 'closed') refuse('readdirSync', path);
    else if (what === 'repository') mkdirSync(join(path, '.git'), { recursive: true });
    // a name in Latin-1, as old archives unpack it
    else if (what === 'odd') writeFileSync(Buffer.concat([Buffer.from(`${path}/caf`), Buffer.from([0xe9]), Buffer.from('.yaml')]), 'x: 1\n');
    else throw new Error(`${list} knows no "${what}"`);
    return file;
  });
}

/** Reading fails as it would without permission: a mode would not hold for root, and git keeps none. */
function refuse(way: 'openSync' | 'readdirSync', path: string): void {
  const read = fs[way] as (...args: unknown[]) => unknown;
  const refusing = (...args: unknown[]): unknown => {
    if (args[0] === path) throw Object.assign(new Error(`EACCES: permission denied, open '${path}'`), { code: 'EACCES' });
    return read(...args);
  };
  Object.assign(fs, { [way]: refusing });
  syncBuiltinESMExports();
}

/** The base revision as git would give it, from two folders. */
function baseOf(root: string, before: string): Base {
  const tree = diskTree(before);
  const old = new Set(tree.list(''));
  const now = new Set(diskTree(root).list(''));
  const differs = (file: string): boolean =>
    !old.has(file) || !now.has(file) || readFileSync(join(root, file), 'utf8') !== readFileSync(join(before, file), 'utf8');
  return { ...tree, tip: tree, ref: 'main', changed: new Set([...old.union(now)].filter(differs)), gone: [...old.difference(now)] };
}
