import type { Edit } from '../core/rule.ts';
import { splice } from '../core/splice.ts';
import { type Place, spanOf } from '../core/text.ts';
import type { Item } from '../core/types.generated.ts';
import { inline, textLine } from './render.ts';

/** A living checklist's text with a new item at the end of a section; nothing else moves. Undefined where the section's items do not stand on lines of their own. */
export function withItem(text: string, root: Place, section: number, count: number, item: Item): string | undefined {
  const last = spanOf(root, ['sections', section, 'items', count - 1]);
  const first = text.lastIndexOf('\n', last[0]) + 1;
  const dash = /^[ \t]*-[ \t]+/.exec(text.slice(first))?.[0];
  if (!dash) return undefined;
  const indent = ' '.repeat(dash.length);
  const { id, title, why, origin, ...rest } = item;
  const lines = [
    `${dash}id: ${inline(id)}\n`,
    textLine('title', title, indent),
    ...Object.entries(rest).map(([key, value]) => `${indent}${key}: ${inline(value)}\n`),
    why === undefined ? '' : textLine('why', why, indent),
    origin === undefined ? '' : `${indent}origin: ${inline(origin)}\n`,
  ];
  const end = text[last[1] - 1] === '\n' ? last[1] : lineEnd(text, last[1]);
  const blank = /\n[ \t]*\r?\n[ \t]*- id:/.test(text.slice(0, last[1]));
  const edit: Edit = { span: [end, end], text: `${text[end - 1] === '\n' ? '' : '\n'}${blank ? '\n' : ''}${lines.join('')}` };
  return splice(text, [edit]);
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end + 1;
}
