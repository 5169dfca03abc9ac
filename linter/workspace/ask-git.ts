import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { NoHistory } from '../organisation/failure.ts';

/** Asks git one thing about the folder it was opened for. Throws NoHistory, with what would mend it, where git gives no answer. */
export type Git = (args: readonly string[], failed?: Failed, warned?: Warned) => Buffer;

/** Takes what git said beside its answer. */
type Warned = (said: string) => void;

/** Words for an answer that git refused, from what it said. */
type Failed = (said: string) => string;

/** The variables of the process, as far as git may see them. */
export type Surroundings = Readonly<Record<string, string | undefined>>;

/** With these git starts nothing that a repository's own config names, and writes nothing. What a diff of the working tree needs besides is in `withoutFilters`. */
const SAFE = [
  '--no-optional-locks',
  '--no-replace-objects',
  '--literal-pathspecs',
  ...['core.quotepath=false', 'core.fsmonitor=false', 'core.hooksPath=/dev/null', 'submodule.recurse=false'].flatMap((each) => ['-c', each]),
];

/** No network, no question, words that can be recognised. */
const QUIET = { LC_ALL: 'C', LANGUAGE: '', GIT_TERMINAL_PROMPT: '0', GIT_ALLOW_PROTOCOL: 'none', GIT_NO_LAZY_FETCH: '1' };

/** What a hook hands on about the repository that it runs for. */
const REPOSITORY = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_COMMON_DIR', 'GIT_PREFIX', 'GIT_NAMESPACE', 'GIT_OBJECT_DIRECTORY'];

const MOST_BYTES = 256 * 1024 * 1024;
const MOST_TIME = 120_000;

/** Opens git for a folder. `cwd` is where the command was called, which a hook's variables are relative to; without `env` git inherits the process's. */
export function gitIn(root: string, env?: Surroundings, cwd: string = root): Git {
  const own = env && surroundings(root, cwd, env);
  return (args, failed, warned) => ask(root, args, own, failed, warned);
}

function ask(folder: string, args: readonly string[], env: Surroundings | undefined, failed?: Failed, warned?: Warned): Buffer {
  const { status, error, stdout, stderr } = spawnSync('git', [...SAFE, ...args], {
    cwd: folder,
    maxBuffer: MOST_BYTES,
    timeout: MOST_TIME,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(env && { env }),
  });
  const said = stderr?.toString().trim() ?? '';
  if (error || status !== 0)
    throw new NoHistory(reasonOf(folder, error, said, failed), { cause: { status, code: (error as NodeJS.ErrnoException | undefined)?.code, said } });
  warned?.(said);
  return stdout;
}

function reasonOf(folder: string, error: NodeJS.ErrnoException | undefined, said: string, failed: Failed = (words) => `git gave no answer${words}.`): string {
  if (error?.code === 'ENOENT') return 'git is not installed, so the change could not be compared with its base.';
  if (error?.code === 'ETIMEDOUT') return 'git gave no answer in two minutes.';
  if (/dubious ownership/i.test(said)) {
    const path = /safe\.directory (.+)$/m.exec(said)?.[1] ?? quoted(folder);
    return `git refuses to read this folder, because it belongs to another account, as is usual in CI containers. Run this first: git config --global --add safe.directory ${path}`;
  }
  if (/not a git repository/i.test(said)) return 'This folder is not in a git repository, so there is no base to compare with.';
  const [first = ''] = said.split('\n');
  return failed(first ? ` (git: ${first})` : '');
}

function quoted(path: string): string {
  return `'${path.replaceAll("'", "'\\''")}'`;
}

/** A hook's variables count for the repository that it runs for, and for no other one that it calls us in. */
function surroundings(root: string, cwd: string, env: Surroundings): Surroundings {
  const all: Surroundings = { ...env, ...QUIET };
  if (REPOSITORY.every((name) => !env[name])) return all;
  const plain: Surroundings = Object.fromEntries(Object.entries(all).filter(([name]) => !REPOSITORY.includes(name)));
  const found = where(root, plain);
  // only the variables know this repository
  if (!found) return all;
  const told = where(cwd, all);
  // from a folder below, GIT_DIR alone would make git take that folder for the whole
  return told?.folder === found.folder ? { ...plain, GIT_OBJECT_DIRECTORY: all['GIT_OBJECT_DIRECTORY'], GIT_INDEX_FILE: told.index } : plain;
}

function where(folder: string, env: Surroundings): { readonly folder: string; readonly index: string } | undefined {
  try {
    const said = ask(folder, ['rev-parse', '--git-dir', '--git-path', 'index'], env).toString().split('\n');
    return { folder: resolve(folder, said[0] ?? ''), index: resolve(folder, said[1] ?? '') };
  } catch (error) {
    if (error instanceof NoHistory) return undefined;
    throw error;
  }
}

/** Names that git gave with -z. */
export function namesIn(output: Buffer): string[] {
  return output.toString('utf8').split('\0').filter(Boolean);
}

/** What `git lfs install --local` writes, as checkouts in CI do: a program of the machine, and no other can stand there. */
const LFS = /^git-lfs (?:clean -- %f|smudge (?:--skip )?-- %f|filter-process(?: --skip)?)$/;

/** Options that keep a diff from starting what this repository's own config names as a filter; Git LFS, and filters of the account's config, stay. */
export function withoutFilters(git: Git): readonly string[] {
  const lines = namesIn(allowNone(() => git(['config', '--show-scope', '--includes', '-z', '--get-regexp', '^filter\\.'])));
  const names = new Set<string>();
  for (let at = 0; at + 1 < lines.length; at += 2) {
    const [key = '', ...value] = (lines[at + 1] ?? '').split('\n');
    const [, name, option] = /^filter\.(.+)\.(\w+)$/s.exec(key) ?? [];
    if (name === undefined || (lines[at] !== 'local' && lines[at] !== 'worktree')) continue;
    if (name === 'lfs' && (option === 'required' || LFS.test(value.join('\n')))) continue;
    // git reads an option up to its first "=": such a name could not be switched off
    if (name.includes('='))
      throw new NoHistory('The git config of this repository names a filter that could not be switched off. Delete its [filter] part from .git/config.');
    names.add(name);
  }
  return [...names].flatMap((name) =>
    [`filter.${name}.clean=`, `filter.${name}.smudge=`, `filter.${name}.process=`, `filter.${name}.required=false`].flatMap((each) => ['-c', each]),
  );
}

/** Why git gave no answer: how it ended, or the system's code where it could not be started, and what it said. */
export function refusalOf(error: unknown): { readonly status?: number; readonly code?: string; readonly said?: string } | undefined {
  return error instanceof NoHistory ? (error.cause as ReturnType<typeof refusalOf>) : undefined;
}

/** git ends with 1 where nothing fits. */
function allowNone(asks: () => Buffer): Buffer {
  try {
    return asks();
  } catch (error) {
    if (refusalOf(error)?.status === 1) return Buffer.alloc(0);
    throw error;
  }
}
