import { applies, newestOf, type Release } from '../core/checklist.ts';
import { slugOf } from '../core/slug.ts';
import type { Project, Run } from '../core/types.generated.ts';
import { newRunText, projectFrom } from '../edit/run.ts';
import { Usage } from '../organisation/failure.ts';
import type { Workspace } from '../organisation/opened.ts';
import { parseFile } from '../parse/file.ts';
import { openWorkspace } from '../workspace/open.ts';
import { writeFile } from '../workspace/write.ts';
import type { Io } from './io.ts';
import { askKinds, kindsFrom } from './kinds.ts';
import { oneOf, readOptions } from './options.ts';
import { askedWith, askPlanned, holdPlanned, needed } from './planned.ts';

export const help = `Starts the run of a project, with exactly the items that apply to it.
What is not given is asked for at a terminal.

Usage: closeout new project [options]

  --customer ID        as in records/customers.yaml
  --name TEXT          the project's name
  --psa NUMBER         its number in the PSA, if it has one
  --id ID              its folder (from the name)
  --kinds A,B          the kinds that are true, or none; all others are false
  --lead ID  --backup ID  --escalate ID   as in records/people.yaml
  --team A,B           others who work on it
  --started DAY  --closes DAY             planned days like 2026-11-06
  --touches "A, B"     systems and places that it touches
  --impact TEXT        what users may notice
  --unrelated TEXT     what it does not touch
  --checklist ID       where there are several for projects
  --state STATE        planned or active (planned)
  --dry-run            show the run, write nothing
  --help               show this

Examples:
  closeout new project
  closeout new project --customer northwind --name "Printer refresh" \\
    --psa 1041 --kinds devices --lead tlee --backup mpatel --escalate skim \\
    --started 2026-11-09 --closes 2026-11-20 \\
    --touches "printers at Dock Street" \\
    --impact "Printing stops for ten minutes on each floor."
`;

const text = { type: 'string' } as const;
const options = {
  customer: text,
  name: text,
  psa: text,
  id: text,
  kinds: text,
  lead: text,
  backup: text,
  escalate: text,
  team: text,
  started: text,
  closes: text,
  touches: text,
  impact: text,
  unrelated: text,
  checklist: text,
  state: text,
  today: text,
  'dry-run': { type: 'boolean' },
} as const;

type Values = { readonly [Key in keyof typeof options]?: string | boolean | undefined };

export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readOptions(args, options, 'new');
  if (positionals[0] !== 'project' || positionals.length > 1) throw new Usage('Say what to start: closeout new project. See closeout new --help.');
  const state = oneOf('state', values.state, ['planned', 'active'] as const) ?? 'planned';
  const workspace = openWorkspace({ cwd: io.cwd, today: values.today, now: io.now });
  const release = releaseFor(workspace, values.checklist);
  const given = await answersFor(values, release, workspace, io);
  const project = projectOf(given, release, workspace);
  const id = given.get('id') ?? slugOf(project.name);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
    throw new Usage(`"${id}" cannot be a folder's name here. Give one with --id, of lower-case letters, digits and hyphens.`);
  const file = `records/projects/${project.customer}/${id}/run.yaml`;
  if (workspace.tree.read(file)) throw new Usage(`${file} is there already; nothing was written. Give another --id or --name.`);
  const content = newRunText(project, release, state);
  check(file, content, project);
  if (values['dry-run']) {
    io.out(content);
    return 0;
  }
  writeFile(`${workspace.root}/${file}`, content);
  const items = [...release.items.values()].filter((item) => applies(item, project.kinds)).length;
  io.out(`wrote ${file}: ${items} items of ${release.id}@${release.version} apply.\n${nextOf(project, id, state)}`);
  return 0;
}

/** What a lead tech does next, with the command that helps. */
function nextOf({ customer, lead }: Project, id: string, state: 'planned' | 'active'): string {
  const first = state === 'planned' ? 'Set state: active when the work starts, then fill' : 'Fill';
  return `${first} it in as the work goes on: in an editor, or with\n  closeout fill ${customer}/${id} --by ${lead}\nSet state: closing when the last days begin.\n`;
}

function releaseFor(workspace: Workspace, wanted: string | undefined): Release {
  const shelves = [...workspace.library.releases.values()].flatMap((shelf) => newestOf(shelf) ?? []).filter((release) => release.data.subject === 'project');
  const ids = shelves.map((release) => release.id);
  const found = wanted ? shelves.find((release) => release.id === wanted) : shelves.length === 1 ? shelves[0] : undefined;
  if (found) return found;
  if (ids.length === 0) throw new Usage('No checklist for projects has been released yet. Run closeout release first.');
  throw new Usage(
    wanted
      ? `There is no released checklist "${wanted}" for projects. There are: ${ids.join(', ')}.`
      : `Say which checklist with --checklist: ${ids.join(', ')}.`,
  );
}

/** Options, and what a person answers where one is missing; throws Usage that names all that nobody gave. */
async function answersFor(values: Values, release: Release, workspace: Workspace, io: Io): Promise<Map<string, string>> {
  const given = new Map<string, string>();
  for (const [key, value] of Object.entries(values)) if (typeof value === 'string') given.set(key, value.trim());
  const open = needed.filter((key) => !given.get(key));
  const { ask } = io;
  const missing = [...open, ...(given.get('kinds') ? [] : ['kinds'])];
  if (missing.length > 0 && !ask) throw new Usage(`Missing: ${missing.map((key) => `--${key}`).join(', ')}. See closeout new --help.`);
  for (const key of askedWith(open, given)) await askPlanned(key, given, workspace, io);
  if (given.has('kinds')) return given;
  const kinds = ask ? await askKinds(release.kinds, ask) : [];
  return given.set('kinds', kinds.join(',') || 'none');
}

function projectOf(given: ReadonlyMap<string, string>, release: Release, workspace: Workspace): Project {
  const value = (key: string): string => given.get(key) ?? '';
  const chosen = kindsFrom(value('kinds'), [...release.kinds.keys()]);
  holdPlanned(given, workspace);
  return projectFrom(value, new Set(chosen), release);
}

/** Reads back what is about to be written: it must say what was meant. */
function check(file: string, content: string, project: Project): void {
  const parsed = parseFile('run', { file, text: content }, {});
  const [first] = parsed.diagnostics;
  if (first) throw new Usage(`This would not be a readable run: ${first.message}`);
  const read = (parsed.value as Run).project;
  const keys = Object.keys(project) as (keyof Project)[];
  const lost = keys.find((key) => JSON.stringify(read[key]) !== JSON.stringify(project[key]));
  if (lost) throw new Error(`${lost} did not come back as it was written`);
}
