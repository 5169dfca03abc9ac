import type { Documents } from './documents.ts';
import type { Path, Range, Span } from './text.ts';

export type Severity = 'error' | 'warning' | 'info';
/** What fills a message's `{slots}`. */
export type Words = Readonly<Record<string, string | number | undefined>>;

/** What a rule yields: which message, and where in the data. */
export interface Finding<MessageId extends string = string> {
  readonly messageId: MessageId;
  /** Keys and indexes from the root; a missing one is shown at its holder's key. */
  readonly at: Path;
  /** Point at the key instead of its value. */
  readonly on?: 'key' | undefined;
  /** Instead of `at`, a stretch of the file's text. */
  readonly span?: Span;
  /** Another file of the same document: a sign-off of the run. */
  readonly file?: string;
  readonly data?: Words;
  /** The item of the checklist that it is about, where `at` does not say so. */
  readonly item?: string;
  /** Softer than the rule's own severity. */
  readonly severity?: Severity;
  /** The text it points at must not be shown again: a password. */
  readonly secret?: true;
  /** It could not be decided whether the rule holds. */
  readonly undecided?: true;
  /** A change that mends it without a doubt. */
  readonly fix?: Edit;
  /** What would be right where it points: the engine makes a change of it. */
  readonly instead?: Instead | undefined;
}

/** One replacement of a stretch of the file's text. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** What would be right in place of a value or key. */
export interface Instead {
  /** The value as it was read. */
  readonly was: string;
  /** Without quotes; several where it can be read in several ways. */
  readonly texts: readonly string[];
  /** Nothing else can be meant: then it is a fix, else a suggestion that nobody writes for you. */
  readonly sure: boolean;
}

/** One check: a pure function from a document to findings, and all that is said about it. */
export interface Rule<Kind extends keyof Documents = keyof Documents, MessageId extends string = string> {
  readonly id: string;
  readonly reads: Kind;
  readonly severity: Severity;
  /** One sentence that states the wished state. */
  readonly summary: string;
  /** Why it matters to support, in a sentence or two. */
  readonly why: string;
  readonly messages: Readonly<Record<MessageId, string>>;
  /** The state from which a run is held to it; every state if left out. */
  readonly from?: 'closing';
  /** What it finds is not wrong, only not done yet: an info while the run is still closing. */
  readonly pending?: true;
  /** Also holds for the archive: finished and cancelled runs. */
  readonly archive?: true;
  /** Judged last, and only where nothing else is wrong: a signature under a wrong run says nothing. */
  readonly last?: true;
  /** Turns from green to red by itself as days go by. */
  readonly timed?: true;
  /** No suppression silences it: it guards what others rely on. */
  readonly firm?: true;
  /** Whether there is anything to look at; always if left out. Most rules find nothing in most files, and to ask this first costs least. */
  when?(document: Documents[Kind]): boolean;
  check(document: Documents[Kind]): Iterable<Finding<MessageId>>;
}

/** What is said of a rule beside its findings: what it wishes, and why. */
export type RuleBrief = Pick<Rule, 'severity' | 'summary' | 'why'>;

/** A finding that has been located and worded. */
export interface Diagnostic {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: string;
  /** Relative to the repository's root, with forward slashes. */
  readonly file: string;
  readonly range: Range;
  readonly path: Path;
  /** The rule's page: a whole address where the config names its `site`, else the page's place on any site. */
  readonly url: string;
  readonly undecided?: true;
  /** The item of the checklist that it is about. */
  readonly item?: string;
  /** What it points at must not be shown. */
  readonly secret?: true;
  /** Not wrong, only not done yet: it will block closing. */
  readonly pending?: true;
  readonly fix?: Edit;
  /** Changes of which a person may pick one; never made by --fix. */
  readonly suggestions?: readonly Edit[];
  /** Name of the sign-off that would no longer fit: why it is a suggestion and no fix. */
  readonly stales?: string;
}

/** Types a rule's messages from the object itself, so that `yield` takes no unknown message id. */
export function defineRule<Kind extends keyof Documents, MessageId extends string>(rule: Rule<Kind, MessageId>): Rule<Kind, MessageId> {
  return rule;
}
