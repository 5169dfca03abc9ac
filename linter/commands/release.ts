import { newestOf, type Release, releaseOf } from '../core/checklist.ts';
import { isDay } from '../core/dates.ts';
import { bump, differences, heaviest } from '../core/difference.ts';
import { editorSchema } from '../core/editor-schema.ts';
import type { Change, Checklist } from '../core/types.generated.ts';
import { compareVersions } from '../core/version.ts';
import { releaseText, withChange } from '../edit/checklist.ts';
import { text as textFormat } from '../formats/text.ts';
import { type Parsed, parseFile } from '../parse/file.ts';
import { kindOf, releaseName } from '../parse/kinds.ts';
import { Usage } from '../workspace/failure.ts';
import { lintFiles } from '../workspace/lint.ts';
import { openWorkspace, type Workspace } from '../workspace/open.ts';
import { writeFile } from '../workspace/write.ts';
import { type Io, viewOf } from './io.ts';
import { readOptions } from './options.ts';

export const help = `Freezes a checklist as its next version, which runs can be pinned to.

The version is worked out from what changed since the newest release: a must
item added, tightened or retired is major; an optional item minor; wording patch.

Usage: closeout release [CHECKLIST] [options]

  --why TEXT                       why this version came (asked for at a terminal)
  --ticket NUMBER                  the ticket behind it
  --previous-closes-until DAY      after this day no run on an older release may close
  --today YYYY-MM-DD               the day of the release
  --dry-run                        say what would be written, write nothing
  --help                           show this

Examples:
  closeout release
  closeout release project-closeout --why "A closed move left the old mail monitor live."
`;

const options = {
  why: { type: 'string' },
  ticket: { type: 'string' },
  'previous-closes-until': { type: 'string' },
  today: { type: 'string' },
  'dry-run': { type: 'boolean' },
} as const;

export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readOptions(args, options, 'release');
  const workspace = openWorkspace({ cwd: io.cwd, today: values.today, now: io.now });
  const living = livingOf(workspace, positionals[0]);
  const report = lintFiles(workspace, [living.file], false);
  if (report.diagnostics.some((each) => each.severity === 'error' && each.ruleId !== 'change-explained')) {
    io.out(textFormat(report, viewOf(io)));
    return 1;
  }
  const data = living.value as Checklist;
  const newest = newestOf(workspace.library.releases.get(data.id));
  const found = newest ? differences(newest.data, data) : [];
  if (newest && found.length === 0) {
    io.out(`Nothing to release: ${data.id} is as it was in ${newest.version}.\n`);
    return 0;
  }
  const version = versionOf(newest, data, bump(newest?.version ?? data.version, heaviest(found)));
  io.out(
    `${data.id} ${newest ? `${newest.version} -> ` : ''}${version}${newest ? ` (${heaviest(found)})` : ' (first release)'}\n${found.map((each) => `  ${each.words}\n`).join('')}`,
  );
  const change = await changeOf(data, version, values, io, workspace.today);
  const text = change ? withChange(living.text, living.places(), change) : living.text;
  write(workspace, living.file, text, Boolean(values['dry-run']), io);
  return 0;
}

function livingOf(workspace: Workspace, wanted: string | undefined): Parsed & { places: NonNullable<Parsed['places']> } {
  const files = workspace.tree.list('checklists').filter((file) => kindOf(file) === 'checklist' && !releaseName(file));
  const names = files.map((file) => file.slice('checklists/'.length, -'.yaml'.length));
  const name = wanted?.replace(/^checklists\//, '').replace(/\.yaml$/, '') ?? (names.length === 1 ? names[0] : undefined);
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
  if (why.trim().length < 10) throw new Usage('A version needs its why. Give it with --why "What happened, in a sentence or two."');
  const until = values['previous-closes-until'];
  if (until && !isDay(until)) throw new Usage(`--previous-closes-until takes a day like 2026-12-01, not "${until}".`);
  const rest = { ...(values.ticket ? { ticket: values.ticket } : {}), ...(until ? { 'previous-closes-until': until } : {}) };
  return { version, date: today, why: why.trim(), ...rest };
}

function write({ root, settings }: Workspace, file: string, text: string, dry: boolean, io: Io): void {
  const parsed = parseFile('checklist', { file, text }, settings);
  // what we are about to freeze is read as anybody will read it
  if (parsed.diagnostics.length > 0) throw new Error(`the new text of ${file} does not parse: ${parsed.diagnostics[0]?.message}`);
  const data = parsed.value as Checklist;
  const name = `${data.id}@${data.version}`;
  const files = new Map([
    [file, text],
    [`checklists/releases/${name}.yaml`, releaseText(text, data)],
    [`schemas/runs/${name}.schema.json`, `${JSON.stringify(editorSchema(releaseOf(data)), null, 2)}\n`],
  ]);
  for (const [path, content] of files) {
    if (!dry) writeFile(`${root}/${path}`, content);
    io.out(`${dry ? 'would write' : 'wrote'} ${path}\n`);
  }
}
