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
export type Phone = string;
export type People = Person[];
export type ReleaseRef = string;
export type Time = string;
export type ProjectRef = string;
export type Digest8 = string;
export type Seal = string;
export type Vault = string;
export type EvidencePath = string;
export type Answer = 'open' | DoneAnswer | NaAnswer | WaivedAnswer;

export interface Files {
  checklist: Checklist;
  config: Config;
  customers: Customers;
  people: People;
  run: Run;
  signoff: Signoff;
  walkthrough: Walkthrough;
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
    closing?: 'declared' | 'sealed';
  };
  /**
   * A rule that is a warning or info of itself may be set otherwise; an error stays one.
   */
  severities?: {
    [k: string]: 'error' | 'warning' | 'info';
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
