import { applies } from './checklist.ts';
import type { RunDocument, SignoffDocument } from './documents.ts';
import type { Diagnostic } from './rule.ts';
import { formOf } from './run.ts';
import { coveredItems, coversOf, sealedParts, sealOf } from './seal.ts';
import type { Signoff } from './types.generated.ts';

/** What a signature on a phase covers, in numbers. */
export interface Counts {
  readonly done: number;
  readonly na: number;
  readonly waived: number;
  readonly open: number;
  /** Items of the phase that do not apply to the project's kinds. */
  readonly elsewhere: number;
}

/** Counts the answers that a role's signature on a phase covers. */
export function countsOf(run: RunDocument, phase: string, role: string): Counts {
  const counts = { done: 0, na: 0, waived: 0, open: 0, elsewhere: 0 };
  for (const id of coveredItems(run, phase, role)) counts[formOf(run.answers.get(id))] += 1;
  const kinds = run.run.project?.kinds ?? {};
  for (const item of run.checklist?.items.values() ?? []) if (item.phase === phase && !item.retired && !applies(item, kinds)) counts.elsewhere += 1;
  return counts;
}

/** The counts as they stand in a sign-off's meaning. */
export function countsWords({ done, na, waived, open, elsewhere }: Counts): string {
  return `${done} done, ${na} not applicable, ${waived} waived, ${open} open; ${elsewhere} ${elsewhere === 1 ? 'item does' : 'items do'} not apply.`;
}

const sentences: Readonly<Record<string, string>> = {
  'closing lead': 'The work of this project is finished, and I hand it over.',
  'closing support': 'I accept this project into support.',
  'watch support': 'The watch window is over, and nothing of this project is left.',
};

/** A sealed sign-off of a run as it stands. */
export function signoffOf(run: RunDocument, phase: string, role: string, by: string, date: string): Signoff {
  const sentence = sentences[`${phase} ${role}`] ?? `I sign the ${phase} phase for ${role}.`;
  const meaning = `${sentence} ${countsWords(countsOf(run, phase, role))}`;
  const own = { checklist: run.run.checklist ?? '', project: run.id, phase, role, by, date, meaning };
  const parts = sealedParts(run, phase, role);
  return { ...own, covers: coversOf(parts), seal: sealOf(parts, own) };
}

/** The run as it would be with this sign-off beside it. */
export function withSignoff(run: RunDocument, signoff: SignoffDocument): RunDocument {
  const others = run.signoffs.filter((each) => each.phase !== signoff.phase || each.role !== signoff.role);
  return { ...run, signoffs: [...others, signoff] };
}

/** Diagnostics that keep a role from signing: all errors but those of items and signatures that come after it. */
export function obstacles(run: RunDocument, phase: string, role: string, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const covered = new Set(coveredItems(run, phase, role));
  return diagnostics.filter((each) => {
    if (each.severity !== 'error') return false;
    if (!each.item) return !each.ruleId.startsWith('signoff-');
    const item = run.checklist?.items.get(each.item);
    // what is wrong is wrong for everybody; what is merely open only for who signs it
    return each.ruleId !== 'item-answered' || item === undefined || covered.has(each.item);
  });
}
