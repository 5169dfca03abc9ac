import type { Filter, Gate } from './gates.ts';
import { jobsIn, type PlacedJob, type PlacedStep, stepsIn } from './github-parts.ts';
import { picks } from './glob.ts';
import { doubts, group, leniencies, lintLine, type Plain, type Shell, said, texts } from './script.ts';

const MOST_FOLLOWED = 200;

/** Jobs and steps of a GitHub workflow that lint with a base, and of what it calls in `files`. Gitea and Forgejo read the same files. */
export function githubGates(file: string, files: ReadonlyMap<string, unknown>): readonly Gate[] {
  const trigger = triggerOf(group(files.get(file))['on']);
  const budget = { left: MOST_FOLLOWED };
  return jobsIn(file, files, budget).flatMap((placed) => {
    const steps = stepsIn(placed.job, files, budget);
    return steps.flatMap((each, index) => gateIn({ file, trigger, placed, each, before: () => steps.slice(0, index).map(({ step }) => step) }));
  });
}

/** `uses:` of the product's own action. */
const ACTION = /(?:^|\/)closeout(?:-[\w-]+)?(?:\/[\w./-]*)?@|^\.\/$/i;

interface Found {
  readonly file: string;
  readonly trigger: Pick<Gate, 'pulls' | 'filters' | 'branches' | 'deaf' | 'trusting'>;
  readonly placed: PlacedJob;
  readonly each: PlacedStep;
  /** The steps before it. */
  before(): readonly Plain[];
}

function gateIn({ file, trigger, placed, each, before }: Found): Gate[] {
  const { step } = each;
  const { job, workflow } = placed;
  const script = typeof step['run'] === 'string' ? step['run'] : undefined;
  const command = script === undefined ? undefined : lintLine(script);
  const action = typeof step['uses'] === 'string' && ACTION.test(step['uses']);
  if (command === undefined && !action) return [];
  const shell = [step, group(job['defaults'])['run'], group(workflow['defaults'])['run']]
    .map((holder) => group(holder)['shell'])
    .find((found) => found !== undefined);
  const holders = [step, ...each.around, job, ...placed.around];
  const soft = holders.flatMap((holder) => {
    const value = holder['continue-on-error'];
    return value === undefined || value === false ? [] : [`continue-on-error: ${said(value)}`];
  });
  return [
    {
      kind: 'github',
      file,
      via: [...placed.via, ...each.via],
      job: said(placed.name),
      command,
      ...trigger,
      lenient: [...soft, ...(script && command ? leniencies(script, command, shellOf(shell, said(job['runs-on']))) : [])],
      doubts: script && command ? doubts(script, command) : [],
      unseen: [],
      conditions: holders.flatMap((holder) => (holder['if'] === undefined || isForPulls(said(holder['if'])) ? [] : [said(holder['if'])])),
      needs: [job, ...placed.around].flatMap((holder) => texts(holder['needs'])),
      whole: wholeOf(before()),
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
function wholeOf(before: readonly Plain[]): boolean | undefined {
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
const TRUSTING = 'pull_request_target';
const NEEDED = ['opened', 'synchronize', 'reopened'];

function triggerOf(trigger: unknown): Found['trigger'] {
  const names = typeof trigger === 'string' ? [trigger] : Array.isArray(trigger) ? texts(trigger) : Object.keys(group(trigger));
  const trusting = names.includes(TRUSTING);
  const pull = group(group(trigger)[names.includes(PULL) ? PULL : TRUSTING]);
  const types = texts(pull['types']);
  return {
    pulls: names.includes(PULL) || trusting,
    filters: filtersIn(pull, 'paths'),
    branches: filtersIn(pull, 'branches'),
    deaf: types.length === 0 ? [] : NEEDED.filter((type) => !types.includes(type)),
    trusting,
  };
}

/** `paths` and `paths-ignore`, or the same of branches. */
function filtersIn(pull: Plain, key: 'paths' | 'branches'): readonly Filter[] {
  const [only, but] = [pull[key], pull[`${key}-ignore`]];
  const not = (starts: boolean | undefined): boolean | undefined => (starts === undefined ? undefined : !starts);
  return [
    ...(only === undefined ? [] : [{ words: `${key}: ${said(only)}`, starts: (name: string) => picks(texts(only), name) }]),
    ...(but === undefined ? [] : [{ words: `${key}-ignore: ${said(but)}`, starts: (name: string) => not(picks(texts(but), name)) }]),
  ];
}
