import { nameKey } from './alike.ts';
import type { Config } from './documents.ts';
import { nearest } from './suggest.ts';

/** What Closeout wants to know of a project, each in a column of the export. */
export type Role = 'id' | 'name' | 'customer' | 'status' | 'started' | 'due' | 'closed';

/** Which column holds what, 0-based; a role that no column has is missing. */
export type Columns = Readonly<Partial<Record<Role, number>>>;

/**
 * The titles by which a column is known, the surest first; capitals, spaces and punctuation do not matter.
 * Found in public pages: Company, Project Name, Est. Start, Est. End (a ConnectWise integration), actual start and end (boards over
 * ConnectWise); Organization, Account, Project ID, Completed, End Date/Time (Autotask's help and labels of its fields); Account, project
 * name (Kaseya BMS); Summary, Customer, Client (HaloPSA); Ticket Number, Customer, Subject (Syncro). All others are assumed, and all of
 * SuperOps: each PSA lets people choose the columns of an export, and their titles.
 */
const TITLES: Readonly<Record<Role, readonly string[]>> = {
  id: [
    ...['project id', 'project number', 'project no', 'project #', 'project code', 'project ref', 'project reference', 'ticket id', 'ticket number'],
    ...['ticket #', 'ticket no', 'display id', 'id', 'number', '#'],
  ],
  name: ['project name', 'project title', 'project', 'name', 'title', 'summary', 'subject', 'ticket subject'],
  customer: [
    ...['company', 'company name', 'organization', 'organization name', 'organisation', 'organisation name', 'account', 'account name'],
    ...['customer', 'customer name', 'client', 'client name', 'business name'],
  ],
  status: ['project status', 'status', 'status name', 'ticket status', 'state'],
  started: [
    'actual start',
    'actual start date',
    'start date',
    'start date time',
    'started',
    'est start',
    'estimated start',
    'planned start',
    'date created',
    'created',
  ],
  due: [
    ...['est end', 'estimated end', 'estimated end date', 'end date', 'end date time', 'due date', 'due', 'target date', 'target end date'],
    ...['planned end', 'planned end date', 'projected end'],
  ],
  closed: [
    ...['actual end', 'actual end date', 'completed date', 'completed date time', 'date completed', 'completed on', 'completion date', 'actual completion'],
    ...['closed date', 'date closed', 'closed on', 'date resolved', 'resolved date', 'resolved on', 'completed', 'closed', 'resolved'],
  ],
};

const ROLES = Object.keys(TITLES) as Role[];

/** The columns of a header row, or why they are not known; `problem` reads on after the file's name. */
export function columnsOf(header: readonly string[], psa: Config['psa'], line: number): { readonly columns: Columns } | { readonly problem: string } {
  const keys = header.map(nameKey);
  const columns: Partial<Record<Role, number>> = {};
  for (const role of ROLES) {
    const own = psa?.columns?.[role];
    const title = (own === undefined ? TITLES[role] : [own]).map(nameKey).find((key) => keys.includes(key));
    if (title === undefined && own !== undefined) return { problem: unknownWords(role, own, titlesOf(header, line), nearest(own, header)) };
    if (title === undefined) continue;
    columns[role] = keys.indexOf(title);
    const twice = keys.lastIndexOf(title);
    if (twice !== columns[role])
      return { problem: `has the column "${header[twice]}" twice (columns ${(columns[role] ?? 0) + 1} and ${twice + 1}). Export it once, or rename one` };
  }
  const missing = [
    ...(columns.name === undefined ? ['the name of the project'] : []),
    ...(columns.customer === undefined ? ['the customer'] : []),
    ...(columns.status === undefined && columns.closed === undefined ? ['the status, or the day it was closed'] : []),
  ];
  return missing.length === 0 ? { columns } : { problem: missingWords(missing, titlesOf(header, line)) };
}

/** How many of the roles a row's titles name: the likeliest header of those that are none. */
export function titlesIn(cells: readonly string[]): number {
  const keys = new Set(cells.map(nameKey));
  return ROLES.filter((role) => TITLES[role].some((title) => keys.has(nameKey(title)))).length;
}

function unknownWords(role: Role, title: string, titles: string, meant: string | undefined): string {
  return `has no column "${title}", which psa.columns.${role} of closeout.config.yaml names.${meant ? ` Did you mean "${meant}"?` : ''} ${titles}`;
}

function missingWords(missing: readonly string[], titles: string): string {
  return `has no column that is known to hold ${missing.join(', nor ')}. ${titles}. Name yours in closeout.config.yaml, for example psa: { columns: { name: Project Name, customer: Company, status: Status } }`;
}

function titlesOf(header: readonly string[], line: number): string {
  const titles = header.map((title) => title.trim().slice(0, 60)).filter(Boolean);
  const more = titles.length - 40;
  return `Line ${line} has ${titles
    .slice(0, 40)
    .map((title) => `"${title}"`)
    .join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
