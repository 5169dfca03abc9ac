// Generated from schemas/ by `npm run generate`. Do not edit.
export type Slug = string;
export type Version = string;
export type Line = string;
export type Day = string;
export type Text = string;
export type Ticket = string;
export type ItemId = string;
export type KindIds = Slug[];
export type PageRef = string;
export type Zone = string;
export type Link = string;
export type Customers = Customer[];
export type ReviewEvery = number;
export type Phone = string;
export type People = Person[];
export type Pattern = string;
export type Example = string;
export type ReleaseRef = string;
export type Time = string;
export type ProjectRef = string;
export type Digest8 = string;
export type Seal = string;
export type Vault = string;
export type EvidencePath = string;
export type Minutes = number;
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
  id: Slug;
  version: Version;
  title: Line;
  /**
   * a short id of lower-case letters, digits and hyphens, such as office-move
   */
  owner: string;
  /**
   * Only a project's checklist has runs.
   */
  subject: 'project' | 'visit' | 'process' | 'mistake';
  /**
   * @minItems 1
   * @maxItems 8
   */
  phases: Slug[];
  /**
   * Days after closing in which support still watches.
   */
  watch?: number;
  /**
   * @maxItems 30
   */
  kinds?: Kind[];
  /**
   * @minItems 1
   * @maxItems 500
   */
  changes: Change[];
  /**
   * @maxItems 10
   */
  signoffs?: AskedSignoff[];
  /**
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
  id: Slug;
  title: Line;
  ask: Line;
}
export interface Change {
  version: Version;
  date: Day;
  why: Text;
  ticket?: Ticket;
  'previous-closes-until'?: Day;
}
export interface AskedSignoff {
  phase: Slug;
  role: Slug;
  /**
   * Signed by somebody outside the project.
   */
  independent?: boolean;
}
export interface Section {
  id: Slug;
  title: Line;
  /**
   * @minItems 1
   * @maxItems 100
   */
  items: Item[];
}
export interface Item {
  id: ItemId;
  title: Line;
  /**
   * Only must blocks.
   */
  level: 'must' | 'should' | 'may';
  phase: Slug;
  /**
   * The role that answers.
   */
  by: 'lead' | 'support' | 'either';
  evidence: 'none' | 'note' | 'link' | 'ticket' | 'date' | 'count' | 'file' | 'vault';
  /**
   * Whether not applicable is an answer.
   */
  na: 'with-reason' | 'never';
  when?: When;
  how?: PageRef;
  why?: Text;
  /**
   * When support was hung out to dry. No person's name.
   */
  origin?: {
    date: Day;
    ticket: Ticket;
  };
  /**
   * a version of three numbers, such as 2.1.0
   */
  retired?: string;
}
export interface When {
  any?: KindIds;
  all?: KindIds;
  none?: KindIds;
}
export interface Config {
  organisation: Line;
  zone: Zone;
  repository?: Link;
  /**
   * a web address that starts with https://
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
   * @maxItems 100
   */
  processes?: Process[];
}
export interface Process {
  id: Slug;
  title: Line;
  document: Line;
  /**
   * Days.
   */
  'walk-every': number;
}
export interface Customer {
  id: Slug;
  name: Line;
  /**
   * @maxItems 30
   */
  aliases?: Line[];
  /**
   * @maxItems 50
   */
  contacts?: Contact[];
  /**
   * @maxItems 500
   */
  sites?: Site[];
}
export interface Contact {
  name: Line;
  role: Line;
}
export interface Site {
  id: Slug;
  name: Line;
  zone: Zone;
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
  id: Slug;
  name: Line;
  /**
   * @minItems 1
   * @maxItems 30
   */
  roles: HeldRole[];
  phone?: Phone;
  /**
   * a text of one to 500 characters
   */
  account?: string;
  email?: Line;
}
export interface HeldRole {
  role: Slug;
  from: Day;
  /**
   * a day of the calendar, written like 2026-11-06
   */
  to?: string;
}
export interface Phrases {
  id: Slug;
  title: Line;
  why: Line;
  /**
   * Words that patterns of this file use as <name>.
   */
  lists?: {
    [k: string]: Pattern[];
  };
  /**
   * @minItems 1
   * @maxItems 100
   */
  rules: PhraseRule[];
}
export interface PhraseRule {
  id: Slug;
  /**
   * a text of one to 500 characters
   */
  title: string;
  /**
   * a text of one to 500 characters
   */
  say: string;
  why: Line;
  severity: 'error' | 'warning' | 'info';
  /**
   * @minItems 1
   * @maxItems 3
   */
  audience: ('customer' | 'internal' | 'note')[];
  /**
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
   * @minItems 2
   * @maxItems 20
   */
  flag: Example[];
  /**
   * @minItems 2
   * @maxItems 20
   */
  pass: Example[];
}
export interface Run {
  checklist: ReleaseRef;
  project: Project;
  /**
   * @maxItems 200
   */
  engagements?: Engagement[];
  state: 'planned' | 'active' | 'paused' | 'closing' | 'closed' | 'finished' | 'cancelled';
  answers: Record<string, Answer>;
  /**
   * How waivers were made good after closing.
   */
  settled?: Record<string, Answer>;
  /**
   * a text of one to 5,000 characters
   */
  update?: string;
  /**
   * a text of one to 5,000 characters
   */
  reason?: string;
}
export interface Project {
  name: Line;
  customer: Slug;
  kinds: {
    [k: string]: boolean;
  };
  lead: Slug;
  backup: Slug;
  /**
   * @maxItems 50
   */
  team?: Slug[];
  escalate: Slug;
  started: Day;
  /**
   * a day of the calendar, written like 2026-11-06
   */
  closes: string;
  /**
   * @minItems 1
   * @maxItems 50
   */
  touches: Line[];
  impact: Text;
  unrelated?: Text;
  /**
   * @maxItems 50
   */
  'known-issues'?: KnownIssue[];
}
export interface KnownIssue {
  what: Line;
  ticket: Ticket;
}
export interface Engagement {
  date: Day;
  time?: Time;
  site?: Slug;
  what: Line;
  impact: Line;
}
export interface Signoff {
  checklist: ReleaseRef;
  project: ProjectRef;
  phase: Slug;
  role: Slug;
  by: Slug;
  date: Day;
  meaning: Text;
  /**
   * The first 8 hex digits of each part's digest: only to say what changed.
   */
  covers?: {
    [k: string]: Digest8;
  };
  seal?: Seal;
}
export interface Update {
  id: Slug;
  version: Version;
  title: Line;
  situation: 'outage' | 'project' | 'security' | 'vendor' | 'billing' | 'appointment' | 'planned-work' | 'on-site';
  /**
   * All but resolved are open situations.
   */
  stage: 'acknowledge' | 'scope' | 'update' | 'long-running' | 'resolved';
  audience: 'customer' | 'internal';
  /**
   * a short id of lower-case letters, digits and hyphens, such as office-move
   */
  owner: string;
  reviewed: Day;
  'review-every'?: ReviewEvery;
  /**
   * a text of one to 500 characters
   */
  use: string;
  tone?: Line;
  slots?: {
    [k: string]: Slot;
  };
  subject: Line;
  body: Text;
  /**
   * @minItems 1
   * @maxItems 500
   */
  changes: UpdateChange[];
}
export interface Slot {
  type: 'time' | 'text' | 'person' | 'duration';
  /**
   * a text of one to 500 characters
   */
  ask: string;
  example: Line;
}
export interface UpdateChange {
  version: Version;
  date: Day;
  why: Text;
  ticket?: Ticket;
}
export interface Walkthrough {
  process: Slug;
  date: Day;
  walker: Slug;
  'outside-own-area': boolean;
  'followed-to-end': boolean;
  /**
   * a text of one to 5,000 characters
   */
  'first-failed'?: string;
  /**
   * @maxItems 100
   */
  findings?: Text[];
}
export interface DoneAnswer {
  done: Day;
  by: Slug;
  note?: Text;
  link?: Link;
  ticket?: Ticket;
  date?: Day;
  count?: number;
  file?: EvidencePath;
  vault?: Vault;
}
export interface NaAnswer {
  na: Text;
  by: Slug;
}
export interface WaivedAnswer {
  waived: Text;
  by: Slug;
  approved?: Slug;
  until?: Day;
  ticket?: Ticket;
}
