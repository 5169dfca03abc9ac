import { checklistFacts } from '../core/checklist.ts';
import { personsIn, personsOf } from '../core/persons.ts';
import { nearest } from '../core/suggest.ts';
import type { Checklist, Item } from '../core/types.generated.ts';
import { withItem } from '../edit/item.ts';
import { oneLine } from '../formats/escape.ts';
import { text as textFormat } from '../formats/text.ts';
import { Undecided, Usage } from '../organisation/failure.ts';
import { lintFiles } from '../organisation/lint.ts';
import { type Workspace, withText } from '../organisation/opened.ts';
import { parseFile } from '../parse/file.ts';
import { openWorkspace } from '../workspace/open.ts';
import { writeFile } from '../workspace/write.ts';
import { type Io, viewOf } from './io.ts';
import { oneOf, readOptions } from './options.ts';

export const help = `Adds to the living checklist the item that would have saved support, with its
origin, and prints the text of the pull request that proposes it.

Usage: closeout learn "WHAT HAPPENED" --ticket NUMBER [options]

WHAT HAPPENED is one or two sentences, without anybody's name.

  --ticket NUMBER    the ticket in which support was left hanging
  --title TEXT       the item: a state one can see (asked for at a terminal)
  --section ID       where it belongs (asked for at a terminal)
  --id ID            the item's id (from the title)
  --checklist ID     which list, where there are several for projects
  --phase ID         closing or watch (closing)
  --by ROLE          lead, support or either (lead)
  --evidence KIND    none, note, link, ticket, date, count, file or vault (link)
  --level LEVEL      must, should or may (must)
  --when A,B         only for these kinds of project
  --today YYYY-MM-DD the day it happened
  --dry-run          show the change as a patch, write nothing
  --help             show this

Example:
  closeout learn "A closed move left the old mail monitor live for a week." \\
    --ticket T20260928.0041 --title "No monitor watches the old system" \\
    --section protection --evidence count
`;

const text = { type: 'string' } as const;
const options = {
  ticket: text,
  title: text,
  section: text,
  id: text,
  checklist: text,
  phase: text,
  by: text,
  evidence: text,
  level: text,
  when: text,
  today: text,
  'dry-run': { type: 'boolean' },
} as const;

const EVIDENCE = ['none', 'note', 'link', 'ticket', 'date', 'count', 'file', 'vault'] as const;

export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readOptions(args, options, 'learn');
  const [happened] = positionals;
  if (!happened?.trim() || positionals.length > 1) throw new Usage('Say in quotes what happened: closeout learn "What happened." --ticket T20261106.0001');
  const missing = (['ticket', 'title', 'section'] as const).filter((key) => !values[key]);
  if (missing.length > 0 && !io.ask) throw new Usage(`Missing: ${missing.map((key) => `--${key}`).join(', ')}. See closeout learn --help.`);
  const workspace = openWorkspace({ cwd: io.cwd, today: values.today, now: io.now });
  const { file, data, living } = livingOf(workspace, values.checklist);
  const sections = data.sections.map(({ id }) => id);
  const ask = async (key: 'ticket' | 'title' | 'section', question: string): Promise<string> => (values[key] ?? (await io.ask?.(question)) ?? '').trim();
  const ticket = await ask('ticket', 'Ticket: ');
  const title = await ask('title', 'The item, a state one can see (such as "A restore was tested"): ');
  const wanted = await ask('section', `Section (${sections.join(', ')}): `);
  const section = sections.indexOf(oneOf('section', wanted, sections) ?? '');
  namesNobody(`${happened}\n${title}`, workspace);
  const item = itemOf(values, { title, ticket, why: happened.trim(), date: workspace.today });
  if (checklistFacts(data).items.has(item.id)) throw new Usage(`There is an item "${item.id}" already. Give another --id.`);
  const after = withItem(living.text, living.places(), section, data.sections[section]?.items.length ?? 0, item);
  if (after === undefined) throw new Usage(`The items of ${wanted} stand on one line in ${file}. Give each a line of its own first.`);
  checkRead(file, after, data, item);
  const report = lintFiles(withText(workspace, file, after), [file], false);
  const own = report.diagnostics.filter((each) => each.severity !== 'info');
  const before = new Set(lintFiles(workspace, [file], false).diagnostics.map((each) => each.message));
  if (own.some((each) => each.severity === 'error')) {
    io.out(textFormat({ ...report, diagnostics: own }, viewOf(io)));
    io.err('closeout: not written; what stands above comes first.\n');
    return 1;
  }
  if (values['dry-run']) io.out((await import('../edit/diff.ts')).patch(file, living.text, after));
  else writeFile(`${workspace.root}/${file}`, after);
  const notes = report.diagnostics.filter((each) => each.ruleId === 'open-runs-affected' || (each.severity === 'warning' && !before.has(each.message)));
  const where = `${data.title}, ${data.sections[section]?.title}`;
  const messages = notes.map((each) => each.message);
  io.out(requestText(where, item, messages, values['dry-run'] ? undefined : file));
  return 0;
}

