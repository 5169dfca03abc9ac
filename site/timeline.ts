import { addDays, daysBetween } from '../linter/index.ts';
import { type Organisation, organisation, type ProjectView } from './data.ts';
import { engagementsOf, inTurn } from './panel.ts';

/** Weeks that the picture shows: the one before today's, today's, and eight more. */
const WEEKS = 10;
/** More rows than a page can show at a glance; the words below have them all. */
const MOST_ROWS = 40;

/** A bar of the picture; numbers are shares of its width, 0 to 1. */
export interface Bar {
  readonly kind: 'planned' | 'active' | 'paused' | 'closing' | 'watched';
  readonly from: number;
  readonly width: number;
}

/** A project's row. */
export interface TimelineRow {
  readonly project: ProjectView;
  readonly bars: readonly Bar[];
  /** Where its engagements are. */
  readonly marks: readonly number[];
}

/** Projects and watch windows over the next weeks. */
export interface Timeline {
  readonly from: string;
  /** Days that the picture is wide. */
  readonly days: number;
  readonly weeks: readonly { readonly day: string; readonly at: number }[];
  readonly today: number;
  readonly rows: readonly TimelineRow[];
  /** How many projects have no row. */
  readonly left: number;
}

/** What is on over the next eight weeks, the soonest impact first. */
export function timeline({ projects, workspace }: Organisation = organisation()): Timeline {
  const { today } = workspace;
  const from = addDays(mondayOf(today), -7);
  const days = WEEKS * 7;
  const share = (day: string): number => daysBetween(from, day) / days;
  const shown = inTurn(
    projects.filter((each) => each.current && begins(each) < addDays(from, days)),
    today,
  );
  return {
    from,
    days,
    weeks: Array.from({ length: WEEKS }, (_, week) => addDays(from, week * 7)).map((day) => ({ day, at: share(day) })),
    today: share(today),
    rows: shown.slice(0, MOST_ROWS).map((project) => ({
      project,
      bars: barsOf(project, today).flatMap(({ kind, first, last }) => bar(kind, share(first), share(addDays(last, 1)))),
      // in the middle of their day
      marks: engagementsOf(project)
        .map(({ date }) => share(date) + 0.5 / days)
        .filter((at) => at > 0 && at < 1),
    })),
    left: Math.max(0, shown.length - MOST_ROWS),
  };
}

function mondayOf(day: string): string {
  return addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
}

function begins({ document }: ProjectView): string {
  return document.run.project?.started ?? '';
}

/** The work up to its closing, or to today where that is overdue; then the watch window. */
function barsOf({ document, standing, closedOn, watchEnds }: ProjectView, today: string) {
  const { started = today, closes = today } = document.run.project ?? {};
  if (standing !== 'watched' && standing !== 'over') return [{ kind: standing, first: started, last: closes < today ? today : closes }];
  if (!closedOn || !watchEnds) return [{ kind: 'watched' as const, first: today, last: today }];
  const work = { kind: 'active' as const, first: started, last: closedOn };
  return [work, { kind: 'watched' as const, first: addDays(closedOn, 1), last: watchEnds }];
}

/** A bar cut at the edges of the picture; none where it lies outside. */
function bar(kind: Bar['kind'], first: number, last: number): Bar[] {
  const [from, to] = [Math.max(0, first), Math.min(1, last)];
  return to > from ? [{ kind, from, width: to - from }] : [];
}
