import { checklistFacts } from '../core/checklist.ts';
import type { Edit } from '../core/rule.ts';
import { splice } from '../core/splice.ts';
import { type Place, spanOf } from '../core/text.ts';
import type { Checklist } from '../core/types.generated.ts';
import { inline, textLine } from '../edit/render.ts';
import { parseFile } from '../parse/file.ts';

/** Keys of an item that speak of the organisation that wrote the list: its pages, its tickets. */
const OWN = ['how', 'origin'];

/** The shipped checklist as another organisation begins it: version 1.0.0, one entry of `changes` that says where it comes from, nothing that points at pages or tickets elsewhere. */
export function firstChecklist(text: string, from: string, today: string): string {
  const parsed = parseFile('checklist', { file: 'checklists/project-closeout.yaml', text }, {});
  if (!parsed.places || parsed.diagnostics.length > 0) throw new Error('the shipped checklist does not parse');
  const root = parsed.places();
  const { changes, ...data } = parsed.value as Checklist;
  const why = `Taken over from the list that comes with ${from}; nothing in it is ours yet.`;
  const first = `  - version: 1.0.0\n    date: ${today}\n${textLine('why', why, '    ')}`;
  const end = spanOf(root, ['changes', changes.length - 1])[1];
  const edits: Edit[] = [
    { span: spanOf(root, ['version']), text: inline('1.0.0') },
    { span: [lineOf(text, spanOf(root, ['changes', 0])[0]), text.indexOf('\n', end - 1) + 1], text: first },
  ];
  for (const { path } of checklistFacts({ ...data, changes }).items.values()) edits.push(...OWN.flatMap((key) => lineAt(text, root, [...path, key])));
  return splice(text, edits);
}

function lineOf(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** An edit that takes a key's line out; none where the key is not there. */
function lineAt(text: string, root: Place, path: readonly (string | number)[]): readonly Edit[] {
  const place = path.reduce<Place | undefined>((at, step) => at?.inside?.get(step), root);
  return place ? [{ span: [lineOf(text, place.key?.[0] ?? place.value[0]), text.indexOf('\n', place.value[1] - 1) + 1], text: '' }] : [];
}
