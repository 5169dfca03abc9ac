import { Usage } from '../organisation/failure.ts';
import type { Tree } from '../organisation/tree.ts';
import { asked, beginning, CHECKLIST, CONFIG, firstFault, OWNERS, PEOPLE } from '../scaffold/begin.ts';
import { firstChecklist } from '../scaffold/checklist.ts';
import * as shipped from '../scaffold/shipped.ts';
import { diskTree } from '../workspace/disk.ts';
import { lyingOf } from '../workspace/repository.ts';
import { writeFile } from '../workspace/write.ts';
import { askBegun, type Begun } from './begun.ts';
import type { Io } from './io.ts';
import { readOptions } from './options.ts';
import { filesOf } from './release.ts';

export const help = `Starts Closeout for an organisation of your own, in a new or an existing
repository: config, people, customers, the checklist with its first release, and
the check in CI. What is there already is kept. What is not given is asked for
at a terminal.

Usage: closeout init [options]

  --organisation TEXT  the name of your organisation
  --zone ZONE          its time zone, like America/New_York (this machine's)
  --repository URL     where people read the repository (git's remote "origin")
  --person TEXT        your name
  --id ID              your id in runs (from your name)
  --roles A,B          what you do: lead, support or both
  --account NAME       your account at the forge
  --customer TEXT      the name of a first customer
  --ci NAME            github, gitlab or none (by the repository's address)
  --phrases            also the rules for wording, in site/content/phrases
  --from PACKAGE       what npx takes in CI (closeout@ and this version)
  --dry-run            list the files, write nothing
  --help               show this

Examples:
  closeout init
  closeout init --dry-run --organisation "Harbour IT" --zone America/New_York \\
    --person "Tess Lee" --roles lead --customer "Northwind Traders" --ci github
`;

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const names = { organisation: text, zone: text, repository: text, person: text, id: text, roles: text, account: text, customer: text } as const;
const options = { ...names, ci: text, from: text, phrases: flag, 'dry-run': flag } as const;

export async function run(args: readonly string[], io: Io, version: string): Promise<number> {
  const { values, positionals } = readOptions(args, options, 'init');
  if (positionals.length > 0) throw new Usage('closeout init starts in the folder that you are in; it takes no path. See closeout init --help.');
  const dry = Boolean(values['dry-run']);
  const tree = diskTree(io.cwd);
  const begun = await askBegun({ values, tree, origin: originAt(io.cwd), version }, io);
  const owners = OWNERS.find((file) => tree.read(file) !== undefined);
  const files = new Map([...(await beginning(begun, { ...begun, owners })), ...checklistFiles(tree, begun, version)]);
  const there = new Set([...files.keys()].filter((file) => tree.read(file) !== undefined));
  const fresh = [...files].filter(([file]) => !there.has(file)).sort(([a], [b]) => (a < b ? -1 : 1));
  const fault = firstFault(new Map(fresh), begun.today);
  if (fault) throw new Usage(`Nothing was written: ${fault.file} would not be in order. ${fault.message}`);
  for (const [file, content] of fresh) {
    if (!dry) write(`${io.cwd}/${file}`, content);
    io.out(`${dry ? 'would write' : 'wrote'} ${file}\n`);
  }
  for (const file of [...there].sort()) io.out(`kept ${file}${toAdd(tree, file)}\n`);
  if (!files.has(CHECKLIST)) io.out('kept checklists/, where there is a list already\n');
  io.out(`\n${fresh.length === 0 ? 'Nothing to write: everything is there.' : dry ? 'Nothing was written.' : NEXT}\n`);
  return 0;
}

const NEXT = `Support signs for itself: add your colleagues to ${PEOPLE}. Then

  npx closeout lint           checks everything
  npx closeout new project    starts the run of a project
  npx closeout doctor         says what would make the gate advisory only
  git add . && git commit -m "Close projects by a checklist"`;

/** The remote of the repository whose top this is; throws Usage for a folder inside one, or inside an organisation. */
function originAt(cwd: string): string | undefined {
  const { inside, below, origin } = lyingOf(cwd);
  if (below !== undefined) throw new Usage(`There is a ${CONFIG} in ${below} already, above this folder. Run closeout there.`);
  if (inside !== undefined) throw new Usage(`This folder lies inside a repository. Run closeout init at its top: ${inside}`);
  return origin;
}

/** The checklist with its first release, as closeout release writes it; none where the organisation has one. */
function checklistFiles(tree: Tree, { today }: Begun, version: string): ReadonlyMap<string, string> {
  if (tree.list('checklists').some((file) => file.endsWith('.yaml'))) return new Map();
  return filesOf({ settings: { timed: 'changed', severities: {} } }, CHECKLIST, firstChecklist(shipped.checklist, `closeout ${version}`, today));
}

/** What a file that was there still needs, to be put in by hand. */
function toAdd(tree: Tree, file: string): string {
  const line = asked.get(file);
  return line === undefined || tree.read(file)?.text.includes(line.needle) ? '' : `; add this to it:\n  ${line.line}`;
}

function write(path: string, content: string): void {
  try {
    writeFile(path, content);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new Usage(`${path} could not be written (${code}); what stands above was. Mend it and run closeout init again: it goes on where it stopped.`);
  }
}
