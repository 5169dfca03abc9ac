import type { Edit } from '../core/rule.ts';

/** Applies edits that do not overlap; line breaks of the new text follow those of the old. */
export function splice(text: string, edits: readonly Edit[]): string {
  const crlf = text.includes('\r\n');
  return edits
    .toSorted((a, b) => b.span[0] - a.span[0])
    .reduce((result, edit) => result.slice(0, edit.span[0]) + (crlf ? edit.text.replaceAll(/\r?\n/g, '\r\n') : edit.text) + result.slice(edit.span[1]), text);
}
