import { comingEngagements, daysBetween, type OpenWaiver, openWaivers, type RunDocument } from '../linter/index.ts';
import { type Organisation, organisation, type ProjectView, type Unread } from './data.ts';
import { timeWords } from './times.ts';

/** A customer as the pages show it. One that only projects name has its id as a name. */
export interface CustomerView {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** On or in their watch window, soonest engagement first. */
  readonly projects: readonly ProjectView[];
  /** Files that could not be read: with them "no project is on" cannot be said. */
  readonly unread: readonly Unread[];
}

/** A visit or a change that is planned at a customer. */
export interface Engagement {
  readonly date: string;
  /** With its zone, as the site's clock shows it. */
  readonly time?: string | undefined;
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
  /** Holds no role today: do not wait for an answer. */
  readonly gone: boolean;
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
    projects: projects.filter((each) => each.current && each.customers.includes(id)).sort(bySoonest),
    unread: unread.filter((each) => each.customer === id),
  }));
  return views.sort((a, b) => a.name.localeCompare(b.name, 'en'));
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
    const away = daysBetween(document.today, date);
    return { date, what, impact, project, away, site: place?.name ?? site, time: time && timeWords(date, time, place?.zone ?? ours, ours) };
  });
}

/** The engagement that comes next; one of today counts all day. */
export function nextEngagement(project: ProjectView): Engagement | undefined {
  return engagementsOf(project).find((each) => each.away >= 0);
}

function bySoonest(a: ProjectView, b: ProjectView): number {
  const [first, second] = [a, b].map((each) => nextEngagement(each)?.away ?? Number.MAX_SAFE_INTEGER) as [number, number];
  return first - second || Number(a.standing === 'watched') - Number(b.standing === 'watched') || a.name.localeCompare(b.name, 'en');
}

/** Name and work phone of a person; undefined where the run names nobody. */
export function contact(document: RunDocument, id: string | undefined): Contact | undefined {
  if (id === undefined) return undefined;
  const person = document.people.get(id);
  if (!person) return { name: id, gone: false };
  const { today } = document;
  const gone = !person.roles.some((role) => role.from <= today && today <= (role.to ?? today));
  return { name: person.name, phone: gone ? undefined : person.phone, gone };
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
