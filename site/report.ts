import { type Diagnostic, daysBetween } from '../linter/index.ts';
import { type Organisation, organisation, type ProjectView } from './data.ts';
import { type Engagement, engagementsOf, type Waiver, waiversOf } from './panel.ts';

/** Days ahead for which the report tells of waivers that run out. */
export const WAIVER_DAYS = 14;
/** Days ahead for which the report tells of watch windows that end. */
export const WATCH_DAYS = 7;

/** Something with the days until it falls due; negative once it is overdue. */
export interface Due<T> {
  readonly what: T;
  readonly day: string;
  readonly away: number;
}

/** What a service manager looks at each morning. */
export interface DailyReport {
  readonly engagements: readonly Engagement[];
  readonly active: readonly ProjectView[];
  readonly waivers: readonly Due<Waiver>[];
  readonly windows: readonly Due<ProjectView>[];
  readonly behind: readonly { readonly project: ProjectView; readonly message: string }[];
}

/** Today's report, soonest first in each part. */
export function dailyReport({ projects, report }: Organisation = organisation()): DailyReport {
  const on = projects.filter((each) => each.current);
  const active = on.filter((each) => each.state === 'active' || each.state === 'closing');
  const { today } = report;
  const waivers = [...on, ...projects.filter((each) => each.state === 'closed' && !each.current)]
    .flatMap((each) => waiversOf(each))
    .flatMap((waiver) => dueBy(waiver, waiver.until, today, WAIVER_DAYS));
  return {
    engagements: on.flatMap((each) => engagementsOf(each)).filter((each) => each.away === 0),
    active: active.sort((a, b) => a.name.localeCompare(b.name, 'en')),
    waivers: waivers.sort(bySoonest),
    windows: projects
      .filter((each) => each.state === 'closed')
      .flatMap((each) => dueBy(each, each.watchEnds, today, WATCH_DAYS))
      .sort(bySoonest),
    behind: report.diagnostics.flatMap((each) => behindOf(each, projects)),
  };
}

/** The days until a watch window ends, its last day counted; undefined where the closing day is not known. */
export function watchLeft(project: ProjectView): number | undefined {
  return project.watchEnds === undefined ? undefined : daysBetween(project.document.today, project.watchEnds);
}

function dueBy<T>(what: T, day: string | undefined, today: string, within: number): Due<T>[] {
  if (day === undefined) return [];
  const away = daysBetween(today, day);
  return away <= within ? [{ what, day, away }] : [];
}

function bySoonest(a: Due<unknown>, b: Due<unknown>): number {
  return a.away - b.away;
}

function behindOf({ ruleId, file, message }: Diagnostic, projects: readonly ProjectView[]) {
  const project = ruleId === 'run-behind' ? projects.find((each) => each.document.file === file) : undefined;
  return project ? [{ project, message }] : [];
}
