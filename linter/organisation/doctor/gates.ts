import { azureGates } from './azure.ts';
import type { Facts } from './facts.ts';
import { githubGates } from './github.ts';
import { calledElsewhere } from './github-parts.ts';
import { gitlabGates } from './gitlab.ts';
import { elsewhereIn } from './gitlab-pipeline.ts';

/** What lets some changes start a gate and others not. */
export interface Filter {
  /** In the file's words. */
  readonly words: string;
  /** Whether a change of this path, or a request to this branch, starts it; undefined where nobody can tell. */
  starts(name: string): boolean | undefined;
}

/** A part of a workflow that lies somewhere else. */
export interface Elsewhere {
  readonly file: string;
  readonly what: string;
  /** It may change jobs that stand here: GitLab makes one pipeline of all. */
  readonly mayChange: boolean;
}

/** The file that GitLab begins with. */
export const GITLAB = '.gitlab-ci.yml';

/** One step of a workflow that lints with a base, in words that are the same for every CI system. */
export interface Gate {
  readonly kind: 'github' | 'gitlab' | 'azure';
  readonly file: string;
  /** Other files of the repository that it is made of: a workflow that is called, an action, what a pipeline takes in. */
  readonly via: readonly string[];
  readonly job: string;
  /** The line that lints; undefined where an action or a component of Closeout does. */
  readonly command?: string | undefined;
  /** Whether it runs for pull requests; undefined where the file does not tell. */
  readonly pulls?: boolean | undefined;
  /** What leaves pull requests out by the paths that they change. */
  readonly filters: readonly Filter[];
  /** The only branches that it runs for requests to; none where it runs for all. */
  readonly branches: readonly Filter[];
  /** Kinds of a pull request's events that do not start it: `synchronize`. */
  readonly deaf: readonly string[];
  /** It runs with the rights of the base and on the code of the request. */
  readonly trusting?: boolean | undefined;
  /** What keeps a red result from counting, in the file's words. */
  readonly lenient: readonly string[];
  /** What may keep it from counting, in the file's words. */
  readonly doubts: readonly string[];
  /** Parts of it that no file of the repository holds, in the file's words. */
  readonly unseen: readonly string[];
  /** Conditions under which it does not run at all. */
  readonly conditions: readonly string[];
  /** Jobs that it waits for. */
  readonly needs: readonly string[];
  /** Whether the whole history is fetched; undefined where the file does not tell. */
  readonly whole?: boolean | undefined;
}

/** More than these are looked at no more. */
const MOST_GATES = 200;

// kept, for most looks ask
const known = new WeakMap<Facts['workflows'], readonly Gate[]>();

/** Every gate of every workflow that could be read; what never runs for pull requests is none where another does. */
export function gatesOf({ workflows }: Pick<Facts, 'workflows'>): readonly Gate[] {
  const found = known.get(workflows) ?? gatesIn(workflows);
  known.set(workflows, found);
  return found;
}

function gatesIn(workflows: Facts['workflows']): readonly Gate[] {
  const files = filesOf(workflows);
  const gates = workflows.flatMap(({ file, data, included }) => {
    // what a pipeline takes in comes with the pipeline
    if (data === undefined || included) return [];
    if (file === GITLAB) return gitlabGates(file, files);
    return /(?:^|\/)azure-pipelines[\w.-]*\.ya?ml$/.test(file) ? azureGates(file, data) : githubGates(file, files);
  });
  const running = gates.filter(({ pulls }) => pulls !== false);
  return (running.length > 0 ? running : gates).slice(0, MOST_GATES);
}

/** What workflows name that lies in other repositories, and so could not be looked into, in the files' words. */
export function elsewhereOf({ workflows }: Pick<Facts, 'workflows'>): readonly Elsewhere[] {
  const files = filesOf(workflows);
  return workflows.flatMap(({ file, data, included }) => {
    const isGitlab = included || file === GITLAB;
    const whats = isGitlab ? elsewhereIn(data, files) : calledElsewhere(data, files);
    return [...new Set(whats)].map((what) => ({ file, what, mayChange: isGitlab }));
  });
}

function filesOf(workflows: Facts['workflows']): ReadonlyMap<string, unknown> {
  return new Map(workflows.flatMap(({ file, data }) => (data === undefined ? [] : [[file, data] as const])));
}
