import { differences, heaviest } from '../core/difference.ts';
import type { Loose } from '../core/documents.ts';
import { nearest } from '../core/suggest.ts';
import type { Checklist } from '../core/types.generated.ts';
import { splitReference } from '../core/version.ts';
import { inertJson, inertLines, oneLine } from '../formats/escape.ts';
import { Undecided, Usage } from '../organisation/failure.ts';
import type { Workspace } from '../organisation/opened.ts';
import { openWorkspace } from '../workspace/open.ts';
import { type Io, viewOf } from './io.ts';
import { oneOf, readOptions } from './options.ts';

export const help = `Says in words what changed between two versions of a checklist.

Usage: closeout diff A [B] [options]

A and B are releases, as project-closeout@1.0.0, or the living list, as
project-closeout. Without B, A is compared with the living list; the living list
alone with its newest release, so it says what the next release brings.

  --format NAME   text or json (text)
  --help          show this

Examples:
  closeout diff project-closeout
  closeout diff project-closeout@1.1.1
  closeout diff project-closeout@1.0.0 project-closeout@1.1.1
`;

const options = { format: { type: 'string' } } as const;

const headings = {
  major: 'Blocks more, or asks for something else (major)',
  minor: 'Asks for more that does not block (minor)',
  patch: 'Says it better (patch)',
} as const;

export function run(args: readonly string[], io: Io): number {
  const { values, positionals } = readOptions(args, options, 'diff');
  const format = oneOf('format', values.format, ['text', 'json'] as const) ?? 'text';
  const [first, to] = positionals;
  if (!first || positionals.length > 2) throw new Usage('Say which versions: closeout diff project-closeout@1.0.0 project-closeout@1.1.1');
  const workspace = openWorkspace({ cwd: io.cwd, now: io.now });
  const from = to === undefined ? newestFor(workspace, first) : first;
  const before = checklistOf(workspace, from);
  const other = to ?? splitName(first).id;
  const after = checklistOf(workspace, other);
  const found = differences(before, after);
  if (format === 'json') {
    io.out(inertJson({ format: 'closeout-diff', version: 1, from, to: other, weight: heaviest(found), differences: found, complete: true }));
    return 0;
  }
  const { paint } = viewOf(io);
  const blocks = (['major', 'minor', 'patch'] as const).flatMap((weight) => {
    const own = found.filter((each) => each.weight === weight);
    return own.length === 0 ? [] : [`${paint('bold', headings[weight])}\n${own.map(({ words }) => `  ${oneLine(words)}\n`).join('')}`];
  });
  const text =
    blocks.length > 0 ? `${oneLine(`${from} -> ${other}`)}\n\n${blocks.join('\n')}` : `Nothing changed between ${oneLine(from)} and ${oneLine(other)}.\n`;
  io.out(inertLines(text));
  return 0;
}

/** The living list alone means: since its newest release. */
function newestFor({ library }: Workspace, name: string): string {
  const newest = library.releases.get(name)?.versions[0];
  return newest ? `${name}@${newest}` : name;
}

function splitName(name: string): { readonly id: string; readonly version?: string } {
  return name.includes('@') ? splitReference(name) : { id: name };
}

function checklistOf({ library, tree }: Workspace, name: string): Loose<Checklist> {
  const { id, version } = splitName(name);
  if (version === undefined) {
    const living = library.parsed(`checklists/${id}.yaml`);
    const known = tree.list('checklists').flatMap((file) => /^checklists\/([^/]+)\.yaml$/.exec(file)?.[1] ?? []);
    if (!living) throw new Usage(`There is no checklist "${id}".${hint(id, known)}`);
    if (!living.places || living.diagnostics.length > 0) throw new Undecided(`${living.file} cannot be read. Run closeout lint on it.`);
    return living.value as Checklist;
  }
  const shelf = library.releases.get(id);
  const release = shelf?.release(version);
  const known = [...library.releases].flatMap(([each, { versions }]) => versions.map((one) => `${each}@${one}`));
  if (!release && shelf?.versions.includes(version)) throw new Undecided(`checklists/releases/${name}.yaml cannot be read. Run closeout lint on it.`);
  if (!release) throw new Usage(`There is no release "${name}".${hint(name, known)}`);
  return release.data;
}

function hint(name: string, known: readonly string[]): string {
  const suggestion = nearest(name, known);
  return suggestion ? ` Did you mean ${suggestion}?` : known.length > 0 ? ` There are: ${known.slice(0, 10).join(', ')}.` : '';
}
