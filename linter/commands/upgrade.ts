import type { newestOf, Release } from '../core/checklist.ts';
import { nearest } from '../core/suggest.ts';
import { listed } from '../core/verdict.ts';
import { compareVersions } from '../core/version.ts';
import { newKinds, type Upgraded, upgraded } from '../edit/upgrade.ts';
import { oneLine } from '../formats/escape.ts';
import { Undecided, Usage } from '../organisation/failure.ts';
import { openWorkspace } from '../workspace/open.ts';
import { writeFile } from '../workspace/write.ts';
import type { Io } from './io.ts';
import { askKinds, kindsFrom } from './kinds.ts';
import { readOptions } from './options.ts';
import { documentOf, runFile } from './runs.ts';

export const help = `Moves a run to a newer release of its checklist. Answers and comments stay;
what is new is added open, and listed.

Usage: closeout upgrade RUN [options]

RUN is the project as customer/project, its folder or its run.yaml.

  --to VERSION    which release (the newest)
  --kinds A,B     which of the kinds hold that are new in it, or none
                  (asked for at a terminal)
  --dry-run       show the change as a patch, write nothing
  --help          show this

Examples:
  closeout upgrade cedar-ridge/mail-migration --dry-run
  closeout upgrade cedar-ridge/mail-migration --to 1.1.1
  closeout upgrade cedar-ridge/mail-migration --kinds none
`;

const options = { to: { type: 'string' }, kinds: { type: 'string' }, 'dry-run': { type: 'boolean' } } as const;

export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readOptions(args, options, 'upgrade');
  const [name] = positionals;
  if (!name || positionals.length > 1) throw new Usage('Say which run: closeout upgrade customer/project');
  const workspace = openWorkspace({ cwd: io.cwd, now: io.now });
  const file = runFile(workspace, name);
  const document = documentOf(workspace, file);
  const { run: data, checklist: from, text } = document;
  if (data.state === 'finished' || data.state === 'cancelled' || data.state === 'closed')
    throw new Usage(`This run is ${data.state}: it was judged by ${data.checklist} and stays on it.`);
  const to = targetOf(document.releases.get(from.id), from, values.to);
  if (!to) {
    io.out(`${document.id} is on ${from.id}@${from.version}, which is the newest.\n`);
    return 0;
  }
  const done = upgraded(file, text, data, from, to, await holding(newKinds(data, to), to, values.kinds, io));
  if (values['dry-run']) io.out((await import('../edit/diff.ts')).patch(file, text, done.text));
  else writeFile(`${workspace.root}/${file}`, done.text);
  io.out(
    `${document.id}: ${from.id} ${from.version} -> ${to.version}${values['dry-run'] ? ' (not written)' : ''}\n${newsOf(done, to, document.signoffs.length > 0)}`,
  );
  return 0;
}

/** Which of the kinds that are new hold: what nobody answered would leave items out that the gate then does not ask for. */
async function holding(kinds: readonly string[], to: Release, given: string | undefined, { ask }: Io): Promise<readonly string[]> {
  if (given !== undefined) return kindsFrom(given, kinds);
  if (kinds.length === 0) return [];
  const questions = kinds.map((kind) => [kind, to.kinds.get(kind) ?? ''] as const);
  if (ask) return askKinds(questions, ask);
  const told = questions.map(([kind, question]) => `${kind} (${question})`);
  throw new Usage(`${to.id}@${to.version} asks what this run has not answered: ${listed(told)} Add --kinds with those that hold, or --kinds none.`);
}

/** The release to move to; undefined where the run is on it. Throws Usage for one that is not there, or that is older. */
function targetOf(shelf: Parameters<typeof newestOf>[0], from: Release, wanted: string | undefined): Release | undefined {
  const version = wanted?.replace(`${from.id}@`, '') ?? shelf?.versions[0] ?? from.version;
  const versions = shelf?.versions ?? [];
  if (!versions.includes(version)) {
    const suggestion = nearest(version, versions);
    throw new Usage(`There is no release ${from.id}@${version}.${suggestion ? ` Did you mean ${suggestion}?` : ` There are: ${versions.join(', ')}.`}`);
  }
  if (compareVersions(version, from.version) < 0) throw new Usage(`The run is on ${from.version}; a release is never lowered.`);
  if (version === from.version) return undefined;
  const release = shelf?.release(version);
  if (!release) throw new Undecided(`${from.id}@${version} cannot be read. Run closeout lint on checklists/releases.`);
  return release;
}

function newsOf({ kinds, added, dropped, elsewhere, changed }: Upgraded, to: Release, signed: boolean): string {
  const lines = [
    ...kinds.map(([kind, holds]) => `${to.kinds.get(kind)} ${holds ? 'Yes' : 'No'}: ${kind}: ${holds}`),
    ...added.map((item) => `new: ${item.id}, "${item.title}" (${item.level})`),
    ...changed.map((item) => `asks for something else now: ${item.id}, "${item.title}"`),
    ...elsewhere.map((item) => `does not apply any more, delete its line: ${item.id}, "${item.title}"`),
    ...(dropped.length > 0 ? [`Not asked any more; the answers may stay: ${listed(dropped.map((item) => item.id))}.`] : []),
    ...(signed ? ['What was signed no longer fits: have it signed again.'] : []),
  ];
  return lines.length === 0 ? 'Nothing in it is new for this project.\n' : lines.map((line) => `  ${oneLine(line)}\n`).join('');
}
