import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { repository } from './organisation.ts';

type Values = Readonly<Record<string, unknown>>;

export interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly shell?: string;
  readonly with?: Values;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Job {
  readonly steps: readonly Step[];
  readonly permissions?: Values;
  readonly 'timeout-minutes'?: number;
  readonly if?: string;
}

export interface GitHub {
  readonly on: Values;
  readonly permissions: Values;
  readonly jobs: Readonly<Record<string, Job>>;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}

/** The last YAML document of a file of this repository. */
export function yamlOf<Shape>(file: string): Shape {
  return parseAllDocuments(readFileSync(resolve(repository, file), 'utf8'))
    .at(-1)
    ?.toJS() as Shape;
}

/** A place where a job runs: a checkout, a folder for the runner, and programs that stand in for the network's. */
export interface Runner {
  readonly checkout: string;
  readonly temp: string;
  readonly env: Readonly<Record<string, string>>;
  /** What the forge answers, by the address that it is asked. */
  answer(address: string, json: unknown): void;
  /** How the forge was called to change something. */
  calls(): readonly string[];
  /** The text that the last change of an issue was given. */
  issue(): string;
}

/** The commands as CI has them: npx takes the program from outside the checkout or not at all, gh asks nobody. */
const FAKES: Readonly<Record<string, string>> = {
  npx: `#!/bin/sh
[ "$1 $OWN" = 'closeout yes' ] && shift && exec "$NODE" "$PROGRAM" "$@"
case "$1 $2" in '--yes --prefix') ;; *) echo "npx would take what the checkout brings: $*" >&2; exit 97 ;; esac
case "$3" in "$CHECKOUT"*) echo 'npx looks into the checkout' >&2; exit 97 ;; esac
case "$4" in closeout@[0-9]*) ;; *) echo "npx takes any version: $4" >&2; exit 97 ;; esac
shift 4
exec "$NODE" "$PROGRAM" "$@"
`,
  npm: `#!/bin/sh
if [ "$OWN" = yes ]; then
  case "$PWD" in */judge) mkdir -p node_modules/.bin linter; ln -s "$NODE" node_modules/.bin/node; printf 'require(%s)' "'$PROGRAM'" > linter/bin.cjs ;; esac
  exit 0
fi
echo "npm $*" >> "$FORGE/calls"
[ "$1 $2" = 'install --prefix' ] || exit 97
mkdir -p "$3/node_modules/closeout/linter"
printf 'require(%s)' "'$PROGRAM'" > "$3/node_modules/closeout/linter/bin.cjs"
`,
  gh: `#!/usr/bin/env node
const { existsSync, appendFileSync, readFileSync, writeFileSync } = require('node:fs');
const { spawnSync } = require('node:child_process');
const args = process.argv.slice(2);
const forge = process.env.FORGE;
const after = (name) => args[args.indexOf(name) + 1];
if (!process.env.GH_TOKEN) { console.error('gh: set GH_TOKEN'); process.exit(4); }
if (args[0] !== 'api' || args.includes('--method')) {
  appendFileSync(forge + '/calls', args.join(' ') + '\\n');
  const body = args.find((each) => each.startsWith('body=@'))?.slice(6) ?? (args.includes('--body-file') ? after('--body-file') : undefined);
  if (body) writeFileSync(forge + '/issue', readFileSync(body));
  if (args[1] === 'view') { if (!existsSync(forge + '/open')) process.exit(1); console.log('OPEN'); }
  process.exit(0);
}
const file = forge + '/' + encodeURIComponent(args.find((each) => each.startsWith('repos/')));
if (!existsSync(file)) { console.error('gh: Not Found (HTTP 404)'); process.exit(1); }
for (const page of JSON.parse(readFileSync(file, 'utf8'))) {
  const { status, stdout, error, stderr } = spawnSync('jq', ['--raw-output', after('--jq')], { input: JSON.stringify(page), encoding: 'utf8' });
  if (status !== 0 && !error) { console.error(stderr); process.exit(1); }
  // a machine without jq: the same by hand
  const rows = page.map((each) => 'commit_id' in each
    ? each.user && JSON.stringify({ account: each.user.login, commit: each.commit_id, state: each.state.toLowerCase().replaceAll('_', '-'), at: each.submitted_at })
    : each.title === 'Closeout: today' && each.user.login === 'github-actions[bot]' && !each.pull_request && String(each.number));
  process.stdout.write(error ? rows.filter(Boolean).map((row) => row + '\\n').join('') : stdout);
}
`,
};

/** A runner over a checkout; `own` where it is of this repository, whose workflows run what they check out. */
export function runner(checkout: string, own = false): Runner {
  const place = mkdtempSync(join(tmpdir(), 'closeout-runner-'));
  onTestFinished(() => rmSync(place, { recursive: true, force: true }));
  const [bin, temp, forge] = ['bin', 'temp', 'forge'].map((name) => join(place, name)) as [string, string, string];
  for (const folder of [bin, temp, forge]) mkdirSync(folder);
  for (const [name, text] of Object.entries(FAKES)) {
    writeFileSync(join(bin, name), text);
    chmodSync(join(bin, name), 0o755);
  }
  const read = (name: string): string => (existsSync(join(forge, name)) ? readFileSync(join(forge, name), 'utf8') : '');
  const identity = { GIT_AUTHOR_NAME: 'Test', GIT_AUTHOR_EMAIL: 'test@example.com', GIT_COMMITTER_NAME: 'Test', GIT_COMMITTER_EMAIL: 'test@example.com' };
  const node = process.execPath.replace(/\/[^/]*$/, '');
  return {
    checkout,
    temp,
    env: {
      ...{ PATH: `${bin}:${node}:/usr/local/bin:/usr/bin:/bin`, HOME: place, LANG: 'C.UTF-8', ...identity },
      ...{ CHECKOUT: checkout, NODE: process.execPath, PROGRAM: join(repository, 'linter/bin.cjs'), FORGE: forge, CI: 'true', OWN: own ? 'yes' : '' },
    },
    answer: (address, json) => writeFileSync(join(forge, encodeURIComponent(address)), JSON.stringify(json)),
    calls: () => read('calls').split('\n').filter(Boolean),
    issue: () => read('issue'),
  };
}

