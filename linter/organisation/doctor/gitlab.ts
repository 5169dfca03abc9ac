import type { Gate } from './gates.ts';
import { isOurs, type Job, jobsOf, type Pipeline, pipelineOf } from './gitlab-pipeline.ts';
import { isInRequests, type Made, madeBy, startOf } from './gitlab-rules.ts';
import { doubts, group, leniencies, lintLine, list, type Plain, said, texts } from './script.ts';

/** Jobs of a GitLab pipeline that lint with a base, and its includes of Closeout's component; `files` holds what it takes in. */
export function gitlabGates(file: string, files: ReadonlyMap<string, unknown>): readonly Gate[] {
  const pipeline = pipelineOf(file, files);
  const parts = new Set([file, ...[...pipeline.places.values()].flat()]);
  const components = [...parts].flatMap((each) => list(group(files.get(each))['include']).map((include) => [each, group(include)['component']] as const));
  const jobs = jobsOf(pipeline);
  const made = madeBy(pipeline.data);
  const apart = jobs.some(({ data }) => isInRequests(data, made));
  return [
    ...jobs.flatMap((job) => gateIn(file, job, pipeline, (data) => startOf(data, made, apart))),
    ...components.flatMap(([each, component]) => (isOurs(component) ? [ourGate(each, said(component), made)] : [])),
  ];
}

/** What our component does is known: its job runs for every merge request, as far as there is a pipeline. */
function ourGate(file: string, job: string, made: Made): Gate {
  const start = startOf({ rules: [{ if: '$CI_PIPELINE_SOURCE == "merge_request_event"' }] }, made, true);
  const nothing = { via: [], branches: [], deaf: [], lenient: [], doubts: [], unseen: [], needs: [] };
  return { kind: 'gitlab', file, job, ...nothing, ...start, whole: true };
}

function gateIn(main: string, { id, data: job, parts, missing }: Job, pipeline: Pipeline, startOfJob: (job: Plain) => ReturnType<typeof startOf>): Gate[] {
  const inherited = group(pipeline.data['default'])['before_script'] ?? pipeline.data['before_script'];
  const script = [job['before_script'] ?? inherited, job['script']].flatMap(texts).join('\n');
  const command = lintLine(script);
  if (command === undefined) return [];
  const files = [...new Set(parts.flatMap((name) => pipeline.places.get(name) ?? []))];
  const file = pipeline.places.get(id)?.at(-1) ?? main;
  const rules = list(job['rules']).map(group);
  const depth = group(job['variables'])['GIT_DEPTH'] ?? group(pipeline.data['variables'])['GIT_DEPTH'];
  const soft = [job, ...rules].flatMap((each) =>
    each['allow_failure'] === undefined || each['allow_failure'] === false ? [] : [`allow_failure: ${said(each['allow_failure'])}`],
  );
  const manual = [job, ...rules].flatMap(({ when }) => (when === 'manual' || when === 'delayed' ? [`when: ${when}`] : []));
  const start = startOfJob(job);
  return [
    {
      kind: 'gitlab',
      file,
      via: files.filter((each) => each !== file),
      job: id,
      command,
      ...start,
      // what is not here may hold the rules
      pulls: missing.length > 0 && job['rules'] === undefined ? undefined : start.pulls,
      branches: [],
      deaf: [],
      // GitLab's runner sets errexit and pipefail itself
      lenient: [...soft, ...manual, ...leniencies(script, command, { stops: true, pipefail: true })],
      doubts: doubts(script, command),
      unseen: missing.map((name) => `extends: ${name}`),
      conditions: [...start.conditions, ...files.flatMap((each) => pipeline.conditions.get(each) ?? [])],
      needs: [],
      // GitLab fetches twenty commits unless it is told otherwise
      whole: String(depth) === '0' || /git fetch\b.*--unshallow/.test(script),
    },
  ];
}
