import { azureGates } from './azure.ts';
import type { Facts } from './facts.ts';
import { githubGates } from './github.ts';
import { gitlabGates } from './gitlab.ts';

/** One step of a workflow that lints with a base, in words that are the same for every CI system. */
export interface Gate {
  readonly kind: 'github' | 'gitlab' | 'azure';
  readonly file: string;
  readonly job: string;
  /** The line that lints; undefined where an action or a component of Closeout does. */
  readonly command?: string | undefined;
  /** Whether it runs for pull requests; undefined where the file does not tell. */
  readonly pulls?: boolean | undefined;
  /** What leaves pull requests out: path filters and the like, in the file's words. */
  readonly filters: readonly string[];
  /** The only branches that it runs for requests to; undefined where it runs for all. */
  readonly branches?: readonly string[] | undefined;
  /** Kinds of a pull request's events that do not start it: `synchronize`. */
  readonly deaf: readonly string[];
  /** It runs with the rights of the base and on the code of the request. */
  readonly trusting?: boolean | undefined;
  /** What keeps a red result from counting, in the file's words. */
  readonly lenient: readonly string[];
  /** What may keep it from counting, in the file's words. */
  readonly doubts: readonly string[];
  /** Conditions under which it does not run at all. */
  readonly conditions: readonly string[];
  /** Jobs that it waits for. */
  readonly needs: readonly string[];
  /** Whether the whole history is fetched; undefined where the file does not tell. */
  readonly whole?: boolean | undefined;
}

/** Every gate of every workflow that could be read; what never runs for pull requests is none where another does. */
export function gatesOf({ workflows }: Pick<Facts, 'workflows'>): readonly Gate[] {
  const gates = workflows.flatMap(({ file, data, included }) => {
    if (data === undefined) return [];
    if (included || /(?:^|\/)\.gitlab-ci\.ya?ml$/.test(file)) return gitlabGates(file, data);
    return /(?:^|\/)azure-pipelines[\w.-]*\.ya?ml$/.test(file) ? azureGates(file, data) : githubGates(file, data);
  });
  const running = gates.filter(({ pulls }) => pulls !== false);
  return running.length > 0 ? running : gates;
}
