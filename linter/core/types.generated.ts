// Generated from schemas/ by `npm run generate`. Do not edit.
export type Slug = string;
/**
 * One of these kinds is true.
 *
 * @minItems 1
 * @maxItems 30
 */
export type KindIds = Slug[];
/**
 * All of these kinds are true.
 *
 * @minItems 1
 * @maxItems 30
 */
export type KindIds1 = Slug[];
/**
 * None of these kinds is true.
 *
 * @minItems 1
 * @maxItems 30
 */
export type KindIds2 = Slug[];
export type Day = string;
export type Ticket = string;
export type Line = string;
/**
 * Statuses that mean closed, besides Closed, Complete, Completed, Done, Finished and Resolved.
 *
 * @maxItems 50
 */
export type Statuses = Line[];
/**
 * Statuses that mean that the project is on, besides New, Open, In Progress, On Hold and the like.
 *
 * @maxItems 50
 */
export type Statuses1 = Line[];
/**
 * Statuses that mean that it was called off, besides Cancelled and Canceled.
 *
 * @maxItems 50
 */
export type Statuses2 = Line[];
/**
 * Statuses of rows that are no projects of customers, such as Template. They are counted and passed over.
 *
 * @maxItems 50
 */
export type Statuses3 = Line[];
export type Customers = Customer[];
export type Version = string;
export type ReviewEvery = number;
export type People = Person[];
export type Pattern = string;
export type Example = string;
export type Digest8 = string;
export type Text = string;
export type ItemId = string;
export type Time = string;
export type ReleaseRef = string;
export type ProjectRef = string;
export type PageRef = string;
export type PsaId = string;
export type Link = string;
export type Vault = string;
export type EvidencePath = string;
export type Phone = string;
export type Zone = string;
export type Seal = string;
export type KindIds3 = Slug[];
export type Minutes = number;
export type Statuses4 = Line[];
export type Answer = 'open' | DoneAnswer | NaAnswer | WaivedAnswer;

