import { doctorReports } from '../formats/doctor.ts';
import { examine } from '../organisation/doctor/index.ts';
import { Undecided, Usage } from '../organisation/failure.ts';
import { findRoot } from '../workspace/open.ts';
import { gatherFacts } from '../workspace/setup.ts';
import { type Io, viewOf } from './io.ts';
import { oneOf, readOptions } from './options.ts';

export const help = `Looks at what would make the gate advisory only, and says what to do: Node,
config and git, the workflow that lints pull requests, code owners, checklists
and people. It changes nothing and asks no network; what only the forge knows is
told as "could not tell", with the place to look.

Usage: closeout doctor [options]

  --format NAME        text or json (text)
  --today YYYY-MM-DD   the day to judge by
  --help               show this

Examples:
  closeout doctor
  closeout doctor --format json

Exit codes: 0 no problem, 1 problems, 2 too little could be seen (no repository,
config not usable, a gate that may lie elsewhere), 3 wrong option.
`;

const options = { format: { type: 'string' }, today: { type: 'string' } } as const;

export function run(args: readonly string[], io: Io): number {
  const { values, positionals } = readOptions(args, options, 'doctor');
  const report = doctorReports[oneOf('format', values.format, Object.keys(doctorReports)) ?? 'text'];
  if (positionals.length > 0) throw new Usage('doctor looks at the whole repository; leave out the name.');
  const found = examine(gatherFacts({ cwd: rootOf(io.cwd), node: io.node, today: values.today, now: io.now }));
  io.out(report?.(found, viewOf(io)) ?? '');
  if (!found.decided) return 2;
  return found.rows.some(({ standing }) => standing === 'problem') ? 1 : 0;
}

/** Where there is no config nothing can be said at all. */
function rootOf(cwd: string): string {
  try {
    return findRoot(cwd);
  } catch (error) {
    if (error instanceof Usage) throw new Undecided(error.message);
    throw error;
  }
}
