import type { Gate } from './gates.ts';
import { covers } from './glob.ts';
import { doubts, group, leniencies, lintLine, list, type Plain, said, texts } from './script.ts';

/** Steps of an Azure pipeline that lint with a base, wherever they stand: in stages, jobs or alone. */
export function azureGates(file: string, data: unknown): readonly Gate[] {
  const pipeline = group(data);
  const stages = list(pipeline['stages']).map(group);
  const jobs = [pipeline, ...stages].flatMap((each) => list(each['jobs']).map((job) => [group(job), each] as const));
  return [[pipeline, pipeline] as const, ...jobs].flatMap(([job, stage]) => gatesIn(file, job, stage === pipeline ? [] : [stage], pipeline));
}

function gatesIn(file: string, job: Plain, above: readonly Plain[], pipeline: Plain): Gate[] {
  const steps = list(job['steps']).map(group);
  const pr = group(pipeline['pr']);
  return steps.flatMap((step, index): Gate[] => {
    const script = [step['script'], step['bash'], step['pwsh'], step['powershell']].find((each) => typeof each === 'string');
    const command = script === undefined ? undefined : lintLine(script);
    if (script === undefined || command === undefined) return [];
    const checkouts = steps.slice(0, index).filter((each) => each['checkout'] !== undefined);
    return [
      {
        kind: 'azure',
        file,
        via: [],
        job: said(job['displayName'] ?? job['job'] ?? 'steps'),
        command,
        // Azure Repos starts it by a policy of the branch, which no file holds
        pulls: pipeline['pr'] === 'none' ? false : pipeline['pr'] === undefined ? undefined : true,
        filters: pr['paths'] === undefined ? [] : [{ words: `paths: ${said(pr['paths'])}`, starts: startedBy(group(pr['paths'])) }],
        branches: [],
        deaf: [],
        lenient: [
          ...[step, job].flatMap((each) =>
            each['continueOnError'] === undefined || each['continueOnError'] === false ? [] : [`continueOnError: ${said(each['continueOnError'])}`],
          ),
          ...leniencies(script, command, { stops: false, pipefail: false }),
        ],
        doubts: doubts(script, command),
        unseen: [],
        conditions: [step, job, ...above].flatMap(({ condition }) => (condition === undefined ? [] : [said(condition)])),
        needs: [],
        whole: checkouts.length === 0 ? undefined : checkouts.some((each) => String(each['fetchDepth']) === '0'),
      },
    ];
  });
}

/** Folders and files that start it, and those that do not; a folder stands for all below it. */
function startedBy({ include, exclude }: Plain): (path: string) => boolean {
  const holds = (names: unknown, path: string): boolean =>
    texts(names).some((each) => {
      const folder = each.replace(/^\//, '').replace(/\/?\*+$/, '');
      return folder === '' || covers(`/${folder}`, path);
    });
  return (path) => (include === undefined || holds(include, path)) && !holds(exclude, path);
}