export interface Files {
  approvals: Approvals;
  checklist: Checklist;
  config: Config;
  customers: Customers;
  doc: Doc;
  page: Page;
  people: People;
  phrases: Phrases;
  run: Run;
  signoff: Signoff;
  update: Update;
  walkthrough: Walkthrough;
}
export interface Approvals {
  format: 'closeout-approvals';
  version: 1;
  /**
   * @maxItems 10000
   */
  approvals: Approval[];
}
export interface Approval {
  /**
   * The account in the forge, as in records/people.yaml.
   */
  account: string;
  /**
   * the full id of the commit that was approved
   */
  commit: string;
  /**
   * The last one of an account that is not a comment counts.
   */
  state: 'approved' | 'dismissed' | 'changes-requested' | 'commented' | 'pending';
  /**
   * when, only for people to read
   */
  at?: string;
}
export interface Checklist {
  /**
   * The checklist's id, as in its file name.
   */
  id: string;
  /**
   * Worked out by closeout release from what changed.
   */
  version: string;
  /**
   * What people call it.
   */
  title: string;
  /**
   * The role that owns this living document.
   */
  owner: string;
  /**
   * Only a project's checklist has runs.
   */
  subject: 'project' | 'visit' | 'process' | 'mistake';
  /**
   * When items are answered, in order: closing and watch for a project.
   *
   * @minItems 1
   * @maxItems 8
   */
  phases: Slug[];
  /**
   * Days after closing in which support still watches.
   */
  watch?: number;
  /**
   * Yes-or-no questions about a project. They decide which items apply.
   *
   * @maxItems 30
   */
  kinds?: Kind[];
  /**
   * Why each version came, the newest first.
   *
   * @minItems 1
   * @maxItems 500
   */
  changes: Change[];
  /**
   * Who signs which phase, in this order.
   *
   * @maxItems 10
   */
  signoffs?: AskedSignoff[];
  /**
   * The items, in groups.
   *
   * @minItems 1
   * @maxItems 30
   */
  sections: Section[];
  /**
   * In a release only: binds its content. Written by closeout release.
   */
  digest?: string;
}
export interface Kind {
  /**
   * a short id of lower-case letters, digits and hyphens, such as office-move
   */
  id: string;
  /**
   * The kind in a few words.
   */
  title: string;
  /**
   * The question that the run answers.
   */
  ask: string;
}
export interface Change {
  /**
   * The version that this explains.
   */
  version: string;
  /**
   * The day of the release.
   */
  date: string;
  /**
   * What happened that made the change needed.
   */
  why: string;
  /**
   * The ticket behind it.
   */
  ticket?: string;
  /**
   * After this day no run on an older release may close.
   */
  'previous-closes-until'?: string;
}
export interface AskedSignoff {
  /**
   * a short id of lower-case letters, digits and hyphens, such as office-move
   */
  phase: string;
  /**
   * a short id of lower-case letters, digits and hyphens, such as office-move
   */
  role: string;
  /**
   * Signed by somebody outside the project.
   */
  independent?: boolean;
}
export interface Section {
  /**
   * a short id of lower-case letters, digits and hyphens, such as office-move
   */
  id: string;
  /**
   * The heading of the group.
   */
  title: string;
  /**
   * What has to be so, one line each.
   *
   * @minItems 1
   * @maxItems 100
   */
  items: Item[];
}
export interface Item {
  /**
   * A short id, such as restore-tested. Ids are never used again.
   */
  id: string;
  /**
   * A state that one can see to hold, such as "A restore was tested".
   */
  title: string;
  /**
   * Only must blocks.
   */
  level: 'must' | 'should' | 'may';
  /**
   * a short id of lower-case letters, digits and hyphens, such as office-move
   */
  phase: string;
  /**
   * The role that answers.
   */
  by: 'lead' | 'support' | 'either';
  /**
   * What backs a done answer.
   */
  evidence: 'none' | 'note' | 'link' | 'ticket' | 'date' | 'count' | 'file' | 'vault';
  /**
   * Whether not applicable is an answer.
   */
  na: 'with-reason' | 'never';
  when?: When;
  /**
   * The playbook that says how, such as playbooks/handing-over-backup.
   */
  how?: string;
  /**
   * Why support needs it, in a sentence.
   */
  why?: string;
  /**
   * When support was hung out to dry. No person's name.
   */
  origin?: {
    date: Day;
    ticket: Ticket;
  };
  /**
   * The version with which the item went away.
   */
  retired?: string;
}
export interface When {
  any?: KindIds;
  all?: KindIds1;
  none?: KindIds2;
}
export interface Config {
  /**
   * The name of the organisation.
   */
  organisation: string;
  /**
   * The time zone in which "today" is meant, such as America/New_York.
   */
  zone: string;
  /**
   * Where the repository stands in the forge.
   */
  repository?: string;
  /**
   * Where the built site stands; links to rule pages start with it.
   */
  site?: string;
  /**
   * public leaves every record out of the site.
   */
  audience?: 'internal' | 'public';
  /**
   * a day of the calendar, written like 2026-11-06
   */
  today?: string;
  /**
   * How sure a signature has to be.
   */
  assurance?: {
    /**
     * What a sign-off must show before a run may close.
     */
    closing?: 'declared' | 'sealed' | 'approved';
  };
  /**
   * A rule that is a warning or info of itself may be set otherwise; an error stays one.
   */
  severities?: {
    [k: string]: 'error' | 'warning' | 'info';
  };
  /**
   * What customers may be told, and how often.
   */
  updates?: {
    /**
     * Minutes until the first word; 15 where it is left out.
     */
    first?: number;
    /**
     * The most minutes between two updates; 60 where it is left out.
     */
    every?: number;
    /**
     * The most minutes between two updates once it takes days; 1440 where it is left out.
     */
    'long-running'?: number;
    /**
     * Whether a time may be promised by which it works again; warn where it is left out.
     */
    'fix-time'?: 'allow' | 'warn' | 'forbid';
  };
  /**
   * Processes that somebody from outside walks through to the end, now and then.
   *
   * @maxItems 100
   */
  processes?: Process[];
  psa?: Psa;
}
export interface Process {
  /**
   * a short id of lower-case letters, digits and hyphens, such as office-move
   */
  id: string;
  /**
   * What people call it.
   */
  title: string;
  /**
   * The page that describes it, such as playbooks/approve-and-post.
   */
  document: string;
  /**
   * Days.
   */
  'walk-every': number;
}
export interface Psa {
  /**
   * The titles of the export's columns, as they stand in its header. Capitals, spaces and punctuation do not matter. A column that is left out is found by its common names.
   */
  columns?: {
    /**
     * The project's number, such as Project ID. A run names it in project.psa.
     */
    id?: string;
    /**
     * The project's name, such as Project Name.
     */
    name?: string;
    /**
     * The customer's name, such as Company.
     */
    customer?: string;
    /**
     * The project's status, such as Status.
     */
    status?: string;
    /**
     * The day it started; only shown.
     */
    started?: string;
    /**
     * The day it should end; only shown.
     */
    due?: string;
    /**
     * The day it ended, such as Actual End: not the planned one. Where there is no status, a project with this day is closed.
     */
    closed?: string;
  };
  closed?: Statuses;
  open?: Statuses1;
  cancelled?: Statuses2;
  ignore?: Statuses3;
  /**
   * a day of the calendar, written like 2026-11-06
   */
  since?: string;
  /**
   * The order in dates like 11/04/2026. Where it is left out, the file decides it if any date in it can be read one way only.
   */
  dates?: 'mdy' | 'dmy' | 'ymd';
  /**
   * What stands between the columns; found out where it is left out.
   */
  delimiter?: 'auto' | 'comma' | 'semicolon' | 'tab' | 'pipe';
}
export interface Customer {
  /**
   * a short id of lower-case letters, digits and hyphens, such as office-move
   */
  id: string;
  /**
   * a text of one to 500 characters
   */
  name: string;
  /**
   * Other names that callers use, such as NWT.
   *
   * @maxItems 30
   */
  aliases?: Line[];
  /**
   * Whom to talk to there.
   *
   * @maxItems 50
   */
  contacts?: Contact[];
  /**
   * Their places, each with its time zone.
   *
   * @maxItems 500
   */
  sites?: Site[];
}
export interface Contact {
  /**
   * a text of one to 500 characters
   */
  name: string;
  /**
   * a text of one to 500 characters
   */
  role: string;
}
export interface Site {
  /**
   * a short id of lower-case letters, digits and hyphens, such as office-move
   */
  id: string;
  /**
   * a text of one to 500 characters
   */
  name: string;
  /**
   * The place's time zone, in which the times of engagements are meant.
   */
  zone: string;
}
export interface Doc {
  title: Line;
  description: Line;
  sidebar?: {
    order?: number;
    label?: Line;
  };
}
export interface Page {
  title: Line;
  description: Line;
  version: Version;
  /**
   * a short id of lower-case letters, digits and hyphens, such as office-move
   */
  owner: string;
  reviewed: Day;
  'review-every'?: ReviewEvery;
  /**
   * @minItems 1
   * @maxItems 5
   */
  audience: ('tech' | 'lead' | 'receiver' | 'manager' | 'editor')[];
  /**
   * Of a page on mistakes: what to do, or what was changed.
   */
  kind?: 'guide' | 'process-change';
  /**
   * a short id of lower-case letters, digits and hyphens, such as office-move
   */
  process?: string;
  /**
   * a day of the calendar, written like 2026-11-06
   */
  date?: string;
}
export interface Person {
  /**
   * a short id of lower-case letters, digits and hyphens, such as office-move
   */
  id: string;
  /**
   * a text of one to 500 characters
   */
  name: string;
  /**
   * What the person is, from when, and until when.
   *
   * @minItems 1
   * @maxItems 30
   */
  roles: HeldRole[];
  /**
   * The work phone, in quotes.
   */
  phone?: string;
  /**
   * a text of one to 500 characters
   */
  account?: string;
  /**
   * a text of one to 500 characters
   */
  email?: string;
}
export interface HeldRole {
  /**
   * a short id of lower-case letters, digits and hyphens, such as office-move
   */
  role: string;
  /**
   * a day of the calendar, written like 2026-11-06
   */
  from: string;
  /**
   * a day of the calendar, written like 2026-11-06
   */
  to?: string;
}
export interface Phrases {
  /**
   * a short id of lower-case letters, digits and hyphens, such as office-move
   */
  id: string;
  /**
   * a text of one to 500 characters
   */
  title: string;
  /**
   * a text of one to 500 characters
   */
  why: string;
  /**
   * Words that patterns of this file use as <name>.
   */
  lists?: {
    [k: string]: Pattern[];
  };
  /**
   * One wording to avoid each.
   *
   * @minItems 1
   * @maxItems 100
   */
  rules: PhraseRule[];
}
export interface PhraseRule {
  /**
   * a short id of lower-case letters, digits and hyphens, such as office-move
   */
  id: string;
  /**
   * a text of one to 500 characters
   */
  title: string;
  /**
   * a text of one to 500 characters
   */
  say: string;
  /**
   * a text of one to 500 characters
   */
  why: string;
  /**
   * How bad it is.
   */
  severity: 'error' | 'warning' | 'info';
  /**
   * Whom the message is for.
   *
   * @minItems 1
   * @maxItems 3
   */
  audience: ('customer' | 'internal' | 'note')[];
  /**
   * Patterns of words that are looked for.
   *
   * @minItems 1
   * @maxItems 60
   */
  find: Pattern[];
  /**
   * Patterns that make the sentence right after all.
   *
   * @minItems 1
   * @maxItems 60
   */
  unless?: Pattern[];
  /**
   * What must be so of the whole message besides.
   *
   * @minItems 1
   * @maxItems 2
   */
  when?: ('no-next-update' | 'first-word')[];
  /**
   * The config's updates decide whether it counts.
   */
  policy?: 'fix-time' | 'cadence';
  /**
   * a text of one to 500 characters
   */
  replace?: string;
  /**
   * Messages that must be found; each is tested.
   *
   * @minItems 2
   * @maxItems 20
   */
  flag: Example[];
  /**
   * Messages that must not be found; each is tested.
   *
   * @minItems 2
   * @maxItems 20
   */
  pass: Example[];
}
export interface Run {
  /**
   * The checklist and its version that this project is closed by. `closeout upgrade` moves a run to a newer one.
   */
  checklist: string;
  project: Project;
  /**
   * Visits and planned work, a day each. Support sees today's first.
   *
   * @maxItems 200
   */
  engagements?: Engagement[];
  /**
   * Where the project is in its life.
   */
  state: 'planned' | 'active' | 'paused' | 'closing' | 'closed' | 'finished' | 'cancelled';
  /**
   * One line for each item of the checklist: open, done, na or waived. An item that is missing counts as open.
   */
  answers: Record<string, Answer>;
  /**
   * How waivers were made good after closing.
   */
  settled?: Record<string, Answer>;
  /**
   * The customer update. It is held to the phrase rules.
   */
  update?: string;
  /**
   * Why the run was cancelled, a state taken back, or items taken away by the change that closes it.
   */
  reason?: string;
}
/**
 * What support sees of the project: who, when, what it touches.
 */
