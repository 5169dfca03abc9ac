import { addDays, comingEngagements, daysBetween, type OpenWaiver, openWaivers, type RunDocument } from '../linter/index.ts';
import { type Organisation, organisation, type ProjectView, type Unread } from './data.ts';
import { ALWAYS, comes, cutAfter, holds, type Span, soonestFirst, type Turn } from './days.ts';
import { timeWords } from './times.ts';

/** Days after closing in which a project is new to support, whatever its watch window. */
export const NEW_DAYS = 30;

/** A customer as the pages show it. One that only projects name has its id as a name. */
export interface CustomerView {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** On or in their watch window, soonest engagement first. */
  readonly projects: readonly ProjectView[];
  /** Their watch window is shorter than the 30 days in which support asks for them: from then on they are named, no more. */
  readonly lately: readonly ProjectView[];
  /** Files that could not be read: with them "no project is on" cannot be said. */
  readonly unread: readonly Unread[];
}

/** A visit or a change that is planned at a customer. */
export interface Engagement {
  readonly date: string;
  /** With its zone, as the site's clock shows it. */
  readonly time?: string | undefined;
  /** The same as it is on record, and its zone. */
  readonly clock?: string | undefined;
  readonly zone: string;
  readonly site?: string | undefined;
  readonly what: string;
  readonly impact: string;
  /** Days from today; negative once it is over. */
  readonly away: number;
  readonly project: ProjectView;
}

/** Whom to call: only what the site may show of a person. */
export interface Contact {
  readonly name: string;
  readonly phone?: string | undefined;
  /** Days on which they hold a role: on others, do not wait for an answer. */
  readonly here: readonly Span[];
}

/** What stays the same for some days. */
export interface Stretch<T> {
  readonly days: readonly Span[];
  readonly what: T;
}

/** An item that is waived and not made good yet. */
export interface Waiver extends OpenWaiver {
  readonly ticket?: string | undefined;
  readonly project: ProjectView;
}

