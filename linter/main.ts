import { type Command, Interrupted, type Io } from './commands/io.ts';
import { help as lintHelp, run as runLint } from './commands/lint.ts';
import { nearest } from './core/suggest.ts';
import { oneLine } from './formats/escape.ts';
import { Undecided, Usage } from './organisation/failure.ts';

interface Entry {
  readonly says: string;
  readonly load: () => Promise<Command>;
}

/** What most calls are for is at hand; the others are loaded. */
const lint: Command = { help: lintHelp, run: runLint };

/** What there is, grouped by what somebody is about, each in the order in which it is needed. */
const groups = (): Readonly<Record<string, Readonly<Record<string, Entry>>>> => ({
  'A project, from its start to its closing': {
    new: { says: 'start the run of a project', load: () => import('./commands/new.ts') },
    status: { says: 'what is left of a run; without one a board of all', load: () => import('./commands/status.ts') },
    fill: { says: 'answer the open items of a run, one by one', load: () => import('./commands/fill.ts') },
    answer: { says: 'answer one item of a run', load: () => import('./commands/answer.ts') },
    lint: { says: 'check runs, checklists and records; say whether a run may close', load: async () => lint },
    sign: { says: 'sign a phase of a run', load: () => import('./commands/sign.ts') },
    settle: { says: 'make a waiver good after closing', load: () => import('./commands/settle.ts') },
    upgrade: { says: 'move a run to a newer release of its checklist', load: () => import('./commands/upgrade.ts') },
  },
  'All projects': {
    report: { says: "today's projects and engagements; or hold the PSA against the runs", load: () => import('./commands/report.ts') },
  },
  'The checklist, and words for customers': {
    learn: { says: 'add the item that would have saved support', load: () => import('./commands/learn.ts') },
    diff: { says: 'what changed between two versions of a checklist', load: () => import('./commands/diff.ts') },
    release: { says: 'freeze a checklist as its next version', load: () => import('./commands/release.ts') },
    phrase: { says: 'check the wording of a draft', load: () => import('./commands/phrase.ts') },
  },
  'Setting it up, and its rules': {
    init: { says: 'start an organisation of your own: config, records, checklist, CI', load: () => import('./commands/init.ts') },
    doctor: { says: 'what would make the gate advisory only', load: () => import('./commands/doctor.ts') },
    rules: { says: 'what is checked, and how severe it is here', load: () => import('./commands/rules.ts') },
    explain: { says: 'what a rule wants, why, and what to do about it', load: () => import('./commands/explain.ts') },
  },
});

function allCommands(): Readonly<Record<string, Entry>> {
  return Object.assign({}, ...Object.values(groups()));
}

function help(): string {
  const width = Math.max(...Object.keys(allCommands()).map((name) => name.length));
  return `Checklists as code for IT service teams.

Usage: closeout COMMAND [options]

${Object.entries(groups())
  .map(([heading, own]) => [heading, ...Object.entries(own).map(([name, { says }]) => `  ${name.padEnd(width)}  ${says}`)].join('\n'))
  .join('\n\n')}

New here: closeout init starts an organisation, closeout new project a run.
closeout COMMAND --help shows options and examples; closeout --version the
version. Exit codes: 0 no errors, 1 errors, 2 could not decide, 3 wrong option
or config.
`;
}

/** Runs one command and gives its exit code: 0 fine, 1 errors, 2 could not decide, 3 wrong usage. */
export async function main(args: readonly string[], io: Io, version: string): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    (name === undefined ? io.err : io.out)(help());
    return name === undefined ? 3 : 0;
  }
  if (name === '--version' || name === '-v') {
    io.out(`${version}\n`);
    return 0;
  }
  try {
    const command = name === 'lint' ? lint : await commandOf(name);
    if (rest.includes('--help') || rest.includes('-h')) {
      io.out(command.help);
      return 0;
    }
    return await command.run(rest, io, version);
  } catch (error) {
    if (error instanceof Usage) return fail(io, error.message, 3);
    if (error instanceof Interrupted) return fail(io, 'Stopped; nothing was written.', 1);
    if (error instanceof Undecided) return fail(io, `Could not decide: ${error.message}`, 2);
    return fail(io, `This is a bug in closeout ${version}, not in your files; nothing was decided. ${(error as Error)?.stack ?? String(error)}`, 2);
  }
}

async function commandOf(name: string): Promise<Command> {
  const commands = allCommands();
  const found = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (found) return found.load();
  const suggestion = nearest(name, Object.keys(commands));
  throw new Usage(`There is no command "${name}".${suggestion ? ` Did you mean ${suggestion}?` : ''} See closeout --help.`);
}

function fail(io: Io, message: string, code: number): number {
  io.err(`closeout: ${message.split('\n').map(oneLine).join('\n')}\n`);
  return code;
}
