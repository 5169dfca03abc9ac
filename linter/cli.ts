// Wires the process to main(); the only file that touches it.
import packageJson from '../package.json' with { type: 'json' };
import type { Io } from './commands/io.ts';
import { main } from './main.ts';

async function ask(question: string): Promise<string> {
  const { createInterface } = await import('node:readline/promises');
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await terminal.question(question)).trim();
  } finally {
    terminal.close();
  }
}

const { stdout, env } = process;
stdout.on('error', (error: NodeJS.ErrnoException) => {
  // a reader that closed its end, as `| head`, is no fault; output that could not be written is
  if (error.code === 'EPIPE') return;
  process.exitCode = 2;
  process.stderr.write(`closeout: the output could not be written (${error.code}).\n`);
});

// each stream of the process costs a millisecond to open: the lean path opens one
const io: Io = {
  cwd: process.cwd(),
  out: (text) => stdout.write(text),
  err: (text) => process.stderr.write(text),
  colour: stdout.isTTY ? !env['NO_COLOR'] && env['TERM'] !== 'dumb' : Boolean(env['FORCE_COLOR']) && env['FORCE_COLOR'] !== '0',
  width: stdout.isTTY ? stdout.columns : undefined,
  now: new Date(),
  get ask() {
    return process.stdin.isTTY && process.stderr.isTTY ? ask : undefined;
  },
};

void main(process.argv.slice(2), io, packageJson.version).then((code) => {
  process.exitCode ||= code;
});
