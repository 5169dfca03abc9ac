import { existsSync, lstatSync, realpathSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { dayIn, isDay } from '../core/dates.ts';
import type { Config, State } from '../core/documents.ts';
import type { Settings } from '../core/judge.ts';
import { Undecided, Usage } from '../organisation/failure.ts';
import { openLibrary } from '../organisation/library.ts';
import type { Workspace } from '../organisation/opened.ts';
import type { Base, Tree } from '../organisation/tree.ts';
import { parseFile } from '../parse/file.ts';
import { rules } from '../rules/index.ts';
import { diskTree } from './disk.ts';
import { recall } from './recall.ts';
import { nearestAbove } from './upwards.ts';

const CONFIG = 'closeout.config.yaml';

/** What the invocation may set. */
export interface Options {
  /** The folder the command was called in. */
  readonly cwd: string;
  readonly today?: string | undefined;
  readonly timed?: 'count' | 'changed' | undefined;
  /** Judge the named runs as if they were in this state. */
  readonly as?: State | undefined;
  readonly base?: Base | undefined;
  /** What is judged instead of the working tree. */
  readonly tree?: Tree | undefined;
  /** Why there is no base, where one was asked for. */
  readonly noBase?: string | undefined;
  /** The present instant; a test's stands still. */
  readonly now?: (() => Date) | undefined;
}

/** The nearest folder upwards that holds closeout.config.yaml. */
export function findRoot(from: string): string {
  const root = nearestAbove(resolve(from), (folder) => existsSync(join(folder, CONFIG)));
  if (root !== undefined) return root;
  throw new Usage(
    `There is no ${CONFIG} here or in a folder above. Run closeout inside the repository that holds your checklists, or begin one: closeout init`,
  );
}

/** Whether git may find a repository around a folder; where it cannot, it need not be started to say so. Without `env` it inherits variables that nobody here knows. */
export function mayBeInGit(folder: string, env: Readonly<Record<string, string | undefined>> | undefined): boolean {
  if (!env || env['GIT_DIR']) return true;
  // a bare repository has no .git, but a HEAD
  return nearestAbove(realpathSync(folder), (each) => existsSync(join(each, '.git')) || existsSync(join(each, 'HEAD'))) !== undefined;
}

/** Opens the repository around a folder; throws Usage where its config cannot be used. */
export function openWorkspace(options: Options): Workspace {
  const root = findRoot(options.cwd);
  const tree = options.tree ?? diskTree(root);
  const { base } = options;
  const config = readConfig(tree);
  // a change cannot move the day or soften a rule that it is judged by
  const judging = base ? readConfig(base.tip) : config;
  const today = options.today ?? judging.today ?? todayIn(judging.zone, options.now);
  if (!isDay(today)) throw new Usage(`"${today}" is not a day. Write it like 2026-11-06.`);
  const settings: Settings = { timed: options.timed ?? 'changed', severities: judging.severities ?? {}, site: config.site?.replace(/\/+$/, '') };
  return {
    root,
    tree,
    config,
    settings,
    today,
    sample: judging.today !== undefined,
    as: options.as,
    base,
    noBase: options.noBase,
    library: openLibrary(tree, config, settings, recall),
    baseLibrary: base && openLibrary(base.tip, judging, settings, recall),
    inside: remembering((path) => insideOf(root, resolve(options.cwd, path))),
  };
}

/** Several steps ask for the same few paths, and to tidy up a path takes longer than to read a file. */
function remembering<T>(answer: (path: string) => T): (path: string) => T {
  const known = new Map<string, T>();
  return (path) => {
    if (!known.has(path)) known.set(path, answer(path));
    return known.get(path) as T;
  };
}

/** Whether there is a file or folder of this name, seen from a folder. */
export function isThere(from: string, path: string): boolean {
  return lstatSync(resolve(from, path), { throwIfNoEntry: false }) !== undefined;
}

function insideOf(root: string, path: string): string | undefined {
  const inner = relative(root, path).split(sep).join('/');
  return inner === '..' || inner.startsWith('../') ? undefined : inner;
}

/** A config with a fault decides nothing: say where, and stop. */
function readConfig(tree: Tree): Config {
  const source = tree.read(CONFIG);
  if (!source) throw new Undecided(`The base has no ${CONFIG}, so there is nothing to judge by.`);
  const parsed = parseFile('config', source, {}, recall);
  const [first] = parsed.diagnostics;
  if (first) throw new Usage(`${CONFIG}:${first.range.start.line}:${first.range.start.column} ${first.message}`);
  const config = parsed.value as Config;
  for (const [id, severity] of Object.entries(config.severities ?? {})) {
    const rule = rules.find((each) => each.id === id);
    if (!rule) throw new Usage(`${CONFIG}: severities names "${id}", but there is no such rule.`);
    if (rule.severity === 'error' && severity !== 'error')
      throw new Usage(`${CONFIG}: "${id}" is an error of the gate and stays one. Delete it from severities.`);
  }
  return config;
}

/** Time zones cost a start of their own: they are looked up only where no day is given. */
function todayIn(zone: string, now = () => new Date()): string {
  try {
    return dayIn(zone, now());
  } catch {
    throw new Usage(`${CONFIG}: "${zone}" is not a time zone that this machine knows. Write it like America/New_York.`);
  }
}
