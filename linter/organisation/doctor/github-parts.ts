import { group, list, type Plain } from './script.ts';

const MOST_DEEP = 5;

/** How often workflows and actions of the repository are still followed for one file: no loop runs away. */
export interface Budget {
  left: number;
}

/** A job with what stands around it. */
export interface PlacedJob {
  readonly job: Plain;
  /** Its name in the list of checks: that of the job that calls its workflow stands in front. */
  readonly name: string;
  /** Jobs that call its workflow, the outermost first. */
  readonly around: readonly Plain[];
  readonly workflow: Plain;
  /** Files of the repository that it comes through. */
  readonly via: readonly string[];
}

/** The jobs of a workflow, and in place of those that call a workflow of the same repository the jobs of that. */
export function jobsIn(file: string, files: ReadonlyMap<string, unknown>, budget: Budget): readonly PlacedJob[] {
  const found: PlacedJob[] = [];
  const look = (workflow: Plain, { names, around, via }: { readonly names: readonly string[] } & Pick<PlacedJob, 'around' | 'via'>): void => {
    for (const [id, each] of Object.entries(group(workflow['jobs']))) {
      const job = group(each);
      const all = [...names, typeof job['name'] === 'string' ? job['name'] : id];
      const called = localPath(job['uses']);
      if (called === undefined || !files.has(called)) found.push({ job, name: all.join(' / '), around, workflow, via });
      else if (via.length < MOST_DEEP && budget.left-- > 0) look(group(files.get(called)), { names: all, around: [...around, job], via: [...via, called] });
    }
  };
  look(group(files.get(file)), { names: [], around: [], via: [] });
  return found;
}

/** A step with what stands around it. */
export interface PlacedStep {
  readonly step: Plain;
  /** Steps that run the actions that it is a part of, the outermost first. */
  readonly around: readonly Plain[];
  readonly via: readonly string[];
}

/** The steps of a job, and behind those that run an action of the same repository the steps of that. */
export function stepsIn(job: Plain, files: ReadonlyMap<string, unknown>, budget: Budget): readonly PlacedStep[] {
  const found: PlacedStep[] = [];
  const look = (steps: unknown, around: readonly Plain[], via: readonly string[]): void => {
    for (const step of list(steps).map(group)) {
      found.push({ step, around, via });
      const action = actionFiles(step['uses']).find((each) => files.has(each));
      if (action !== undefined && via.length < MOST_DEEP && budget.left-- > 0)
        look(group(group(files.get(action))['runs'])['steps'], [...around, step], [...via, action]);
    }
  };
  look(job['steps'], [], []);
  return found;
}

/** `./.github/workflows/x.yml` from the repository's root; undefined for what lies elsewhere. */
function localPath(uses: unknown): string | undefined {
  return typeof uses === 'string' && /^\.\/(?!.*\.\.)[\w./-]+$/.test(uses) ? uses.slice(2).replace(/\/$/, '') : undefined;
}

/** The files that may hold an action of the repository; the repository itself as an action is Closeout's own. */
function actionFiles(uses: unknown): readonly string[] {
  const folder = localPath(uses);
  return folder === undefined || /\.ya?ml$/.test(folder) ? [] : [`${folder}/action.yml`, `${folder}/action.yaml`];
}

/** Files of the same repository that a workflow or an action runs. */
export function localActions(data: unknown): readonly string[] {
  const own = group(group(data)['runs'])['steps'];
  const steps = [own, ...Object.values(group(group(data)['jobs'])).map((job) => group(job)['steps'])].flatMap(list).map(group);
  return [...new Set(steps.flatMap(({ uses }) => actionFiles(uses)))];
}

/** Workflows that a workflow calls and nobody can see from here. */
export function calledElsewhere(data: unknown, files: ReadonlyMap<string, unknown>): readonly string[] {
  return Object.values(group(group(data)['jobs'])).flatMap((each) => {
    const { uses } = group(each);
    return typeof uses !== 'string' || files.has(localPath(uses) ?? '') ? [] : [uses];
  });
}
