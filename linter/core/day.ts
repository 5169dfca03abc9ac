import { addDays, daysBetween } from './dates.ts';
import type { RunDocument } from './documents.ts';
import { closedOn, isWaived, onStates } from './run.ts';
import type { Engagement } from './types.generated.ts';
import { isSameButWording } from './version.ts';

/** How a project stands on a day, as support asks for it. */
export type Standing = 'planned' | 'active' | 'paused' | 'closing' | 'watched' | 'over';

/** The first and the last day of a run's watch window; undefined before closing. Day 1 is the day after closing. */
export function watchWindow(run: RunDocument): { readonly from: string; readonly to: string } | undefined {
  const closed = run.state === 'closed' || run.state === 'finished' ? closedOn(run) : undefined;
  return closed ? { from: addDays(closed, 1), to: addDays(closed, run.checklist?.data.watch ?? 30) } : undefined;
}

/** Whether a project is on, still watched, or over. A closed run whose closing day is not known counts as watched. */
export function standingOf(run: RunDocument): Standing {
  const { state } = run;
  if (state && onStates.has(state)) return state as Standing;
  if (state !== 'closed' && state !== 'finished') return 'over';
  const window = watchWindow(run);
  if (!window) return state === 'closed' ? 'watched' : 'over';
  return run.today <= window.to ? 'watched' : 'over';
}

/** Engagements from today on, the nearest first. */
export function comingEngagements(run: RunDocument): readonly Engagement[] {
  const key = (each: Engagement): string => `${each.date} ${each.time ?? '99:99'}`;
  return (run.run.engagements ?? []).filter((each) => each && each.date >= run.today).toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** A waiver in force that nobody has made good yet. */
export interface OpenWaiver {
  readonly run: RunDocument;
  readonly item: string;
  readonly title: string;
  readonly reason: string;
  readonly until: string | undefined;
  /** Days from today; negative once it has run out. */
  readonly days: number | undefined;
}

/** Waivers of a run that still stand, the first to run out first. */
export function openWaivers(run: RunDocument): readonly OpenWaiver[] {
  const waivers = [...run.answers].flatMap(([item, answer]) => {
    const current = run.settled.get(item) ?? answer;
    if (!isWaived(current)) return [];
    const title = run.checklist?.items.get(item)?.title ?? item;
    const days = current.until ? daysBetween(run.today, current.until) : undefined;
    return [{ run, item, title, reason: current.waived, until: current.until, days }];
  });
  return waivers.toSorted((a, b) => (a.until ?? '').localeCompare(b.until ?? '', 'en'));
}

/** What support looks at in the morning. */
export interface Day {
  readonly today: string;
  readonly engagements: readonly { readonly run: RunDocument; readonly engagement: Engagement }[];
  /** Active, paused and closing, the first to close first. */
  readonly on: readonly RunDocument[];
  readonly watched: readonly RunDocument[];
  readonly waivers: readonly OpenWaiver[];
  readonly behind: readonly RunDocument[];
}

/** The day's report over all runs. */
export function dayOf(runs: readonly RunDocument[], today: string): Day {
  const standing = (wanted: readonly Standing[]): RunDocument[] => runs.filter((run) => wanted.includes(standingOf(run)));
  const byClosing = (a: RunDocument, b: RunDocument): number => compare(a.run.project?.closes ?? '', b.run.project?.closes ?? '') || compare(a.id, b.id);
  const engagements = standing(['planned', 'active', 'paused', 'closing', 'watched']).flatMap((run) =>
    comingEngagements(run)
      .filter((each) => each.date === today)
      .map((engagement) => ({ run, engagement })),
  );
  return {
    today,
    engagements: engagements.toSorted((a, b) => compare(a.engagement.time ?? '', b.engagement.time ?? '') || compare(a.run.id, b.run.id)),
    on: standing(['active', 'paused', 'closing']).sort(byClosing),
    watched: standing(['watched']).sort(byClosing),
    waivers: standing(['closing', 'watched']).flatMap((run) => openWaivers(run)),
    behind: standing(['planned', 'active', 'paused', 'closing']).filter((run) => isBehind(run)),
  };
}

/** Whether a newer release of its checklist is out, with more in it than better words. */
export function isBehind({ checklist, releases }: RunDocument): boolean {
  const newest = checklist && releases.get(checklist.id)?.versions[0];
  return newest !== undefined && !isSameButWording(newest, checklist?.version ?? newest);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
