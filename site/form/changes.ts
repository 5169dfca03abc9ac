import { patch } from '../../linter/engine.ts';
import { element } from '../components/element.ts';

/** What changed of a file, line by line; added and removed lines say so in words too. */
export function changeLines(file: string, before: string, after: string): HTMLElement[] {
  if (before === after) return [element('span', { className: 'line' }, 'Nothing yet.')];
  const lines = patch(file, before, after).trimEnd().split('\n').slice(2);
  return lines.map((line) => {
    const kind = line.startsWith('+') ? 'added' : line.startsWith('-') ? 'removed' : line.startsWith('@@') ? 'place' : 'same';
    return element('span', { className: `line ${kind}` }, `${line}\n`);
  });
}
