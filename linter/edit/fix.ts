import type { Diagnostic, Edit } from '../core/rule.ts';
import { parseFile } from '../parse/file.ts';
import { kindOf } from '../parse/kinds.ts';
import { splice } from './splice.ts';

/** A text with the fixes of its diagnostics, and which of them are in it: of two that overlap the first. */
export interface Fixed {
  readonly text: string;
  readonly fixed: readonly Diagnostic[];
}

/** Applies what the diagnostics of one file offer. A file that could not be read afterwards is given back as it was. */
export function applyFixes(file: string, text: string, diagnostics: readonly Diagnostic[]): Fixed {
  const edits: Edit[] = [];
  const fixed: Diagnostic[] = [];
  for (const diagnostic of diagnostics) {
    const { fix } = diagnostic;
    if (!fix || edits.some(({ span }) => fix.span[0] < span[1] && span[0] < fix.span[1])) continue;
    edits.push(fix);
    fixed.push(diagnostic);
  }
  const after = splice(text, edits);
  return edits.length > 0 && isReadable(file, after) ? { text: after, fixed } : { text, fixed: [] };
}

/** A new word may mean something of its own in YAML: `: ` in it begins a value. */
function isReadable(file: string, text: string): boolean {
  const kind = kindOf(file);
  if (!kind || !file.endsWith('.yaml')) return true;
  return parseFile(kind, { file, text }, {}).diagnostics.length === 0;
}