/** All customers by name, with what is on at each. */
export function customers({ workspace, projects, unread }: Organisation = organisation()): readonly CustomerView[] {
  const known = workspace.library.customers;
  const ids = new Set([...known.keys(), ...projects.flatMap((each) => each.customers), ...unread.map((each) => each.customer)]);
  const views = [...ids].map((id) => ({
    id,
    name: known.get(id)?.name ?? id,
    aliases: known.get(id)?.aliases ?? [],
    projects: inTurn(
      projects.filter((each) => each.current && each.customers.includes(id)),
      workspace.today,
    ),
    lately: projects.filter((each) => each.customers.includes(id) && comes(latelyDays(each), workspace.today)),
    unread: unread.filter((each) => each.customer === id),
  }));
  return views.sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** Projects with the soonest impact first. */
export function inTurn(projects: readonly ProjectView[], today: string): ProjectView[] {
  const order = soonestFirst(today);
  return projects.toSorted((a, b) => order(turnOf(a), turnOf(b)));
}

/** What decides when a project's turn comes in its customer's panel. */
export function turnOf({ document, standing, closedOn, name }: ProjectView): Turn {
  const engagements = comingEngagements(document).map(({ date, time = '' }) => `${date} ${time}`.trim());
  return { engagements, watched: standing === 'watched', closes: closedOn ?? document.run.project?.closes ?? '', name };
}

/** The days on which a project is on or watched, as it is now: a watch window ends by itself, nothing else does. */
export function daysOf({ current, watchEnds }: ProjectView): readonly Span[] {
  if (!current) return [];
  return watchEnds === undefined ? ALWAYS : [{ to: watchEnds }];
}

/** The days on which a project that has closed is new to support. */
export function newDays({ closedOn }: ProjectView): readonly Span[] {
  return closedOn === undefined ? [] : [{ from: closedOn, to: addDays(closedOn, NEW_DAYS) }];
}

/** The days on which a project is watched no longer but still new to support: only where its watch window is a short one. */
export function latelyDays({ closedOn, watchEnds }: ProjectView): readonly Span[] {
  if (closedOn === undefined || watchEnds === undefined) return [];
  const days = { from: addDays(watchEnds, 1), to: addDays(closedOn, NEW_DAYS) };
  return days.from <= days.to ? [days] : [];
}

/** What is on among some projects, stretch by stretch: it changes where a watch window ends. */
export function stretches(projects: readonly ProjectView[]): readonly Stretch<readonly ProjectView[]>[] {
  const ends = projects.flatMap((each) => daysOf(each).flatMap(({ to }) => to ?? []));
  return cutAfter(ends).map((span) => {
    const day = span.to ?? span.from ?? '';
    return { days: [span], what: projects.filter((each) => holds(daysOf(each), day)) };
  });
}

/** The name of a project's customer. */
export function customerName(project: ProjectView): string {
  const id = project.document.run.project?.customer ?? project.customers[0] ?? '';
  return project.document.customers.get(id)?.name ?? id;
}

/** A project's engagements in the order of time. */
export function engagementsOf(project: ProjectView): readonly Engagement[] {
  const { document, zone: ours } = project;
  const coming = comingEngagements(document);
  const over = (document.run.engagements ?? []).filter((each) => each && each.date < document.today);
  const places = project.customers.flatMap((id) => document.customers.get(id)?.sites ?? []);
  return [...over.toSorted((a, b) => (a.date < b.date ? -1 : 1)), ...coming].map(({ date, time, site, what, impact }) => {
    const place = places.find((each) => each.id === site);
    const zone = place?.zone ?? ours;
    const about = { date, what, impact, project, zone, clock: time, site: place?.name ?? site };
    return { ...about, away: daysBetween(document.today, date), time: time && timeWords(date, time, zone, ours) };
  });
}

/** The engagements that come next, stretch by stretch; those of today count all day. */
export function nextEngagements(project: ProjectView): readonly Stretch<readonly Engagement[]>[] {
  const all = engagementsOf(project);
  const dates = all.map((each) => each.date);
  return cutAfter(dates).map((span) => ({ days: [span], what: all.filter((each) => each.date === span.to) }));
}

/** The engagements that were last, stretch by stretch: work that is done explains more calls than work to come. */
export function lastEngagements(project: ProjectView): readonly Stretch<readonly Engagement[]>[] {
  const all = engagementsOf(project);
  const dates = all.map((each) => each.date);
  return cutAfter(dates).map((span) => ({ days: [span], what: all.filter((each) => span.from === addDays(each.date, 1)) }));
}

/** Name and work phone of a person; undefined where the run names nobody. */
export function contact(document: RunDocument, id: string | undefined): Contact | undefined {
  if (id === undefined) return undefined;
  const person = document.people.get(id);
  return person ? { name: person.name, phone: person.phone, here: person.roles.map(({ from, to }) => ({ from, to })) } : { name: id, here: ALWAYS };
}

/** Titles of the kinds that are true of a project; the id where no checklist tells a title. */
export function kindTitles({ document, living }: ProjectView): readonly string[] {
  const kinds = document.checklist?.data.kinds ?? living?.data.kinds ?? [];
  const asked = Object.entries(document.run.project?.kinds ?? {}).filter(([, answer]) => answer === true);
  return asked.map(([id]) => kinds.find((kind) => kind?.id === id)?.title ?? id);
}

/** The title of an item in a project's release, else in the living checklist, else its id. */
export function itemTitle({ document, living }: ProjectView, item: string): string {
  return document.checklist?.items.get(item)?.title ?? living?.facts.items.get(item)?.title ?? item;
}

/** Waivers of a project that nobody has made good yet, each with its ticket. */
export function waiversOf(project: ProjectView): readonly Waiver[] {
  const { document } = project;
  return openWaivers(document).map((waiver) => {
    const answer = document.settled.get(waiver.item) ?? document.answers.get(waiver.item);
    const ticket = typeof answer === 'object' && 'waived' in answer ? answer.ticket : undefined;
    return { ...waiver, ticket, project };
  });
}
