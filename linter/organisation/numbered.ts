import type { LooseRun, NumberedRun } from '../core/documents.ts';
import { psaKey } from '../core/psa-number.ts';
import type { Place } from '../core/text.ts';
import type { Parsed } from '../parse/file.ts';
import { kindOf, projectOf } from '../parse/kinds.ts';
import { readYaml } from '../parse/yaml.ts';
import type { Workspace } from './opened.ts';
import { listed } from './select.ts';

/** A file's run, where it names a project of the PSA. */
export function numberedIn({ kind, file, text, value }: Pick<Parsed, 'kind' | 'file' | 'text' | 'value'>): readonly NumberedRun[] {
  const { project, state } = (kind === 'run' ? (value ?? {}) : {}) as LooseRun;
  const number = project?.psa;
  if (number === undefined) return [];
  const over = state === 'finished' || state === 'cancelled';
  return [{ id: projectOf(file), file, text, places: () => placesIn(text), number, started: project?.started ?? '', over }];
}

/** Read once more: what reading made of thousands of runs is not kept for the one that is pointed at. */
function placesIn(text: string): Place {
  const { root } = readYaml(text);
  if (!root) throw new Error('a run that was read cannot be read again');
  return root;
}

/** All runs that name this project of the PSA. Only those are parsed in whose text the number stands, or codes that may stand for it. */
export function runsNaming({ tree, library }: Pick<Workspace, 'tree' | 'library'>, number: string): readonly NumberedRun[] {
  const key = psaKey(number);
  const mayName = (text = ''): boolean => text.includes('\\') || text.toLowerCase().includes(key);
  const near = listed({ tree }, 'records/projects').filter((file) => kindOf(file) === 'run' && mayName(tree.read(file)?.text));
  const numbered = near.flatMap((file) => library.parsed(file) ?? []).flatMap(numberedIn);
  return numbered.filter((run) => psaKey(run.number) === key);
}
