import type { Outcome } from '../core/outcome.ts';
import type { Diagnostic } from '../core/rule.ts';
import type { Verdict } from '../core/verdict.ts';
import { shown, type View } from './format.ts';

/** What somebody has to put in order: a run with all files of its folder, or a file of its own. */
export interface Unit {
  /** `<customer>/<project>`, or the file's path. */
  readonly name: string;
  /** The folder of a run, or the file. */
  readonly place: string;
  readonly verdict?: Verdict | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** All that was checked: runs first, each with what was found in its folder; then the other files. */
export function unitsOf(outcome: Outcome, view: View): readonly Unit[] {
  const folders = new Map(outcome.verdicts.map((verdict) => [folderOf(verdict.file), verdict]));
  const place = (file: string): string => (folders.has(folderOf(file)) ? folderOf(file) : file);
  const found = Map.groupBy(shown(outcome, view), (each) => place(each.file));
  const runs = [...folders].map(([folder, verdict]) => ({ name: verdict.run, place: folder, verdict, diagnostics: found.get(folder) ?? [] }));
  const files = new Set([...outcome.texts.keys(), ...found.keys()].map(place).filter((each) => !folders.has(each)));
  return [...runs, ...[...files].sort().map((file) => ({ name: file, place: file, diagnostics: found.get(file) ?? [] }))];
}

/** The place of a diagnostic as people write it, inside its unit: `run.yaml:12:3`. */
export function placeIn({ place, verdict }: Unit, { file, range }: Diagnostic): string {
  const inside = verdict ? file.slice(place.length + 1) : file;
  return `${inside}:${range.start.line}:${range.start.column}`;
}

function folderOf(file: string): string {
  return file.slice(0, Math.max(0, file.lastIndexOf('/')));
}
