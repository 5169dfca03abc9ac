import type { Gate } from './gates.ts';
import { doubts, group, leniencies, lintLine, list, type Shell, said, texts } from './script.ts';

/** Jobs and steps of a GitHub workflow that lint with a base. Gitea and Forgejo read the same files. */
export function githubGates(file: string, data: unknown): readonly Gate[] {
  const workflow = group(data);
  const trigger = triggerOf(workflow['on']);
  return Object.entries(group(workflow['jobs'])).flatMap(([id, each]) => {
    const job = group(each);
    const steps = list(job['steps']).map(group);
    return steps.flatMap((step, index) => gateIn({ file, id, job, step, before: steps.slice(0, index), workflow, trigger }));
  });
}

/** `uses:` of the product's own action. */
const ACTION = /(?:^|\/)closeout(?:-[\w-]+)?(?:\/[\w./-]*)?@|^\.\/$/i;

interface Found {
  readonly file: string;
  readonly id: string;
  readonly workflow: Readonly<Record<string, unknown>>;
  readonly job: Readonly<Record<string, unknown>>;
  readonly step: Readonly<Record<string, unknown>>;
  readonly before: readonly Readonly<Record<string, unknown>>[];
  readonly trigger: Pick<Gate, 'pulls' | 'filters' | 'branches' | 'deaf' | 'trusting'>;
}

function gateIn({ file, id, job, step, before, workflow, trigger }: Found): Gate[] {
  const script = typeof step['run'] === 'string' ? step['run'] : undefined;
  const command = script === undefined ? undefined : lintLine(script);
  const action = typeof step['uses'] === 'string' && ACTION.test(step['uses']);
  if (command === undefined && !action) return [];
  const shell = [step, group(job['defaults'])['run'], group(workflow['defaults'])['run']]
    .map((each) => group(each)['shell'])
    .find((each) => each !== undefined);
  const soft = [step, job].flatMap((each) => {
    const value = each['continue-on-error'];
    return value === undefined || value === false ? [] : [`continue-on-error: ${said(value)}`];
  });
  return [
    {
      kind: 'github',
      file,
      job: typeof job['name'] === 'string' ? said(job['name']) : id,
      command,
      ...trigger,
      lenient: [...soft, ...(script && command ? leniencies(script, command, shellOf(shell, said(job['runs-on']))) : [])],
      doubts: script && command ? doubts(script, command) : [],
      conditions: [step['if'], job['if']].flatMap((each) => (each === undefined || isForPulls(said(each)) ? [] : [said(each)])),
      needs: texts(job['needs']),
      whole: wholeOf(before),
    },
  ];
}

/** `shell: bash` fails where any part of a pipe fails, GitHub's own choice does not; PowerShell goes on after a command that failed. */
function shellOf(shell: unknown, machine: string): Shell {
  // a shell in words of one's own goes on, unless its words say otherwise
  const stops = shell === undefined ? !/windows/i.test(machine) : /^(?:bash|sh)$|^\S+\s(?:.*\s)?-\w*e/.test(String(shell));
  return { stops, pipefail: shell === 'bash' || /pipefail/.test(String(shell)) };
}

/** Whether the history is whole once the steps before it have run; undefined where none of them fetches any. */
function wholeOf(before: readonly Readonly<Record<string, unknown>>[]): boolean | undefined {
  if (before.some(({ run }) => typeof run === 'string' && /git fetch\b.*--unshallow/.test(run))) return true;
  const checkouts = before.filter(({ uses }) => typeof uses === 'string' && /(?:^|\/)checkout@/.test(uses));
  const depths = checkouts.map((step) => group(step['with'])['fetch-depth']);
  return checkouts.length === 0 ? undefined : depths.some((depth) => String(depth) === '0');
}

/** A condition that every pull request meets, or one that only says so. */
function isForPulls(condition: string): boolean {
  const plain = condition
    .replace(/^\$\{\{(.*)\}\}$/s, '$1')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return /^(?:(?:always|success)\(\)|!\s?cancelled\(\)|github\.event\.pull_request(?: != null)?|github\.event_name == '(?:pull_request|merge_group)'|github\.event_name != '(?!pull_request')\w+')$/.test(
    plain,
  );
}

const PULL = 'pull_request';
const NEEDED = ['opened', 'synchronize', 'reopened'];

function triggerOf(trigger: unknown): Found['trigger'] {
  const names = typeof trigger === 'string' ? [trigger] : Array.isArray(trigger) ? texts(trigger) : Object.keys(group(trigger));
  const trusting = names.includes('pull_request_target');
  const pull = group(group(trigger)[PULL]);
  const filters = ['paths', 'paths-ignore', 'branches-ignore'].filter((key) => pull[key] !== undefined).map((key) => `${key}: ${said(pull[key])}`);
  const types = texts(pull['types']);
  return {
    pulls: names.includes(PULL) || trusting,
    filters,
    branches: pull['branches'] === undefined ? undefined : texts(pull['branches']),
    deaf: types.length === 0 ? [] : NEEDED.filter((type) => !types.includes(type)),
    trusting,
  };
}
