import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { Io } from '../linter/commands/io.ts';
import { main } from '../linter/main.ts';
import { baseFolder } from './case.ts';

/** The repository that these tests belong to. */
export const repository = fileURLToPath(new URL('..', import.meta.url));

/** The run of test/base that is on: items are open, nobody has signed. */
export const RUN = 'records/projects/northwind/office-move/run.yaml';
/** The run of test/base that is closed and signed. */
export const SIGNED = 'records/projects/contoso/mail-move/run.yaml';

/** What a command printed, and its exit code. */
export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A folder of files that a test may change; it is gone when the test ends. */
export interface Organisation {
  readonly root: string;
  read(file: string): string;
  write(file: string, text: string): void;
  /** Replaces a text that must be there, once. */
  edit(file: string, before: string, after: string): void;
  /** Runs a command in this process, as main() would be called. */
  closeout(...args: string[]): Promise<Outcome>;
  /** The same, called in a folder of it. */
  closeoutIn(folder: string, ...args: string[]): Promise<Outcome>;
  /** The same with answers to what it asks, in order. */
  answering(answers: readonly string[], ...args: string[]): Promise<Outcome & { readonly questions: readonly string[] }>;
  /** The same with a text on its standard input. */
  piping(text: string, ...args: string[]): Promise<Outcome>;
  git(...args: string[]): string;
}

/** A copy of test/base, or of another folder. */
export function organisation(from: string = baseFolder): Organisation {
  const root = mkdtempSync(join(tmpdir(), 'closeout-test-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  cpSync(from, root, { recursive: true });
  const path = (file: string): string => join(root, file);
  const read = (file: string): string => readFileSync(path(file), 'utf8');
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(path(file)), { recursive: true });
    writeFileSync(path(file), text);
  };
  const edit = (file: string, before: string, after: string): void => {
    const text = read(file);
    if (text.split(before).length !== 2) throw new Error(`${file} should hold once: ${before}`);
    write(
      file,
      text.replace(before, () => after),
    );
  };
  return {
    root,
    read,
    write,
    edit,
    closeout: (...args) => run(root, args),
    closeoutIn: (folder, ...args) => run(path(folder), args),
    answering: async (answers, ...args) => {
      const questions: string[] = [];
      const ask = async (question: string): Promise<string> => answers[questions.push(question) - 1] ?? '';
      return { ...(await run(root, args, ask)), questions };
    },
    piping: (text, ...args) => run(root, args, undefined, text),
    git: (...args) => gitIn(root, args),
  };
}

/** An organisation whose main branch holds test/base, with a branch checked out for the change. */
export function onBranch(): Organisation {
  const house = organisation();
  house.git('init', '-q');
  house.git('add', '.');
  house.git('commit', '-qm', 'start');
  house.git('checkout', '-qb', 'change');
  return house;
}

async function run(cwd: string, args: readonly string[], ask?: Io['ask'], typed = ''): Promise<Outcome> {
  let [out, err] = ['', ''];
  const io: Io = {
    cwd,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    colour: false,
    now: () => new Date('2026-11-06T15:00:00Z'),
    input: async () => typed,
    progress: () => {},
    ask,
  };
  const code = await main(args, io, '0.0.0');
  return { code, out, err };
}

function gitIn(root: string, args: readonly string[]): string {
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'init.defaultBranch=main', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...identity, ...args], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** The built program as a process of its own, with its own surroundings. */
export function program(cwd: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Outcome {
  const result = spawnSync(process.execPath, [join(repository, 'linter/bin.cjs'), ...args], { cwd, encoding: 'utf8', env: { ...process.env, ...env } });
  return { code: result.status ?? -1, out: result.stdout, err: result.stderr };
}

/** A finished run of office-move: every closing item answered, to be signed. */
export const answered: Readonly<Record<string, string>> = {
  'diagram-current': '{ done: 2026-11-02, by: tlee, link: https://docs.example/northwind/network }',
  'docs-found': '{ done: 2026-11-04, by: jkim }',
  'rack-photo': '{ na: The rack belongs to the landlord, by: tlee }',
  'circuit-recorded': '{ done: 2026-11-03, by: tlee, note: Account 4471 with the provider }',
  'admin-vaulted': '{ done: 2026-11-03, by: tlee, vault: Northwind/Network }',
  'agents-counted': '{ done: 2026-11-03, by: mpatel, count: 24 }',
  'client-confirmed': '{ done: 2026-11-05, by: tlee, ticket: T20261105.0002 }',
  'printer-docs': '{ done: 2026-11-05, by: tlee, note: Two printers in the wiki }',
};

/** Writes all closing answers into a run of test/base. */
export function answerAll({ read, write }: Organisation, file: string): void {
  const lines = read(file).split('\n');
  const done = lines.map((line) => line.replace(/^ {2}([a-z-]+): open/, (whole, id: string) => (answered[id] ? `  ${id}: ${answered[id]}` : whole)));
  write(file, done.join('\n'));
}

/** A phrase rule of an organisation's own, in site/content/phrases/own.yaml. */
export const OWN_PHRASES = `id: own
title: Our own
why: They say nothing.
rules:
  - id: in-the-works
    title: In the works
    say: Tess Lee works on it now.
    why: Nobody knows who does what.
    severity: warning
    audience: [customer]
    find: ["in the works"]
    flag: [It is in the works., All of it is in the works now.]
    pass: [Tess Lee works on it now., It works again.]
`;
