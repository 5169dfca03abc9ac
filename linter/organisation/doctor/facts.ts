import type { Config, Person } from '../../core/documents.ts';

/** The host of a repository, as far as its remote tells it. */
export type Forge = 'github' | 'gitlab' | 'azure' | 'unknown';

/** What git says of the clone; `inside` is false where there is no repository. */
export interface GitFacts {
  readonly installed: boolean;
  /** Why git refuses to look, where it does: a folder of somebody else's. */
  readonly fault?: string | undefined;
  readonly inside: boolean;
  readonly shallow: boolean;
  /** Name and address of each remote. */
  readonly remotes: readonly { readonly name: string; readonly url: string }[];
  /** The branch that changes are compared with, such as `origin/main`; undefined where nothing tells it. */
  readonly base?: string | undefined;
  /** Whether the clone holds a commit that the base and this one share; undefined where there is no base. */
  readonly shares?: boolean | undefined;
  /** The folder of the config below the repository's root, with a slash at its end; empty where it is the root. */
  readonly prefix: string;
  /** What git does with the line ends of an evidence file: `unset` leaves its bytes alone. */
  readonly evidence?: string | undefined;
}

/** A file of a CI system, or an action that one runs: its data where it could be read. */
export interface Workflow {
  /** Below the repository's root. */
  readonly file: string;
  readonly text: string;
  readonly data?: unknown;
  /** GitLab's pipeline takes it in. */
  readonly included?: boolean | undefined;
  /** Why it could not be read. */
  readonly fault?: string | undefined;
}

/** A run, as far as the set-up is concerned. */
export interface RunState {
  readonly id: string;
  readonly file: string;
  readonly state?: string | undefined;
}

/** What the organisation's files say. */
export interface OrganisationFacts {
  readonly config: Config;
  readonly today: string;
  readonly people: readonly Person[];
  /** Living checklists of projects, each with its versions, newest first. */
  readonly checklists: readonly { readonly id: string; readonly versions: readonly string[] }[];
  /** Releases, `<id>@<version>`, that have no schema for editors. */
  readonly unschemed: readonly string[];
  readonly runs: readonly RunState[];
}

/** All that the doctor looks at, gathered before any check. */
export interface Facts {
  /** Version of Node, such as 26.10.0. */
  readonly node?: string | undefined;
  readonly git: GitFacts;
  readonly forge: Forge;
  readonly workflows: readonly Workflow[];
  /** Files of other CI systems that name `closeout lint`. */
  readonly otherCi: readonly string[];
  /** The code owners file that the forge reads; undefined where there is none. */
  readonly owners?: { readonly file: string; readonly text: string; readonly fault?: string | undefined } | undefined;
  /** Files that say which linter is installed, such as package.json, where the repository has them. */
  readonly installs: readonly string[];
  /** Why the config could not be used. */
  readonly fault?: string | undefined;
  readonly organisation?: OrganisationFacts | undefined;
}

/** How one thing stands. */
export type Standing = 'ok' | 'warning' | 'problem' | 'unknown';

/** What a check found: what is so and, unless it is well, what to do about it. */
export interface Told {
  readonly standing: Standing;
  readonly says: string;
  readonly todo?: string | undefined;
}

/** One look at the set-up: a pure function of the facts. */
export interface Look {
  readonly id: string;
  check(facts: Facts): readonly Told[];
}

export const ok = (says: string): Told => ({ standing: 'ok', says });
export const warning = (says: string, todo: string): Told => ({ standing: 'warning', says, todo });
export const problem = (says: string, todo: string): Told => ({ standing: 'problem', says, todo });
export const unknown = (says: string, todo: string): Told => ({ standing: 'unknown', says, todo });
