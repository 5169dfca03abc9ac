import { dayIn } from '../core/dates.ts';
import { slugOf } from '../core/slug.ts';
import { nearest } from '../core/suggest.ts';
import { listFrom } from '../edit/run.ts';
import { oneLine } from '../formats/escape.ts';
import { Usage } from '../organisation/failure.ts';
import type { Tree } from '../organisation/tree.ts';
import { parseFile } from '../parse/file.ts';
import type { FileKind } from '../parse/shape.ts';
import { type Choices, CONFIG, CUSTOMERS, PEOPLE } from '../scaffold/begin.ts';
import { forgeOf, webAddressOf } from '../scaffold/remote.ts';
import { configText, customersText, peopleText, type Started } from '../scaffold/texts.ts';
import type { Io } from './io.ts';

type Key = 'organisation' | 'zone' | 'repository' | 'person' | 'id' | 'roles' | 'customer' | 'ci';
type Said = Partial<Readonly<Record<Key, string>>>;

/** All that a first commit needs to know. */
export type Begun = Started & Choices;

/** What is known before anybody is asked. */
export interface Known {
  readonly values: Said & { readonly account?: string | undefined; readonly from?: string | undefined; readonly phrases?: boolean | undefined };
  readonly tree: Tree;
  /** What git calls the remote named origin. */
  readonly origin: string | undefined;
  readonly version: string;
}

/** One thing to know, by the name of its option. */
interface Question {
  readonly key: Key;
  /** Where this file is there already, nothing is asked. */
  readonly file?: string;
  readonly ask: string;
  /** What holds where nobody says otherwise; undefined where somebody has to. */
  otherwise?(said: Said, known: Known): string | undefined;
  /** What is wrong with an answer. */
  fault(value: string): string | undefined;
}

const questions: readonly Question[] = [
  { key: 'organisation', file: CONFIG, ask: 'Name of your organisation', fault: (organisation) => inConfig({ organisation }) },
  {
    key: 'zone',
    file: CONFIG,
    ask: 'Its time zone',
    otherwise: machineZone,
    fault: (zone) => inConfig({ zone }) ?? (zoneExists(zone) ? undefined : noZone(zone)),
  },
  {
    key: 'repository',
    file: CONFIG,
    ask: 'Address of the repository, if it has one',
    otherwise: (_said, { origin }) => webAddressOf(origin ?? '') ?? '',
    fault: (repository) => inConfig({ repository }),
  },
  { key: 'person', file: PEOPLE, ask: 'Your name', fault: (person) => inPeople({ person }) },
  { key: 'id', file: PEOPLE, ask: 'Your id in runs', otherwise: ({ person = '' }) => slugOf(person) || undefined, fault: (id) => inPeople({ id }) },
  { key: 'roles', file: PEOPLE, ask: 'What you do (lead, support, or both)', fault: (roles) => notOneOf(['lead', 'support'], rolesOf(roles)) },
  { key: 'customer', file: CUSTOMERS, ask: 'Name of a first customer', fault: inCustomers },
  {
    key: 'ci',
    ask: 'Where pull requests are checked (github, gitlab or none)',
    otherwise: ({ repository }, { origin }) => forgeOf(repository ?? webAddressOf(origin ?? '') ?? '') ?? 'none',
    fault: (ci) => notOneOf(['github', 'gitlab', 'none'], [ci]),
  },
];

/** Options, and what a person answers where one is missing; throws Usage that names all that nobody gave. */
export async function askBegun(known: Known, { ask, err, now }: Io): Promise<Begun> {
  const { values, tree, version } = known;
  const said: { -readonly [Each in Key]?: string } = {};
  const missing: string[] = [];
  for (const question of questions) {
    const { key, file } = question;
    if (file && tree.read(file) !== undefined) continue;
    const otherwise = question.otherwise?.(said, known);
    const given = values[key]?.trim() ?? (ask ? await answerTo(question, otherwise, ask, err) : otherwise);
    // an id is made from a name
    if (given === undefined && (key !== 'id' || said.person !== undefined)) missing.push(`--${key}`);
    if (given === undefined) continue;
    said[key] = checked(question, given);
  }
  if (missing.length > 0) throw new Usage(`Missing: ${missing.join(', ')}. See closeout init --help.`);
  const { organisation = '', zone = machineZone(), repository = '', person = '', id = '', customer = '' } = said;
  const people = { person, id, roles: rolesOf(said.roles ?? ''), account: values.account?.trim() ?? '' };
  const choices = { ci: said.ci as Choices['ci'], from: packageOf(values.from ?? `closeout@${version}`), phrases: Boolean(values.phrases) };
  return { organisation, zone, repository, ...people, customer, customerId: customerIdOf(customer), today: dayIn(zone, now()), ...choices };
}

function checked({ key, fault }: Question, value: string): string {
  const wrong = fault(value);
  if (wrong) throw new Usage(`--${key}: ${wrong}`);
  return value;
}

const TRIES = 3;

/** What a person types, or what holds otherwise; a wrong answer is told and asked for again, a few times. */
async function answerTo({ ask: words, fault }: Question, otherwise: string | undefined, ask: NonNullable<Io['ask']>, err: Io['err']): Promise<string> {
  let given = '';
  for (let left = TRIES; left > 0; left -= 1) {
    given = (await ask(`${words}${otherwise ? ` [${oneLine(otherwise)}]` : ''}: `)) || (otherwise ?? '');
    const wrong = fault(given);
    if (!wrong) break;
    err(`${oneLine(wrong)}\n`);
  }
  return given;
}

function machineZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function zoneExists(zone: string): boolean {
  try {
    return dayIn(zone, new Date(0)) !== '';
  } catch {
    return false;
  }
}

function noZone(zone: string): string {
  return `"${zone}" is not a time zone that this machine knows. Write it like America/New_York.`;
}

function rolesOf(text: string): readonly string[] {
  return text === 'both' ? ['lead', 'support'] : [...new Set(listFrom(text))];
}

/** A name without a Latin letter gives no id. */
function customerIdOf(customer: string): string {
  return slugOf(customer) || 'customer-1';
}

function notOneOf(known: readonly string[], values: readonly string[]): string | undefined {
  const strange = values.length === 0 ? '' : values.find((each) => !known.includes(each));
  if (strange === undefined) return undefined;
  const suggestion = nearest(strange, known);
  return strange === '' ? `Say ${known.join(', ')}.` : `"${strange}" is none of ${known.join(', ')}.${suggestion ? ` Did you mean ${suggestion}?` : ''}`;
}

/** npx takes a package by name and version, or by the address of its file; what a shell would read in another way is refused. */
function packageOf(from: string): string {
  if (/^[\w@.][\w@.:/+#~^=-]*$/.test(from)) return from;
  throw new Usage(`--from takes what npx takes, like closeout@1.0.0 or https://packages.example/closeout-1.0.0.tgz, not "${from}".`);
}

const model = { organisation: 'it', zone: 'UTC', repository: '', person: 'it', id: 'it', roles: ['lead'], account: '', today: '2026-11-06' };

function inConfig(given: Partial<Started>): string | undefined {
  return faultIn('config', configText({ ...model, ...given }));
}

function inPeople(given: Partial<Started>): string | undefined {
  return faultIn('people', peopleText({ ...model, ...given }));
}

function inCustomers(customer: string): string | undefined {
  return faultIn('customers', customersText({ ...model, customer, customerId: customerIdOf(customer) }));
}

function faultIn(kind: FileKind, text: string): string | undefined {
  return parseFile(kind, { file: '', text }, {}).diagnostics[0]?.message;
}