/** What is kept is the change to the process; who made a mistake is forgotten, on purpose. */
function namesNobody(said: string, { library }: Workspace): void {
  const [found] = personsIn(said, personsOf(library.people.values(), library.customers.values()));
  if (found) throw new Usage(`"${found.name}" is somebody's name or address. Say what was done, not who did it.`);
}

function livingOf(workspace: Workspace, wanted: string | undefined) {
  const names = workspace.tree.list('checklists').flatMap((file) => /^checklists\/([^/]+)\.yaml$/.exec(file)?.[1] ?? []);
  const parsed = names.map((name) => workspace.library.parsed(`checklists/${name}.yaml`)).filter((each) => each !== undefined);
  const projects = parsed.filter((each) => (each.value as Partial<Checklist> | undefined)?.subject === 'project').map((each) => stem(each.file));
  const name = wanted ?? (projects.length === 1 ? projects[0] : undefined);
  const living = parsed.find((each) => stem(each.file) === name);
  if (!name || !living) {
    const suggestion = wanted && nearest(wanted, names);
    throw new Usage(
      wanted
        ? `There is no checklist "${wanted}".${suggestion ? ` Did you mean ${suggestion}?` : ''}`
        : `Say which checklist with --checklist: ${projects.join(', ')}.`,
    );
  }
  const { places } = living;
  if (!places || living.diagnostics.length > 0) throw new Undecided(`${living.file} has errors. Run closeout lint on it.`);
  return { file: living.file, data: living.value as Checklist, living: { ...living, places } };
}

function stem(file: string): string {
  return file.slice('checklists/'.length, -'.yaml'.length);
}

type Values = { readonly [Key in keyof typeof options]?: string | boolean | undefined };

function itemOf(values: Values, { title, ticket, why, date }: { title: string; ticket: string; why: string; date: string }): Item {
  const given = (key: keyof Values): string | undefined => (typeof values[key] === 'string' ? values[key] : undefined);
  const kinds = (given('when') ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);
  return {
    id: given('id') ?? slugOf(title),
    title,
    level: oneOf('level', given('level'), ['must', 'should', 'may'] as const) ?? 'must',
    phase: given('phase') ?? 'closing',
    by: oneOf('by', given('by'), ['lead', 'support', 'either'] as const) ?? 'lead',
    evidence: oneOf('evidence', given('evidence'), EVIDENCE) ?? 'link',
    na: 'with-reason',
    ...(kinds.length > 0 ? { when: { any: kinds } } : {}),
    why,
    origin: { date, ticket },
  };
}

const SMALL = new Set(['a', 'an', 'the', 'is', 'are', 'was', 'were', 'of', 'on', 'in', 'to', 'for', 'each', 'every', 'has', 'have', 'with', 'by']);

/** "A restore from the new backup was tested" to "restore-from-new-backup". */
function slugOf(title: string): string {
  const words = title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ');
  const telling = words.filter((word) => !SMALL.has(word));
  return (telling.length > 0 ? telling : words).slice(0, 4).join('-').slice(0, 60);
}

/** Reads back what is about to be written: one item more, as it was meant. */
function checkRead(file: string, after: string, before: Checklist, item: Item): void {
  const read = parseFile('checklist', { file, text: after }, {});
  const [fault] = read.diagnostics;
  if (fault) throw new Usage(`This would not be a readable item: ${fault.message}`);
  const found = checklistFacts(read.value as Checklist).items;
  const same =
    JSON.stringify({ ...found.get(item.id), section: undefined, path: undefined }) === JSON.stringify({ ...item, section: undefined, path: undefined });
  if (!same || found.size !== checklistFacts(before).items.size + 1) throw new Error(`the item did not come back as it was written to ${file}`);
}

function requestText(where: string, item: Item, notes: readonly string[], file: string | undefined): string {
  const lines = [
    file ? `wrote ${file}` : '(not written)',
    '',
    'The pull request:',
    '',
    `  Ask for: ${item.title}`,
    '',
    `  ${where}: "${item.title}" (${item.level}).`,
    `  ${item.why}`,
    `  Ticket ${item.origin?.ticket}.`,
    ...notes.map((note) => `  ${note}`),
  ];
  return `${lines.map(oneLine).join('\n')}\n`;
}
