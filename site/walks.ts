import { addDays, daysBetween, walksOf, walkthroughsIn } from '../linter/index.ts';
import { type Organisation, organisation } from './data.ts';
import { awaySaid, holds, type Span } from './days.ts';
import { dayWords } from './times.ts';
import { joined } from './words.ts';

/** Days ahead of which the page says that a walk falls due. */
const SOON = 30;

/** One walk of a process. */
export interface WalkView {
  readonly date: string;
  readonly walker: string;
  readonly ownArea: boolean;
  readonly toEnd: boolean;
  readonly firstFailed?: string | undefined;
  readonly findings: readonly string[];
}

/** A process with its walks, newest first. */
export interface ProcessView {
  readonly id: string;
  readonly title: string;
  /** The page that is walked, as the config names it. */
  readonly document: string;
  readonly every: number;
  readonly last?: string | undefined;
  /** The last day on which the next walk is in time; undefined where there was none yet. */
  readonly due?: string | undefined;
  /** Days until then; negative once it is overdue. */
  readonly away?: number | undefined;
  /** Names of those who got to the end. */
  readonly finishers: readonly string[];
  readonly walks: readonly WalkView[];
}

/** The processes of the config, what is due soonest first. */
export function processes({ workspace }: Organisation = organisation()): readonly ProcessView[] {
  const { config, library, today } = workspace;
  const walkthroughs = walkthroughsIn(workspace);
  const nameOf = (id: string): string => library.people.get(id)?.name ?? id;
  const views = (config.processes ?? []).map(({ id, title, document, 'walk-every': every }) => {
    const { walks, last, finishers } = walksOf(id, walkthroughs, today);
    const due = last === undefined ? undefined : addDays(last, every);
    return {
      id,
      title,
      document,
      every,
      last,
      due,
      away: due === undefined ? undefined : daysBetween(today, due),
      finishers: [...finishers].map(nameOf),
      walks: walks.map((walk) => ({
        date: walk.date ?? '',
        walker: walk.walker === undefined ? 'Somebody' : nameOf(walk.walker),
        ownArea: walk['outside-own-area'] === false,
        toEnd: walk['followed-to-end'] === true,
        firstFailed: walk['first-failed'],
        findings: (walk.findings ?? []).filter((each) => each !== undefined),
      })),
    };
  });
  return views.sort((a, b) => (a.away ?? Number.NEGATIVE_INFINITY) - (b.away ?? Number.NEGATIVE_INFINITY));
}

/** How pressing a walk is. */
type Pressing = 'over' | 'soon' | 'later';

/** What is said of a walk that is due, and on which days; `{away}` stands for how far away it is. */
export function dueStages(due: string): readonly { readonly days: readonly Span[]; readonly says: string; readonly pressing: Pressing }[] {
  const soon = addDays(due, -SOON);
  return [
    { days: [{ to: addDays(soon, -1) }], says: `Due {away}, by ${dayWords(due)}.`, pressing: 'later' },
    { days: [{ from: soon, to: due }], says: `Due soon: {away}, by ${dayWords(due)}.`, pressing: 'soon' },
    { days: [{ from: addDays(due, 1) }], says: `Overdue: it was due {away}, by ${dayWords(due)}.`, pressing: 'over' },
  ];
}

/** When the next walk is due, in words, and how pressing it is. */
export function dueWords({ due, away }: Pick<ProcessView, 'due' | 'away'>): { readonly says: string; readonly pressing: Pressing } {
  const today = due === undefined || away === undefined ? undefined : addDays(due, -away);
  const stage = due === undefined || today === undefined ? undefined : dueStages(due).find(({ days }) => holds(days, today));
  if (!due || !today || !stage) return { says: 'Nobody has walked it yet. A first walk is due now.', pressing: 'over' };
  return { says: awaySaid(due, today, stage.says), pressing: stage.pressing };
}

/** Who got to the end, in words. */
export function finisherWords(names: readonly string[]): string {
  if (names.length === 0) return 'Nobody has got to its end yet.';
  if (names.length === 1) return `Only ${names[0]} has got to its end.`;
  return `${joined(names)} have got to its end.`;
}
