import { digestOf } from '../core/digest.ts';
import type { RunDocument, SignoffDocument } from '../core/documents.ts';
import { withoutFix } from '../core/offer.ts';
import type { Diagnostic, Edit } from '../core/rule.ts';
import { sealedParts } from '../core/seal.ts';
import { splice } from '../core/splice.ts';
import { standingOfSignoff } from '../core/standing.ts';
import { type OpenedRun, openRun } from './documents.ts';
import { type Workspace, withText } from './opened.ts';

/** Each look opens the run anew. */
const MOST_LOOKS = 60;

/** A run's diagnostics, with fixes only where every signature beside it stays as it is: what else would be right is for people to write, and to sign. */
export function withSealsKept(workspace: Workspace, { document }: OpenedRun, diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const all = [...diagnostics];
  if (!document || document.signoffs.length === 0) return all;
  const kept: Edit[] = [];
  let looks = 0;
  return all.map((diagnostic) => {
    const { fix } = diagnostic;
    // of two that overlap the second waits for the next round
    if (!fix || diagnostic.file !== document.file || kept.some((each) => overlap(each, fix))) return diagnostic;
    looks += 1;
    const stales = looks > MOST_LOOKS ? document.signoffs[0] : staleAfter(workspace, document, splice(document.text, [...kept, fix]));
    if (!stales) kept.push(fix);
    return stales ? { ...withoutFix(diagnostic), stales: nameOf(stales) } : diagnostic;
  });
}

/** The first sign-off that covers something else once the run has this text, and does not fit it. */
function staleAfter(workspace: Workspace, before: RunDocument, text: string): SignoffDocument | undefined {
  const after = openRun(withText(workspace, before.file, text), before.file)?.document;
  return before.signoffs.find((signoff) => !after || (differs(before, after, signoff) && standingOfSignoff(after, signoff) !== 'sealed'));
}

function differs(before: RunDocument, after: RunDocument, { phase, role }: SignoffDocument): boolean {
  const covered = (run: RunDocument): string => digestOf(Object.fromEntries(sealedParts(run, phase, role)));
  return covered(before) !== covered(after);
}

function nameOf({ file }: SignoffDocument): string {
  return file.slice(file.lastIndexOf('/') + 1);
}

function overlap(a: Edit, b: Edit): boolean {
  return a.span[0] < b.span[1] && b.span[0] < a.span[1];
}
