import type { PatternFault } from './book.ts';
import type { Checklist as ChecklistFacts, Release, Shelf } from './checklist.ts';
import type { Listing } from './listing.ts';
import type { Roster } from './people.ts';
import type { Words } from './rule.ts';
import type { Place } from './text.ts';
import type { Node } from './tree.ts';
import type { Answer, Checklist, Config, Customer, Customers, Page, People, Phrases, Project, Run, Signoff, Update, Walkthrough } from './types.generated.ts';

export type State = Run['state'];

/** A part of a file that did not fit its schema was left out: any key may be missing. */
export type Loose<T> = { readonly [Key in keyof T]?: T[Key] | undefined };

/** A run's own file, as far as it fits its schema. */
export type LooseRun = Omit<Loose<Run>, 'project' | 'answers' | 'settled'> & {
  readonly project?: Loose<Project>;
  readonly answers?: Readonly<Record<string, Answer | undefined>>;
  readonly settled?: Readonly<Record<string, Answer | undefined>>;
};

/** A file's text and the place of each of its values: what the engine needs to locate a finding. */
export interface Located {
  /** Relative to the repository's root, with forward slashes. */
  readonly file: string;
  readonly text: string;
  /** Worked out when it is first asked for: a file without findings never needs it. */
  readonly places: () => Place;
}

/** A sign-off file beside a run. */
export interface SignoffDocument extends Located {
  readonly data: Loose<Signoff>;
  /** Phase and role as the file's name gives them. */
  readonly phase: string;
  readonly role: string;
}

/** An evidence file: its SHA-256 as 64 hex digits, or why there is none, and the name of one that only differs in capitals or in how accents are kept. */
export type Evidence = { readonly digest: string } | NoEvidence;

/** An empty file has a digest too: seals of years ago may hold it. */
export interface NoEvidence {
  readonly problem: 'missing' | 'link' | 'not-file' | 'empty' | 'unreadable';
  readonly meant?: string;
  readonly digest?: string;
}

/** What the base revision's own file says of a run. */
export interface RunBefore {
  readonly state?: State | undefined;
  readonly checklist?: string | undefined;
  readonly reason?: string | undefined;
  readonly crew: ReadonlySet<string>;
  readonly kinds?: Readonly<Record<string, boolean>> | undefined;
}

/** What the base revision says of a run. */
export interface RunBase {
  /** Undefined where the run is new. */
  readonly before?: RunBefore | undefined;
  /** The change touches the run's folder. */
  readonly changed: boolean;
  /** Files of its folder that the change touches. */
  readonly files: ReadonlySet<string>;
  /** Of a change that closes or finishes the run: what else it changes of people, releases, schemas and config. */
  readonly policy: readonly string[];
}

/** What the forge says of a sign-off: its person's account approved a commit in which it, and all that it covers, is as it is now; or why not. */
export type ApprovalStanding = 'approved' | 'none' | 'dismissed' | 'other-content' | 'no-account' | 'unknown-commit';

/** A run with all that judging it needs. */
export interface RunDocument extends Located {
  readonly kind: 'run';
  /** `<customer>/<project>`, from the folder. */
  readonly id: string;
  readonly run: LooseRun;
  /** The state it is judged in: its own, or what `--as` asks for. */
  readonly state: State | undefined;
  /** The release it is pinned to. */
  readonly checklist?: Release | undefined;
  /** All releases, by the id of their checklist. */
  readonly releases: ReadonlyMap<string, Shelf>;
  /** Well-formed answers to items that the release has and that are in force. */
  readonly answers: ReadonlyMap<string, Answer>;
  readonly settled: ReadonlyMap<string, Answer>;
  /** Phases that must be complete in this state. */
  readonly phases: readonly string[];
  readonly people: Roster;
  readonly customers: Listing<Customer>;
  readonly signoffs: readonly SignoffDocument[];
  /** By the path that an answer names. */
  readonly evidence: ReadonlyMap<string, Evidence>;
  readonly assurance: 'declared' | 'sealed' | 'approved';
  /** Undefined where nobody handed in what the forge says. */
  readonly approvals?: ((signoff: SignoffDocument) => ApprovalStanding) | undefined;
  readonly base?: RunBase | undefined;
  /** People and releases are the base's: the change closes or finishes the run. */
  readonly judgedByBase: boolean;
  readonly today: string;
  /** Finished or cancelled, and not by the change at hand: held to shape and seals alone. */
  readonly archived: boolean;
  /** Paths, steps joined with `/`, that did not fit the schema and are left out. */
  readonly broken: ReadonlySet<string>;
}

/** A living checklist, or a frozen release of one. */
export interface ChecklistDocument extends Located {
  readonly kind: 'checklist';
  readonly data: Loose<Checklist>;
  readonly facts: ChecklistFacts;
  /** What the file's name says a release is; undefined for a living checklist. */
  readonly release?: string | undefined;
  /** Playbooks and other pages of the site, such as `playbooks/handing-over-a-project`. */
  readonly pages: ReadonlySet<string>;
  /** Paths, steps joined with `/`, that did not fit the schema and are left out. */
  readonly broken: ReadonlySet<string>;
  readonly base?: { readonly text?: string | undefined } | undefined;
  /** All releases of this checklist. */
  readonly shelf?: Shelf | undefined;
  /** Runs of this checklist that are not closed yet. */
  readonly openRuns: () => readonly OpenRun[];
  /** Of a release: the living checklist it was made from, and the release before it. */
  readonly origin?: { readonly living?: Loose<Checklist> | undefined; readonly previous?: Release | undefined } | undefined;
}