export interface Project {
  /**
   * a text of one to 500 characters
   */
  name: string;
  /**
   * a short id of lower-case letters, digits and hyphens, such as office-move
   */
  customer: string;
  /**
   * The project's number in the PSA, in quotes, such as "1042" or P20260914.0002. By it closeout report --against finds the project; no signature covers it.
   */
  psa?: string;
  /**
   * What kind of project it is: each question of the checklist, answered true or false. It decides which items apply.
   */
  kinds: {
    [k: string]: boolean;
  };
  /**
   * a short id of lower-case letters, digits and hyphens, such as office-move
   */
  lead: string;
  /**
   * a short id of lower-case letters, digits and hyphens, such as office-move
   */
  backup: string;
  /**
   * Everybody who works on it: ids of records/people.yaml. None of them may sign for support.
   *
   * @maxItems 50
   */
  team?: Slug[];
  /**
   * a short id of lower-case letters, digits and hyphens, such as office-move
   */
  escalate: string;
  /**
   * a day of the calendar, written like 2026-11-06
   */
  started: string;
  /**
   * a day of the calendar, written like 2026-11-06
   */
  closes: string;
  /**
   * What the project changes, in words that a caller would use. Support searches these.
   *
   * @minItems 1
   * @maxItems 50
   */
  touches: Line[];
  /**
   * What users notice, and when.
   */
  impact: string;
  /**
   * What the project does not touch, so that support looks elsewhere.
   */
  unrelated?: string;
  /**
   * What is known not to work yet, each with its ticket.
   *
   * @maxItems 50
   */
  'known-issues'?: KnownIssue[];
}
export interface KnownIssue {
  /**
   * a text of one to 500 characters
   */
  what: string;
  /**
   * a ticket number without spaces, of two characters or more and with a digit among them, such as T20260302.0012
   */
  ticket: string;
}
export interface Engagement {
  /**
   * a day of the calendar, written like 2026-11-06
   */
  date: string;
  /**
   * When it begins, in the site's time zone and in quotes: "18:00".
   */
  time?: string;
  /**
   * a short id of lower-case letters, digits and hyphens, such as office-move
   */
  site?: string;
  /**
   * a text of one to 500 characters
   */
  what: string;
  /**
   * a text of one to 500 characters
   */
  impact: string;
}
export interface Signoff {
  /**
   * The checklist and version that were signed.
   */
  checklist: string;
  /**
   * The customer and project that were signed.
   */
  project: string;
  /**
   * a short id of lower-case letters, digits and hyphens, such as office-move
   */
  phase: string;
  /**
   * a short id of lower-case letters, digits and hyphens, such as office-move
   */
  role: string;
  /**
   * a short id of lower-case letters, digits and hyphens, such as office-move
   */
  by: string;
  /**
   * a day of the calendar, written like 2026-11-06
   */
  date: string;
  /**
   * What the signature says, in words.
   */
  meaning: string;
  /**
   * The first 8 hex digits of each part's digest: only to say what changed.
   */
  covers?: {
    [k: string]: Digest8;
  };
  /**
   * Binds the signature to what was signed. Written by closeout sign; any change of it makes the signature stale.
   */
  seal?: string;
}
export interface Update {
  /**
   * a short id of lower-case letters, digits and hyphens, such as office-move
   */
  id: string;
  /**
   * a version of three numbers, such as 2.1.0
   */
  version: string;
  /**
   * a text of one to 500 characters
   */
  title: string;
  /**
   * What is going on.
   */
  situation: 'outage' | 'project' | 'security' | 'vendor' | 'billing' | 'appointment' | 'planned-work' | 'on-site';
  /**
   * All but resolved are open situations.
   */
  stage: 'acknowledge' | 'scope' | 'update' | 'long-running' | 'resolved';
  /**
   * Whom the message is for.
   */
  audience: 'customer' | 'internal';
  /**
   * a short id of lower-case letters, digits and hyphens, such as office-move
   */
  owner: string;
  /**
   * a day of the calendar, written like 2026-11-06
   */
  reviewed: string;
  'review-every'?: ReviewEvery;
  /**
   * a text of one to 500 characters
   */
  use: string;
  /**
   * a text of one to 500 characters
   */
  tone?: string;
  /**
   * What is filled in, by the name that the text has in braces.
   */
  slots?: {
    [k: string]: Slot;
  };
  /**
   * a text of one to 500 characters
   */
  subject: string;
  /**
   * The message, with its slots in braces.
   */
  body: string;
  /**
   * Why each version came, the newest first.
   *
   * @minItems 1
   * @maxItems 500
   */
  changes: UpdateChange[];
}
export interface Slot {
  /**
   * What kind of value it takes.
   */
  type: 'time' | 'text' | 'person' | 'duration';
  /**
   * a text of one to 500 characters
   */
  ask: string;
  /**
   * a text of one to 500 characters
   */
  example: string;
}
export interface UpdateChange {
  /**
   * a version of three numbers, such as 2.1.0
   */
  version: string;
  /**
   * a day of the calendar, written like 2026-11-06
   */
  date: string;
  /**
   * What made it needed.
   */
  why: string;
  /**
   * a ticket number without spaces, of two characters or more and with a digit among them, such as T20260302.0012
   */
  ticket?: string;
}
export interface Walkthrough {
  /**
   * a short id of lower-case letters, digits and hyphens, such as office-move
   */
  process: string;
  /**
   * a day of the calendar, written like 2026-11-06
   */
  date: string;
  /**
   * a short id of lower-case letters, digits and hyphens, such as office-move
   */
  walker: string;
  /**
   * true where the walker does not work in this area.
   */
  'outside-own-area': boolean;
  /**
   * true where the document led to the end.
   */
  'followed-to-end': boolean;
  /**
   * The first step that could not be followed.
   */
  'first-failed'?: string;
  /**
   * What else was found, a sentence each.
   *
   * @maxItems 100
   */
  findings?: Text[];
}
export interface Project1 {
  /**
   * a text of one to 500 characters
   */
  name: string;
  /**
   * a short id of lower-case letters, digits and hyphens, such as office-move
   */
  customer: string;
  /**
   * The project's number in the PSA, in quotes, such as "1042" or P20260914.0002. By it closeout report --against finds the project; no signature covers it.
   */
  psa?: string;
  /**
   * What kind of project it is: each question of the checklist, answered true or false. It decides which items apply.
   */
  kinds: {
    [k: string]: boolean;
  };
  /**
   * a short id of lower-case letters, digits and hyphens, such as office-move
   */
  lead: string;
  /**
   * a short id of lower-case letters, digits and hyphens, such as office-move
   */
  backup: string;
  /**
   * Everybody who works on it: ids of records/people.yaml. None of them may sign for support.
   *
   * @maxItems 50
   */
  team?: Slug[];
  /**
   * a short id of lower-case letters, digits and hyphens, such as office-move
   */
  escalate: string;
  /**
   * a day of the calendar, written like 2026-11-06
   */
  started: string;
  /**
   * a day of the calendar, written like 2026-11-06
   */
  closes: string;
  /**
   * What the project changes, in words that a caller would use. Support searches these.
   *
   * @minItems 1
   * @maxItems 50
   */
  touches: Line[];
  /**
   * What users notice, and when.
   */
  impact: string;
  /**
   * What the project does not touch, so that support looks elsewhere.
   */
  unrelated?: string;
  /**
   * What is known not to work yet, each with its ticket.
   *
   * @maxItems 50
   */
  'known-issues'?: KnownIssue[];
}
export interface DoneAnswer {
  /**
   * a day of the calendar, written like 2026-11-06
   */
  done: string;
  /**
   * a short id of lower-case letters, digits and hyphens, such as office-move
   */
  by: string;
  /**
   * Evidence: what was found or done, in a sentence.
   */
  note?: string;
  /**
   * Evidence: the address of the page that shows it.
   */
  link?: string;
  /**
   * a ticket number without spaces, of two characters or more and with a digit among them, such as T20260302.0012
   */
  ticket?: string;
  /**
   * a day of the calendar, written like 2026-11-06
   */
  date?: string;
  /**
   * Evidence: how many there are, as a whole number.
   */
  count?: number;
  /**
   * Evidence: a file in the run's evidence folder, such as evidence/rack.jpg.
   */
  file?: string;
  /**
   * Evidence: where the entry stands in the vault. Never the password itself.
   */
  vault?: string;
}
export interface NaAnswer {
  /**
   * Not applicable, and why: what is different here.
   */
  na: string;
  /**
   * a short id of lower-case letters, digits and hyphens, such as office-move
   */
  by: string;
}
export interface WaivedAnswer {
  /**
   * Not done before closing, and why. It has to be settled later.
   */
  waived: string;
  /**
   * a short id of lower-case letters, digits and hyphens, such as office-move
   */
  by: string;
  /**
   * a short id of lower-case letters, digits and hyphens, such as office-move
   */
  approved?: string;
  /**
   * a day of the calendar, written like 2026-11-06
   */
  until?: string;
  /**
   * a ticket number without spaces, of two characters or more and with a digit among them, such as T20260302.0012
   */
  ticket?: string;
}
