import { markdown as escaped, inertJson, inertLines } from './escape.ts';
import { clipped, type View } from './format.ts';
import { entryText } from './text.ts';

interface Person {
  readonly name: string;
  readonly phone?: string | undefined;
}

interface Project {
  readonly id: string;
  readonly customer: string;
  readonly name: string;
  readonly state: string;
  readonly lead: Person;
  readonly escalate: Person;
  readonly closes?: string | undefined;
  readonly impact?: string | undefined;
  readonly left: string;
  readonly watchedUntil?: string | undefined;
  readonly behind: boolean;
}

/** The day's report in plain rows. */
export interface DayRows {
  readonly today: string;
  readonly sample: boolean;
  readonly complete: boolean;
  readonly engagements: readonly {
    readonly time?: string | undefined;
    readonly site?: string | undefined;
    readonly zone?: string | undefined;
    readonly what: string;
    readonly impact: string;
    readonly project: Project;
  }[];
  readonly on: readonly Project[];
  readonly watched: readonly Project[];
  readonly waivers: readonly {
    readonly project: string;
    readonly title: string;
    readonly until?: string | undefined;
    readonly days?: number | undefined;
    readonly reason: string;
  }[];
  readonly behind: readonly { readonly project: string; readonly release?: string | undefined; readonly newest: string }[];
}

type Section = readonly [title: string, none: string, lines: readonly (readonly string[])[]];

/** The same sections for people at a terminal and in Markdown: a first line and more below it. */
function sections(rows: DayRows): readonly Section[] {
  const person = ({ name, phone }: Person): string => (phone ? `${name}, ${phone}` : name);
  return [
    [
      "Today's engagements",
      'None today.',
      rows.engagements.map((each) => [
        `${each.time ? `${each.time}${each.zone ? ` (${each.zone})` : ''} ` : ''}${each.project.customer}${each.site ? `, ${each.site}` : ''}: ${each.what}`,
        `Impact: ${each.impact}`,
        `Project: ${each.project.name}. Call ${person(each.project.lead)}`,
      ]),
    ],
    [
      'Projects that are on',
      'None.',
      rows.on.map((each) => [
        `${each.customer}: ${each.name} (${each.state}, closes ${each.closes ?? 'on no set day'})`,
        ...(each.impact ? [`Impact: ${each.impact}`] : []),
        `Call ${person(each.lead)}; escalate to ${person(each.escalate)}`,
        ...(each.state === 'closing' ? [`At the gate: ${each.left}`] : []),
      ]),
    ],
    [
      'Closed and watched',
      'None.',
      rows.watched.map((each) => [
        `${each.customer}: ${each.name}, watched until ${each.watchedUntil ?? 'its closing day is known'}`,
        `Call ${person(each.lead)}`,
      ]),
    ],
    [
      'Waivers that still stand',
      'None.',
      rows.waivers.map((each) => [`${each.project}: "${each.title}" until ${each.until ?? 'no set day'}${lasting(each.days)}`, `Because: ${each.reason}`]),
    ],
    ['Runs behind their checklist', 'None.', rows.behind.map((each) => [`${each.project} is on ${each.release}; the newest is ${each.newest}`])],
  ];
}

function lasting(days: number | undefined): string {
  if (days === undefined) return '';
  if (days < 0) return `, ran out ${-days} ${days === -1 ? 'day' : 'days'} ago`;
  return days === 0 ? ', runs out today' : `, ${days} ${days === 1 ? 'day' : 'days'} left`;
}

function text(rows: DayRows, view: View): string {
  const blocks = sections(rows).map(([title, none, entries]) => {
    const lines = entries.map((entry) => entryText(entry, view));
    return `${view.paint('bold', title)}\n${lines.join('\n') || `  ${none}`}`;
  });
  return inertLines(`${heading(rows)}\n\n${blocks.join('\n\n')}\n`);
}

function markdown(rows: DayRows): string {
  const blocks = sections(rows).map(([title, none, entries]) => {
    const lines = entries.map(([first = '', ...rest]) => [`- ${marked(first)}`, ...rest.map((line) => `  ${marked(line)}`)].join('  \n'));
    return `## ${title}\n\n${lines.join('\n') || none}`;
  });
  return `# ${heading(rows)}\n\n${blocks.join('\n\n')}\n`;
}

function heading({ today, sample }: DayRows): string {
  return `Projects on ${today}${sample ? ' (sample: the day stands still)' : ''}`;
}

/** A value has no bound of its own; a reader of Markdown may take minutes over a long one. */
export function marked(line: string): string {
  return escaped(clipped(line, 1000));
}

/** The day's report by the name that `--format` takes. */
export const days: Readonly<Record<string, (rows: DayRows, view: View) => string>> = {
  text,
  markdown,
  json: (rows) => inertJson({ format: 'closeout-report', version: 1, ...rows, complete: rows.complete }),
};
