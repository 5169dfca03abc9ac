import { isDay } from '../core/dates.ts';
import { nameable } from '../core/people.ts';
import { nearest } from '../core/suggest.ts';
import { listFrom } from '../edit/run.ts';
import { oneLine } from '../formats/escape.ts';
import { Usage } from '../organisation/failure.ts';
import { runsNaming } from '../organisation/numbered.ts';
import type { Workspace } from '../organisation/opened.ts';
import type { Io } from './io.ts';

/** What should be known of a project before it starts, with the question that a terminal asks. */
const questions = {
  customer: 'Customer',
  name: 'Name of the project',
  lead: 'Lead',
  backup: 'Backup of the lead',
  escalate: 'Whom support escalates to',
  started: 'Starts on (like 2026-11-09)',
  closes: 'Planned to close on',
  psa: 'Number in the PSA, or Enter',
  touches: 'What it touches (with commas)',
  impact: 'What users may notice',
} as const;

type Key = keyof typeof questions;

const keys = Object.keys(questions) as readonly Key[];

/** The options without which no project starts, in the order in which they are asked for. */
export const needed = keys.filter((key) => key !== 'psa');

/** What is asked where these are missing, in order: nobody who has said all that is needed is asked for more. */
export function askedWith(missing: readonly Key[], given: ReadonlyMap<string, string>): readonly Key[] {
  return missing.length === 0 ? [] : keys.filter((key) => !given.has(key) || missing.includes(key));
}

const TRIES = 3;
const MOST_NAMED = 12;

/** Asks one of them, and again a few times where the answer cannot be right. Gives the last answer, which may still be wrong. */
export async function askPlanned(key: Key, given: Map<string, string>, workspace: Workspace, io: Io): Promise<void> {
  const ids = idsFor(key, workspace);
  const choice = ids.length === 0 ? '' : ` (${ids.length <= MOST_NAMED ? ids.map(oneLine).join(', ') : 'id'})`;
  for (let left = TRIES; left > 0; left -= 1) {
    given.set(key, ((await io.ask?.(`${questions[key]}${choice}: `)) ?? '').trim());
    const wrong = faultOf(key, given, workspace);
    if (!wrong) return;
    io.err(`${oneLine(wrong)}\n`);
  }
}

/** Throws Usage for the first thing that cannot be right, with the option that says it. */
export function holdPlanned(given: ReadonlyMap<string, string>, workspace: Workspace): void {
  for (const key of keys) {
    const wrong = faultOf(key, given, workspace);
    if (wrong) throw new Usage(`--${key}: ${wrong}`);
  }
  for (const id of listFrom(given.get('team') ?? '')) {
    const wrong = unknownAmong(id, workspace.library.people.keys(), 'people.yaml');
    if (wrong) throw new Usage(`--team: ${wrong}`);
  }
}

function faultOf(key: Key, given: ReadonlyMap<string, string>, workspace: Workspace): string | undefined {
  const { library } = workspace;
  const value = given.get(key) ?? '';
  if (key === 'customer') return unknownAmong(value, library.customers.keys(), 'customers.yaml');
  if (isPerson(key)) return unknownAmong(value, library.people.keys(), 'people.yaml') ?? personFault(key, value, workspace);
  if (key === 'psa') return value ? numberFault(value, workspace) : undefined;
  if (key === 'started' || key === 'closes') {
    if (!isDay(value)) return `A day is written like 2026-11-06, not "${value}".`;
    return key === 'closes' && value < (given.get('started') ?? '') ? `${value} lies before the start.` : undefined;
  }
  return value ? undefined : 'This is empty. Support reads it while a customer waits.';
}

function numberFault(number: string, workspace: Workspace): string | undefined {
  if (/\s/.test(number)) return `A number is written without spaces, like 1041, not "${number}".`;
  const [other] = runsNaming(workspace, number);
  return other && `${other.id} names project ${number} of the PSA already, and only one run can be it.`;
}

function isPerson(key: Key): key is 'lead' | 'backup' | 'escalate' {
  return key === 'lead' || key === 'backup' || key === 'escalate';
}

function personFault(key: 'lead' | 'backup' | 'escalate', id: string, workspace: Workspace): string | undefined {
  const fitting = idsFor(key, workspace);
  if (fitting.includes(id)) return undefined;
  const all = fitting.length <= MOST_NAMED ? ` There are: ${fitting.join(', ') || 'none'}.` : '';
  return `"${id}" ${key === 'lead' ? 'is no lead' : 'has left'} by records/people.yaml.${all}`;
}

/** The ids that could be meant. */
function idsFor(key: Key, { library: { customers, people }, today }: Workspace): readonly string[] {
  if (key === 'customer') return [...customers.keys()];
  return isPerson(key) ? nameable(people, key, today).map(({ id }) => id) : [];
}

function unknownAmong(id: string, ids: Iterable<string>, file: string): string | undefined {
  const list = [...ids];
  if (list.includes(id)) return undefined;
  const suggestion = nearest(id, list);
  const all = list.length <= MOST_NAMED ? ` Known are: ${list.join(', ') || 'none yet'}.` : '';
  return `"${id}" is not known.${suggestion ? ` Did you mean ${suggestion}?` : `${all} Who is new goes into records/${file} first.`}`;
}
