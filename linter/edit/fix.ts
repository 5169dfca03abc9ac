import type { Diagnostic, Edit } from '../core/rule.ts';
import { splice } from '../core/splice.ts';
import { parseFile } from '../parse/file.ts';
import { kindOf } from '../parse/kinds.ts';
import type { parsePage } from '../parse/page.ts';

/** A text with the fixes of its diagnostics, and which of them are in it: of two that overlap the first. */
export interface Fixed {
  readonly text: string;
  readonly fixed: readonly Diagnostic[];
  /** With these in it the file could not be read back. */
  readonly refused: readonly Diagnostic[];
}

/** Each look parses the file. */
const MOST_LOOKS = 200;

/** What reads a page back; it brings the Markdown reader, so whoever mends one loads it. */
export type PageReader = typeof parsePage;

/** Applies what the diagnostics of one file offer. What would leave a file that cannot be read is not put in. */
export function applyFixes(file: string, text: string, diagnostics: readonly Diagnostic[], readPage?: PageReader): Fixed {
  const fixed: Diagnostic[] = [];
  const refused: Diagnostic[] = [];
  let looks = 0;
  const before = faultsOf(file, text, readPage) ?? 0;
  const isReadBack = (after: string): boolean => (faultsOf(file, after, readPage) ?? Number.POSITIVE_INFINITY) <= before;
  const put = (those: readonly Diagnostic[]): void => {
    looks += 1;
    if (looks <= MOST_LOOKS && isReadBack(withFixes(text, [...fixed, ...those]))) fixed.push(...those);
    else if (those.length === 1 || looks > MOST_LOOKS) refused.push(...those);
    else for (const half of [those.slice(0, those.length >> 1), those.slice(those.length >> 1)]) put(half);
  };
  const offered = apart(diagnostics);
  if (offered.length > 0) put(offered);
  return { text: withFixes(text, fixed), fixed, refused };
}

function withFixes(text: string, diagnostics: readonly Diagnostic[]): string {
  return splice(
    text,
    diagnostics.flatMap(({ fix }) => fix ?? []),
  );
}

/** Of fixes that overlap the first. */
function apart(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const kept: Diagnostic[] = [];
  let last: Edit['span'] = [-1, -1];
  const inOrder = diagnostics.flatMap((diagnostic) => (diagnostic.fix ? [{ diagnostic, span: diagnostic.fix.span }] : []));
  for (const { diagnostic, span } of inOrder.sort((a, b) => a.span[0] - b.span[0])) {
    if (span[0] < last[1] || span[0] === last[0]) continue;
    last = span;
    kept.push(diagnostic);
  }
  return kept;
}

/** How many faults of its shape a file has; undefined where it cannot be read: a new word may mean something of its own, as `: ` in it. A draft is read as it comes. */
function faultsOf(file: string, text: string, readPage: PageReader | undefined): number | undefined {
  const kind = kindOf(file);
  if (!kind) return 0;
  const isPage = kind === 'page' || kind === 'doc';
  if (isPage && !readPage) throw new Error(`the Markdown reader was not loaded for ${file}`);
  const parsed = isPage && readPage ? readPage(kind, { file, text }, {}) : parseFile(kind, { file, text }, {});
  return parsed.places && parsed.diagnostics.length;
}