/** What came of a job. */
export interface Ran {
  readonly code: number;
  readonly log: string;
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
}

/** Runs the shell of a job's steps as GitHub's runner does, up to the first that fails; what only fetches is done already. */
export function runSteps(steps: readonly Step[], github: Values, on: Runner, inputs: Values = {}): Ran {
  const outputs: Record<string, Pick<Ran, 'outputs'>> = {};
  const context = (): Values => ({ github: { token: 'a-token', repository: 'acme/closeout', ...github }, inputs, steps: outputs });
  let [log, summary, last] = ['', '', {}];
  for (const step of steps) {
    if (step.if !== undefined && !worth(step.if, context())) continue;
    if (step.uses?.startsWith('actions/')) continue;
    const ran = step.uses === undefined ? runShell(step, context(), on) : runAction(step, context()['github'] as Values, on);
    [log, summary, last] = [log + ran.log, summary + ran.summary, ran.outputs];
    if (step.id) outputs[step.id] = { outputs: ran.outputs };
    if (ran.code !== 0) return { code: ran.code, log, summary, outputs: last };
  }
  return { code: 0, log, summary, outputs: last };
}

function runAction(step: Step, github: Values, on: Runner): Ran {
  const { inputs, outputs, runs } = yamlOf<Action>('action.yml');
  const given = Object.fromEntries(Object.entries(inputs).map(([name, each]) => [name, String(step.with?.[name] ?? filled(each.default, { github }))]));
  const strange = Object.keys(step.with ?? {}).filter((name) => !(name in inputs));
  if (strange.length > 0) throw new Error(`the action has no input ${strange.join(', ')}`);
  const ran = runSteps(runs.steps, github, { ...on, env: { ...on.env, GITHUB_ACTION_PATH: repository.replace(/\/$/, '') } }, given);
  const steps = { gate: { outputs: ran.outputs } };
  return { ...ran, outputs: Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, filled(value, { steps })])) };
}

let count = 0;

function runShell({ run = '', shell, env = {} }: Step, context: Values, on: Runner): Ran {
  count += 1;
  const file = (name: string): string => join(on.temp, `${name}-${count}`);
  for (const name of ['output', 'summary']) writeFileSync(file(name), '');
  writeFileSync(file('script'), run);
  const { repository: named = '' } = (context['github'] ?? {}) as { repository?: string };
  const own = Object.fromEntries(Object.entries(env).map(([name, value]) => [name, filled(String(value), context)]));
  const { status, stdout, stderr } = spawnSync('bash', [...(shell === 'bash' ? ['--noprofile', '--norc', '-eo', 'pipefail'] : ['-e']), file('script')], {
    cwd: on.checkout,
    encoding: 'utf8',
    env: {
      ...on.env,
      ...{ RUNNER_TEMP: on.temp, GITHUB_WORKSPACE: on.checkout, GITHUB_OUTPUT: file('output'), GITHUB_STEP_SUMMARY: file('summary') },
      ...{ GITHUB_REPOSITORY: named, GITHUB_SERVER_URL: 'https://git.example', GITHUB_RUN_ID: '7', GITHUB_ACTIONS: 'true' },
      ...own,
    },
  });
  const outputs = Object.fromEntries(
    readFileSync(file('output'), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
  return { code: status ?? -1, log: stdout + stderr, summary: readFileSync(file('summary'), 'utf8'), outputs };
}

/** A text with its expressions filled in. */
function filled(text: string, context: Values): string {
  return text.replaceAll(/\$\{\{(.*?)\}\}/g, (_whole, expression: string) => {
    const value = worth(expression, context);
    return value === undefined ? '' : String(value);
  });
}

/** The little of GitHub's expressions that ours use; throws for more. */
function worth(expression: string, context: Values): unknown {
  const [left, ...others] = expression.split('||').map((each) => each.trim());
  if (others.length > 0) return worth(left ?? '', context) || worth(others.join('||'), context);
  const compared = /^(\S+)\s*(==|!=)\s*(\S+)$/.exec(left ?? '');
  if (compared) return (worth(compared[1] ?? '', context) === worth(compared[3] ?? '', context)) === (compared[2] === '==');
  const quoted = /^'([^']*)'$/.exec(left ?? '');
  if (quoted) return quoted[1];
  if (!/^[a-z][\w-]*(?:\.[\w-]+)*$/.test(left ?? '')) throw new Error(`not known here: ${expression}`);
  return (left ?? '').split('.').reduce<unknown>((at, step) => (at as Values | undefined)?.[step], context);
}

/** Runs a script as one step. */
export function runText(run: string, on: Runner, env: Readonly<Record<string, string>> = {}): Ran {
  return runShell({ run, shell: 'bash', env }, {}, on);
}