/** A run that is still on, as far as a change of its checklist concerns it. */
export interface OpenRun {
  readonly id: string;
  readonly version: string;
  readonly kinds: Readonly<Record<string, boolean | undefined>>;
}

/** Any YAML file as plain text: for what must hold in all of them. */
export interface TextDocument extends Located {
  readonly kind: 'text';
  /** The schema from which editors should complete the file: the way to it from there, and whether the repository has it. */
  readonly schema?: { readonly way: string; readonly exists: () => boolean } | undefined;
}

/** A page of the site: a playbook, a page on mistakes, or a page of the docs. */
export interface PageDocument extends Located {
  readonly kind: 'page';
  /** Its address without slashes at the ends, such as `playbooks/leaving-a-site`. */
  readonly id: string;
  readonly folder: 'playbooks' | 'mistakes' | 'docs';
  /** Its frontmatter; a page of the docs has title and description only. */
  readonly data: Loose<Page>;
  readonly root: Node;
  readonly addresses: Addresses;
  /** Names, accounts and addresses of everybody in the records: people and customers' contacts. */
  readonly persons: ReadonlySet<string>;
  /** Ids of the config's processes. */
  readonly processes: readonly string[];
}

/** Where a link inside the site may lead. */
export interface Addresses {
  /** Pages with a slash at each end, `/playbooks/leaving-a-site/`, and places in them, `/phrases/#vendor-blame`. */
  readonly pages: ReadonlySet<string>;
  /** Ids by the component that names them: items as `<checklist>/<item>`, update templates. */
  readonly items: ReadonlySet<string>;
  readonly updates: ReadonlySet<string>;
}

/** An update template. */
export interface UpdateDocument extends Located {
  readonly kind: 'update';
  readonly data: Loose<Update>;
  /** Paths, steps joined with `/`, that did not fit the schema and are left out. */
  readonly broken: ReadonlySet<string>;
}

/** A group of phrase rules. */
export interface PhrasesDocument extends Located {
  readonly kind: 'phrases';
  readonly data: Loose<Omit<Phrases, 'rules'>> & { readonly rules?: readonly (Phrases['rules'][number] | undefined)[] | undefined };
  readonly faults: readonly PatternFault[];
  /** Examples that do not do what they should: a `flag` that is not found, a `pass` that is; up to the first that could not be checked. */
  readonly failing: readonly FailingExample[];
  /** Ids of the rules of the other groups, each with its file. */
  readonly elsewhere: ReadonlyMap<string, string>;
}

/** An example that does not do what it should. */
export interface FailingExample {
  readonly rule: number;
  readonly key: 'flag' | 'pass';
  readonly index: number;
  /** What could not be looked for in it, so that nobody knows what it does. */
  readonly unchecked?: Words | undefined;
}

/** What all pages and templates have: a name and a day of review. */
export interface ContentDocument extends Located {
  readonly kind: 'content';
  /** The file's name without its ending. */
  readonly name: string;
  readonly data: {
    readonly id?: string | undefined;
    readonly reviewed?: string | undefined;
    readonly 'review-every'?: number | undefined;
    readonly owner?: string | undefined;
  };
  readonly today: string;
  /** The change at hand touches the file. */
  readonly changed: boolean;
}

/** Somebody followed a process's document. */
export interface WalkthroughDocument extends Located {
  readonly kind: 'walkthrough';
  /** The file's name without its ending: `<date>-<process>`. */
  readonly name: string;
  readonly data: Loose<Walkthrough>;
  readonly processes: readonly string[];
  readonly people: Roster;
  readonly today: string;
}

/** A run that names its project in the PSA. */
export interface NumberedRun extends Located {
  /** `<customer>/<project>`. */
  readonly id: string;
  /** As the run writes it. */
  readonly number: string;
  /** The day, or empty where it is not known. */
  readonly started: string;
  /** Finished or cancelled. */
  readonly over: boolean;
}

/** All files together. */
export interface LibraryDocument {
  readonly kind: 'library';
  readonly config?: (Located & { readonly data: Loose<Config>; readonly changed: boolean }) | undefined;
  readonly walkthroughs: readonly Loose<Walkthrough>[];
  /** Pages of the site, such as `playbooks/approve-and-post`. */
  readonly pages: ReadonlySet<string>;
  readonly today: string;
  readonly people?: (Located & { readonly data: readonly (People[number] | undefined)[] }) | undefined;
  readonly customers?: (Located & { readonly data: readonly (Customers[number] | undefined)[] }) | undefined;
  /** Of the runs that were linted. */
  readonly numbered: readonly NumberedRun[];
  /** Files of runs and releases that the base has and the tree has not; undefined without a base. */
  readonly gone?: readonly { readonly file: string; readonly kind: 'run' | 'release' }[] | undefined;
}

/** What a rule can read, by the word it says in `reads`. */
export interface Documents {
  run: RunDocument;
  checklist: ChecklistDocument;
  text: TextDocument;
  page: PageDocument;
  update: UpdateDocument;
  phrases: PhrasesDocument;
  content: ContentDocument;
  walkthrough: WalkthroughDocument;
  library: LibraryDocument;
}

export type { Answer, Checklist, Config, Customer, Person, Project, Run, Signoff } from './types.generated.ts';
