import { newestOf, type Release, releaseOf } from '../core/checklist.ts';
import { isDay } from '../core/dates.ts';
import { bump, differences, heaviest } from '../core/difference.ts';
import { editorSchemaText } from '../core/editor-schema.ts';
import { explainsNothing } from '../core/said.ts';
import type { Change, Checklist } from '../core/types.generated.ts';
import { compareVersions } from '../core/version.ts';
import { releaseText, withChange } from '../edit/checklist.ts';
import { text as textFormat } from '../formats/text.ts';
import { Undecided, Usage } from '../organisation/failure.ts';
import { lintFiles } from '../organisation/lint.ts';
import type { Workspace } from '../organisation/opened.ts';
import { type Parsed, parseFile } from '../parse/file.ts';
import { kindOf, releaseName } from '../parse/kinds.ts';
import { openWorkspace } from '../workspace/open.ts';
import { writeFile } from '../workspace/write.ts';
import { type Io, viewOf } from './io.ts';
import { readOptions } from './options.ts';

export const help = `Freezes a checklist as its next version, which runs can be pinned to.

The version is worked out from what changed since the newest release: a must
item added, tightened or retired is major; an optional item minor; wording
patch. closeout diff says what changed.

Usage: closeout release [CHECKLIST] [options]

  --all                every checklist that changed since it was released
  --why TEXT           why this version came (asked for at a terminal)
  --ticket NUMBER      the ticket behind it
  --previous-closes-until DAY
                       after this day no run on an older release may close
  --today YYYY-MM-DD   the day of the release
  --dry-run            say what would be written, write nothing
  --help               show this

Examples:
  closeout release
  closeout release project-closeout --ticket T20260928.0041 \\
    --why "A closed move left the old mail monitor live."
  closeout release --all --why "$TITLE" --dry-run
`;

const options = {
  why: { type: 'string' },
  ticket: { type: 'string' },
  'previous-closes-until': { type: 'string' },
  today: { type: 'string' },
  all: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
} as const;

export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readOptions(args, options, 'release');
  if (values.all && positionals.length > 0) throw new Usage('--all releases every checklist that changed. Leave it out, or the name.');
  const workspace = openWorkspace({ cwd: io.cwd, today: values.today, now: io.now });
  const names = values.all ? livingNames(workspace).filter((name) => hasNews(workspace, name)) : [positionals[0]];
  if (names.length === 0) io.out('Nothing to release: every checklist is as it was released.\n');
  const files = new Map<string, string>();
  for (const name of names) {
    const prepared = await prepare(workspace, name, values, io);
    if (!prepared) return 1;
    for (const [path, text] of prepared) files.set(path, text);
  }
  // all or none: of several lists the last may have a mistake
  for (const [path, text] of files) {
    if (!values['dry-run']) writeFile(`${workspace.root}/${path}`, text);
    io.out(`${values['dry-run'] ? 'would write' : 'wrote'} ${path}\n`);
  }
  return 0;
}

/** Whether a checklist that was released before has changed since. */
function hasNews({ library }: Workspace, name: string): boolean {
  const shelf = library.releases.get(name);
  const newest = newestOf(shelf);
  const living = library.parsed(`checklists/${name}.yaml`);
  if (!shelf || !living) return false;
  // what cannot be read is told when it is released
  return !newest || living.diagnostics.length > 0 || differences(newest.data, living.value as Checklist).length > 0;
}

/** The release that the next one follows; undefined before the first. Throws Undecided where it cannot be read: it would be written over. */
function newestIn({ library }: Workspace, id: string): Release | undefined {
  const shelf = library.releases.get(id);
  const newest = newestOf(shelf);
  if (shelf && !newest) throw new Undecided(`checklists/releases/${id}@${shelf.versions[0]}.yaml cannot be read. Run closeout lint on it.`);
  return newest;
}

/** The files that a release writes, none where nothing changed; undefined where the checklist has errors, which are shown. */
async function prepare(workspace: Workspace, wanted: string | undefined, values: Values, io: Io): Promise<ReadonlyMap<string, string> | undefined> {
  const living = livingOf(workspace, wanted);
  const data = living.value as Checklist;
  const newest = newestIn(workspace, data.id);
  const report = lintFiles(workspace, [living.file], false);
  if (report.diagnostics.some((each) => each.severity === 'error' && each.ruleId !== 'change-explained')) {
    io.out(textFormat(report, viewOf(io)));
    io.err('closeout: nothing was released; what stands above comes first.\n');
    return undefined;
  }
  const found = newest ? differences(newest.data, data) : [];
  if (newest && found.length === 0) {
    io.out(`Nothing to release: ${data.id} is as it was in ${newest.version}.\n`);
    return new Map();
  }
  const version = versionOf(newest, data, bump(newest?.version ?? data.version, heaviest(found)));
  io.out(
    `${data.id} ${newest ? `${newest.version} -> ` : ''}${version}${newest ? ` (${heaviest(found)})` : ' (first release)'}\n${found.map((each) => `  ${each.words}\n`).join('')}`,
  );
  const change = await changeOf(data, version, values, io, workspace.today);
  const text = change ? withChange(living.text, living.places(), change) : living.text;
  if (text === undefined) throw new Usage(`The entries of changes stand on one line in ${living.file}. Give each a line of its own first.`);
  return filesOf(workspace, living.file, text);
}

