import type { Gate } from './gates.ts';
import { doubts, group, leniencies, lintLine, list, said, texts } from './script.ts';

const MERGE = /merge_request_event|CI_MERGE_REQUEST_(?:IID|ID)|CI_OPEN_MERGE_REQUESTS/;

/** Jobs of a GitLab pipeline that lint with a base, and its includes of Closeout's component. */
export function gitlabGates(file: string, data: unknown): readonly Gate[] {
  const pipeline = group(data);
  const jobs = Object.entries(pipeline).flatMap(([id, each]) => gateIn(file, id, group(each), pipeline));
  const components = list(pipeline['include']).flatMap((each) => {
    const { component } = group(each);
    return typeof component === 'string' && /closeout/i.test(component) ? [said(component)] : [];
  });
  return [
    ...jobs,
    // what our component does is known
    ...components.map(
      (job): Gate => ({ kind: 'gitlab', file, job, pulls: true, filters: [], deaf: [], lenient: [], doubts: [], conditions: [], needs: [], whole: true }),
    ),
  ];
}

/** Files of the same repository that a pipeline takes in, by their path from its root. */
export function localIncludes(data: unknown): readonly string[] {
  return list(group(data)['include']).flatMap((each) => {
    const local = typeof each === 'string' ? each : group(each)['local'];
    return typeof local === 'string' && /^[\w./-]+\.ya?ml$/.test(local) ? [local.replace(/^\//, '')] : [];
  });
}

function gateIn(file: string, id: string, job: Readonly<Record<string, unknown>>, pipeline: Readonly<Record<string, unknown>>): Gate[] {
  const lines = [pipeline['before_script'], job['before_script'], job['script']].flatMap(texts);
  const script = lines.join('\n');
  const command = lintLine(script);
  if (command === undefined) return [];
  const rules = list(job['rules']).map(group);
  const only = group(job['only']);
  const refs = [...texts(job['only']), ...texts(only['refs'])];
  const depth = group(job['variables'])['GIT_DEPTH'] ?? group(pipeline['variables'])['GIT_DEPTH'];
  const soft = [job, ...rules].flatMap((each) =>
    each['allow_failure'] === undefined || each['allow_failure'] === false ? [] : [`allow_failure: ${said(each['allow_failure'])}`],
  );
  const manual = [job, ...rules].flatMap(({ when }) => (when === 'manual' || when === 'delayed' ? [`when: ${when}`] : []));
  const workflow = list(group(pipeline['workflow'])['rules']).map(group);
  const all = [...rules, ...workflow].map((rule) => said(rule['if'] ?? ''));
  const ruleless = all.length === 0 && job['only'] === undefined && job['except'] === undefined;
  return [
    {
      kind: 'gitlab',
      file,
      job: id,
      command,
      // without rules it runs for every branch, and its result stands at the request; `extends` may say anything
      pulls: job['extends'] === undefined && (ruleless || refs.includes('merge_requests') || all.some((each) => MERGE.test(each))) ? true : undefined,
      filters: [...rules, only].flatMap((each) => (each['changes'] === undefined ? [] : [`changes: ${said(each['changes'])}`])),
      deaf: [],
      // GitLab's runner sets errexit and pipefail itself
      lenient: [...soft, ...manual, ...leniencies(script, command, { stops: true, pipefail: true })],
      doubts: doubts(script, command),
      conditions: [],
      needs: [],
      // GitLab fetches twenty commits unless it is told otherwise
      whole: String(depth) === '0' || /git fetch\b.*--unshallow/.test(script),
    },
  ];
}
