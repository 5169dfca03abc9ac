import type { Edit } from './rule.ts';

/** Applies edits that do not overlap; line breaks of the new text follow those of the old. */
export function splice(text: string, edits: readonly Edit[]): string {
  const crlf = text.includes('\r\n');
  const parts: string[] = [];
  let at = 0;
  for (const { span, text: after } of edits.toSorted((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1])) {
    parts.push(text.slice(at, span[0]), crlf ? after.replaceAll(/\r?\n/g, '\r\n') : after);
    at = span[1];
  }
  return [...parts, text.slice(at)].join('');
}
