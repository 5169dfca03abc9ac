import { daysBetween } from './dates.ts';
import { openWaivers, watchWindow } from './day.ts';
import type { RunDocument } from './documents.ts';
import type { Diagnostic } from './rule.ts';
import { formOf, itemsFor } from './run.ts';
import { askedSignoffs, findSignoff } from './seal.ts';
import { type SignoffStanding, standingOfSignoff } from './standing.ts';
import type { Item } from './types.generated.ts';
import type { Verdict } from './verdict.ts';

/** An item that still blocks the next gate. */
export interface LeftItem {
  readonly id: string;
  readonly title: string;
  readonly section: string;
  readonly by: Item['by'];
  readonly evidence: Item['evidence'];
  /** 1-based place in the run's file. */
  readonly line: number;
  readonly column: number;
  /** What is wrong with the answer that stands there; undefined where it is only open. */
  readonly wrong?: string | undefined;
}

/** A sign-off that the checklist asks for. */
export interface SignoffStatus {
  readonly phase: string;
  readonly role: string;
  readonly standing: SignoffStanding | 'missing';
  readonly by?: string | undefined;
  readonly date?: string | undefined;
}

/** How a run stands before its next gate. */
export interface Status {
  readonly run: string;
  readonly file: string;
  readonly customer: string;
  readonly name: string;
  readonly state: string;
  readonly checklist: string;
  readonly lead: string;
  readonly backup: string;
  readonly started?: string | undefined;
  readonly closes?: string | undefined;
  /** Days to the planned closing; negative once it has passed. */
  readonly days?: number | undefined;
  readonly watchUntil?: string | undefined;
  /** The state that the next gate leads to; undefined in the archive. */
  readonly gate?: 'closed' | 'finished' | undefined;
  readonly verdict: Verdict;
  readonly left: readonly LeftItem[];
  /** Open items that do not block. */
  readonly optional: number;
  readonly others: readonly Diagnostic[];
  readonly signoffs: readonly SignoffStatus[];
  readonly waivers: readonly {
    readonly item: string;
    readonly title: string;
    readonly until?: string | undefined;
    readonly days?: number | undefined;
    readonly reason: string;
  }[];
}

/** The gate that a run comes to next. */
export function nextGate(state: RunDocument['state']): 'closed' | 'finished' | undefined {
  if (state === 'finished' || state === 'cancelled') return undefined;
  return state === 'closed' ? 'finished' : 'closed';
}

/** What is left of a run, from its diagnostics as the next gate would give them. */
export function statusOf(run: RunDocument, state: string, diagnostics: readonly Diagnostic[], verdict: Verdict): Status {
  const { project } = run.run;
  const name = (id: string | undefined): string => run.people.get(id ?? '')?.name ?? id ?? 'nobody';
  const blocking = diagnostics.filter((each) => each.severity === 'error' || each.pending);
  const items = itemsFor(run.checklist, project?.kinds);
  const optional = [...items].filter((item) => item.level !== 'must' && run.phases.includes(item.phase) && formOf(run.answers.get(item.id)) === 'open');
  return {
    run: run.id,
    file: run.file,
    customer: run.customers.get(project?.customer ?? '')?.name ?? project?.customer ?? '',
    name: project?.name ?? run.id,
    state,
    checklist: run.run.checklist ?? '',
    lead: name(project?.lead),
    backup: name(project?.backup),
    started: project?.started,
    closes: project?.closes,
    days: project?.closes ? daysBetween(run.today, project.closes) : undefined,
    watchUntil: watchWindow(run)?.to,
    gate: nextGate(state as RunDocument['state']),
    verdict,
    left: leftItems(run, blocking),
    optional: optional.length,
    others: blocking.filter((each) => !each.item && !each.ruleId.startsWith('signoff-')),
    signoffs: askedSignoffs(run).map(({ phase, role }) => {
      const signoff = findSignoff(run, phase, role);
      if (!signoff) return { phase, role, standing: 'missing' };
      return { phase, role, standing: standingOfSignoff(run, signoff), by: name(signoff.data.by), date: signoff.data.date };
    }),
    waivers: openWaivers(run).map(({ item, title, until, days, reason }) => ({ item, title, until, days, reason })),
  };
}

function leftItems(run: RunDocument, blocking: readonly Diagnostic[]): LeftItem[] {
  const byItem = Map.groupBy(
    blocking.filter((each) => each.item),
    (each) => each.item ?? '',
  );
  const order = [...(run.checklist?.items.keys() ?? [])];
  return [...byItem]
    .toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([id, [first]]) => {
      const item = run.checklist?.items.get(id);
      const start = first?.range.start ?? { line: 1, column: 1 };
      const facts = { title: item?.title ?? id, section: item?.section ?? '', by: item?.by ?? 'either', evidence: item?.evidence ?? 'none' };
      return { id, ...facts, line: start.line, column: start.column, wrong: first?.ruleId === 'item-answered' ? undefined : first?.message };
    });
}
