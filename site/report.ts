import { addDays, type Diagnostic } from '../linter/index.ts';
import { type Organisation, organisation, type ProjectView } from './data.ts';
import { comes, holds, type Span } from './days.ts';
import { daysOf, type Engagement, engagementsOf, newDays, type Waiver, waiversOf } from './panel.ts';

/** Days ahead for which the report tells of waivers that run out. */
export const WAIVER_DAYS = 14;
/** Days ahead for which the report tells of watch windows that end. */
export const WATCH_DAYS = 7;

/** Something that falls due, with the days on which the report tells of it. */
export interface Due<T> {
  readonly what: T;
  /** The day it falls due. */
  readonly day: string;
  readonly days: readonly Span[];
}

/** What a service manager looks at each morning. */
export interface DailyReport {
  readonly engagements: readonly Due<Engagement>[];
  readonly active: readonly ProjectView[];
  readonly waivers: readonly Due<Waiver>[];
  readonly windows: readonly Due<ProjectView>[];
  readonly behind: readonly { readonly project: ProjectView; readonly message: string }[];
}

/** Today's report, soonest first in each part. */
export function dailyReport(house: Organisation = organisation()): DailyReport {
  const ahead = reportAhead(house);
  const told = <T>(list: readonly Due<T>[]): Due<T>[] => list.filter((each) => holds(each.days, house.workspace.today));
  return { ...ahead, engagements: told(ahead.engagements), waivers: told(ahead.waivers), windows: told(ahead.windows) };
}

/** The report of today and of each day to come, as the records are now. */
export function reportAhead({ projects, report }: Organisation = organisation()): DailyReport {
  const on = projects.filter((each) => each.current);
  const waived = projects.filter((each) => each.current || each.state === 'closed').flatMap((each) => waiversOf(each));
  const engagements = on.flatMap((each) => engagementsOf(each)).filter(({ date, away, project }) => away >= 0 && holds(daysOf(project), date));
  const closed = projects.filter((each) => each.state === 'closed');
  const due = <T>(what: T, day: string | undefined, days: (day: string) => Span): Due<T>[] => (day === undefined ? [] : [{ what, day, days: [days(day)] }]);
  return {
    engagements: engagements.sort(byClock).flatMap((each) => due(each, each.date, (day) => ({ from: day, to: day }))),
    active: on.filter((each) => each.state === 'active' || each.state === 'closing').sort((a, b) => a.name.localeCompare(b.name, 'en')),
    waivers: waived.flatMap((each) => due(each, each.until, (day) => ({ from: addDays(day, -WAIVER_DAYS) }))).sort(byDay),
    windows: closed.flatMap((each) => due(each, each.watchEnds, (day) => ({ from: addDays(day, -WATCH_DAYS) }))).sort(byDay),
    behind: report.diagnostics.flatMap((each) => behindOf(each, projects)),
  };
}

/** Projects that closed in the last 30 days, the newest first. */
export function newToSupport({ projects, workspace }: Organisation = organisation()): readonly ProjectView[] {
  const lately = projects.filter((each) => comes(newDays(each), workspace.today));
  return lately.sort((a, b) => ((a.closedOn ?? '') > (b.closedOn ?? '') ? -1 : 1));
}

function byClock(a: Engagement, b: Engagement): number {
  const [first, second] = [a, b].map(({ date, clock = '99:99' }) => `${date} ${clock}`) as [string, string];
  return first < second ? -1 : Number(first > second);
}

function byDay(a: Due<unknown>, b: Due<unknown>): number {
  return a.day < b.day ? -1 : Number(a.day > b.day);
}

function behindOf({ ruleId, file, message }: Diagnostic, projects: readonly ProjectView[]) {
  const project = ruleId === 'run-behind' ? projects.find((each) => each.document.file === file) : undefined;
  return project ? [{ project, message }] : [];
}
