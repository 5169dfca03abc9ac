// Wires the process to main(); beside stdout.ts the only file that touches it.
import type { Interface } from 'node:readline';
import packageJson from '../package.json' with { type: 'json' };
import { Interrupted, type Io } from './commands/io.ts';
import { once } from './core/once.ts';
import { main } from './main.ts';
import { Undecided } from './organisation/failure.ts';
import { standardOutput } from './stdout.ts';

let terminal: Interface | undefined;
const typed: string[] = [];
let waiting: { take(text: string): void; stop(): void } | undefined;
/** Ctrl-C was typed, or the input has ended: no question will be answered any more. */
let over = false;

function stop(): void {
  over = true;
  waiting?.stop();
}

/** One interface for all questions: what is typed ahead of the next one is kept for it. */
async function ask(question: string): Promise<string> {
  if (!terminal) {
    // not imported: bin.cjs runs the parts without Node's loader
    terminal = process.getBuiltinModule('node:readline').createInterface({ input: process.stdin, output: process.stderr });
    terminal.on('line', (text) => {
      const asker = waiting;
      waiting = undefined;
      if (asker) asker.take(text);
      else typed.push(text);
    });
    terminal.on('SIGINT', () => {
      // as a terminal does: what was typed ahead of it is dropped
      typed.length = 0;
      stop();
    });
    terminal.on('close', stop);
  }
  if (over && typed.length === 0) throw new Interrupted();
  if (over) err(question);
  else {
    terminal.setPrompt(question);
    terminal.prompt();
  }
  const text = await new Promise<string>((take, reject) => {
    const ahead = typed.shift();
    if (ahead !== undefined) take(ahead);
    else waiting = { take, stop: () => reject(new Interrupted()) };
  });
  return text.trim();
}

/** Something went to the error stream, which may still hold some of it. */
let said = false;

function err(text: string): void {
  said = true;
  const { stderr } = process;
  // nobody reads it any more, as in `2>&1 | head`: the exit code still says how it went
  if (stderr.listenerCount('error') === 0) stderr.on('error', () => {});
  stderr.write(text);
}

async function input(): Promise<string> {
  let text = '';
  for await (const part of process.stdin.setEncoding('utf8')) {
    text += part;
    // a draft has a page: whoever pipes more in means something else
    if (text.length > 1_000_000) break;
  }
  return text;
}

function workingFolder(): string {
  try {
    return process.cwd();
  } catch {
    throw new Undecided('The folder that closeout was called in is gone. Change to one that is there.');
  }
}

/** Runs the command that the process was called with, and sets its exit code. */
export async function start(): Promise<void> {
  const { env } = process;
  const stdout = standardOutput((code) => {
    process.exitCode = 2;
    err(`closeout: the output could not be written (${code}).\n`);
  });
  const io: Io = {
    get cwd() {
      return workingFolder();
    },
    out: stdout.write,
    err,
    colour: stdout.isTerminal ? !env['NO_COLOR'] && env['TERM'] !== 'dumb' : Boolean(env['FORCE_COLOR']) && env['FORCE_COLOR'] !== '0',
    width: stdout.width,
    now: once(() => new Date()),
    node: process.versions.node,
    env,
    input,
    progress: (line) => {
      if (process.stderr.isTTY && env['TERM'] !== 'dumb') err(`\r\u001b[K${line}`);
    },
    get ask() {
      return process.stdin.isTTY && process.stderr.isTTY ? ask : undefined;
    },
  };
  const code = await main(process.argv.slice(2), io, packageJson.version);
  terminal?.close();
  process.exitCode ||= code;
  // the system takes the memory back quicker than Node tidies it up
  if (stdout.isWritten && !said) process.exit();
}