function livingNames({ tree }: Workspace): readonly string[] {
  const files = tree.list('checklists').filter((file) => kindOf(file) === 'checklist' && !releaseName(file));
  return files.map((file) => file.slice('checklists/'.length, -'.yaml'.length));
}

function livingOf(workspace: Workspace, wanted: string | undefined): Parsed & { places: NonNullable<Parsed['places']> } {
  const names = livingNames(workspace);
  // cards are followed, not filled in: who names nothing means the list that projects are closed with
  const projects = names.filter(
    (each) => (workspace.library.parsed(`checklists/${each}.yaml`)?.value as Partial<Checklist> | undefined)?.subject === 'project',
  );
  const [only, ...more] = projects.length > 0 ? projects : names;
  const name = wanted?.replace(/^checklists\//, '').replace(/\.yaml$/, '') ?? (more.length === 0 ? only : undefined);
  if (!name) throw new Usage(`Say which checklist: ${names.join(', ') || 'there is none in checklists/'}.`);
  const parsed = names.includes(name) ? workspace.library.parsed(`checklists/${name}.yaml`) : undefined;
  if (!parsed) throw new Usage(`There is no checklists/${name}.yaml. There are: ${names.join(', ') || 'none'}.`);
  const [first] = parsed.diagnostics;
  if (first || !parsed.places)
    throw new Usage(`${parsed.file}:${first?.range.start.line ?? 1}:${first?.range.start.column ?? 1} ${first?.message ?? 'cannot be read.'}`);
  return { ...parsed, places: parsed.places };
}

/** A version that was raised by hand stands, if it is not below what the change asks for. */
function versionOf(newest: Release | undefined, data: Checklist, least: string): string {
  if (!newest || compareVersions(data.version, newest.version) <= 0) return least;
  if (compareVersions(data.version, least) < 0)
    throw new Usage(
      `version is ${data.version}, but what changed asks for ${least} at least. Put ${newest.version} back and run closeout release again; it works the version out.`,
    );
  return data.version;
}

type Values = { why?: string | undefined; ticket?: string | undefined; 'previous-closes-until'?: string | undefined };

/** The entry that explains the version; undefined where one was written by hand. */
async function changeOf(data: Checklist, version: string, values: Values, io: Io, today: string): Promise<Change | undefined> {
  if (data.version === version && data.changes[0]?.version === version) return undefined;
  const why = values.why ?? (await io.ask?.('Why did this change come? One or two sentences: ')) ?? '';
  if (explainsNothing(why, 10))
    throw new Usage(
      `${why.trim() ? 'This why tells nobody what happened' : 'A version needs its why'}. Give it with --why "What happened, in a sentence or two."`,
    );
  const until = values['previous-closes-until'];
  if (until && !isDay(until)) throw new Usage(`--previous-closes-until takes a day like 2026-12-01, not "${until}".`);
  const rest = { ...(values.ticket ? { ticket: values.ticket } : {}), ...(until ? { 'previous-closes-until': until } : {}) };
  return { version, date: today, why: why.trim(), ...rest };
}

/** The files of a release: the living checklist, its frozen text, and the schema for editors. */
export function filesOf({ settings }: Pick<Workspace, 'settings'>, file: string, text: string): ReadonlyMap<string, string> {
  const parsed = parseFile('checklist', { file, text }, settings);
  // what we are about to freeze is read as anybody will read it
  if (parsed.diagnostics.length > 0) throw new Error(`the new text of ${file} does not parse: ${parsed.diagnostics[0]?.message}`);
  const data = parsed.value as Checklist;
  const name = `${data.id}@${data.version}`;
  return new Map([
    [file, text],
    [`checklists/releases/${name}.yaml`, releaseText(text, data)],
    [`schemas/runs/${name}.schema.json`, editorSchemaText(releaseOf(data), settings.site)],
  ]);
}
