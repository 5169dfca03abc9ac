import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { diskTree } from '../linter/workspace/disk.ts';
import { CONFIG } from './closing.ts';
import { onBranch, repository } from './organisation.ts';
import { type GitHub, type Step, yamlOf } from './workflow.ts';

const { version } = JSON.parse(readFileSync(`${repository}package.json`, 'utf8')) as { version: string };
const PAGE = 'site/content/docs/docs/ci.md';

describe('every workflow', () => {
  const gates = ['examples/github.yml', 'examples/github-action.yml'];
  const ours = ['ci', 'daily', 'publish', 'release'].map((name) => `.github/workflows/${name}.yml`);
  const all = [...gates, 'examples/github-daily.yml', ...ours];
  /** What a job may do besides reading; nothing else is asked for anywhere. */
  const writes: Readonly<Record<string, object>> = {
    'examples/github-daily.yml': { contents: 'read', issues: 'write' },
    '.github/workflows/daily.yml': { contents: 'read', issues: 'write' },
    '.github/workflows/release.yml': { contents: 'write', 'pull-requests': 'write' },
    '.github/workflows/publish.yml': { contents: 'write' },
  };

  test('all of ours are looked at', () => {
    const files = diskTree(repository).list('.github/workflows');
    expect(files).toEqual(ours);
  });

  test.each(all)('%s asks for little, is bounded, and lets no value into a script', (file) => {
    const { on, permissions, jobs } = yamlOf<GitHub>(file);
    expect(permissions).toEqual(writes[file] ?? { contents: 'read', 'pull-requests': 'read' });
    expect(Object.keys(on)).not.toContain('pull_request_target');
    for (const job of Object.values(jobs)) {
      expect([job['timeout-minutes'], job.permissions]).toEqual([expect.any(Number), undefined]);
      for (const { run = '', uses } of job.steps) {
        expect(run).not.toMatch(/\$\{\{|\beval\b/);
        if (uses) expect(uses).toMatch(/^(?:actions\/[\w-]+@v6|your-org\/closeout@v\d+\.\d+\.\d+)$/);
        if (uses?.startsWith('actions/checkout')) expect(job.steps.find((each) => each.uses === uses)?.with?.['fetch-depth']).toBe(0);
      }
    }
  });

  test('the action lets no value into a script either, and each of its inputs is used', () => {
    const { inputs, runs } = yamlOf<{ inputs: object; runs: { steps: Step[] } }>('action.yml');
    for (const { run = '' } of runs.steps) expect(run).not.toContain('${{');
    const used = JSON.stringify(runs.steps.map(({ env }) => env));
    expect(Object.keys(inputs).filter((name) => !used.includes(`inputs.${name}`))).toEqual([]);
  });

  test.each(gates)('%s runs for every change: opened, pushed to, sent to another branch, approved, queued', (file) => {
    const { on } = yamlOf<GitHub>(file);
    expect(on).toEqual({
      push: { branches: ['main', 'master'] },
      pull_request: { types: ['opened', 'synchronize', 'reopened', 'edited'] },
      pull_request_review: { types: ['submitted', 'dismissed'] },
      merge_group: null,
    });
  });

  test('ours are the examples, with the program of the checkout', () => {
    const text = (file: string): string => readFileSync(join(repository, file), 'utf8');
    const shells = (file: string, job: string): readonly string[] => yamlOf<GitHub>(file).jobs[job]?.steps.flatMap(({ run }) => run ?? []) ?? [];
    const own = shells('.github/workflows/daily.yml', 'daily').map((each) =>
      each.replace('npx closeout', `npx --yes --prefix "$RUNNER_TEMP" closeout@${version}`),
    );
    expect(own.filter((each) => each !== 'npm ci')).toEqual(shells('examples/github-daily.yml', 'daily'));
    const named = (file: string): readonly Step[] => yamlOf<GitHub>(file).jobs['gate']?.steps.filter(({ name }) => /^(?:Look|Ask)/.test(name ?? '')) ?? [];
    expect(named('.github/workflows/ci.yml')).toEqual(named('examples/github.yml'));
    const asks = (each: string): readonly string[] =>
      each
        .split('\n')
        .filter((line) => line.includes('--jq'))
        .map((line) => line.replace(/.*--jq/, '--jq').replace(/\).*$|\); then$/, ')'));
    expect(asks(text('.github/action/gate.sh'))).toEqual(asks(text('examples/github.yml')));
  });

  test('the page has each input, output and shown step of the action', () => {
    const page = readFileSync(join(repository, PAGE), 'utf8');
    const { inputs, outputs } = yamlOf<{ inputs: object; outputs: object }>('action.yml');
    const rows = (head: string): readonly string[] =>
      [...(page.split(`| ${head} |`)[1]?.split('\n\n')[0] ?? '').matchAll(/^\| `([\w-]+)`/gm)].map(([, name]) => name ?? '');
    expect(rows('Input')).toEqual(Object.keys(inputs));
    expect(rows('Output')).toEqual(Object.keys(outputs));
    const [, shown = ''] = /```yaml\n(- uses: actions\/checkout[\s\S]*?)```/.exec(page) ?? [];
    const steps = parse(shown) as Step[];
    for (const name of Object.keys(steps[1]?.with ?? {})) expect(inputs).toHaveProperty([name]);
    for (const [, name] of shown.matchAll(/outputs\.([\w-]+)/g)) expect(outputs).toHaveProperty([name ?? '']);
  });

  test('they name the version that there is', () => {
    const named = [...gates, 'examples/github-daily.yml', 'examples/gitlab.yml', 'examples/ci.sh', 'templates/closeout.yml', PAGE].flatMap((file) =>
      [...readFileSync(join(repository, file), 'utf8').matchAll(/closeout@v?(\d[\w.]*)|default: "(\d+\.\d+\.\d+)"/g)].map(([, a, b]) => a ?? b),
    );
    expect([named.length > 6, new Set(named)]).toEqual([true, new Set([version])]);
  });
});

describe('the doctor finds nothing against', () => {
  async function looked(files: Readonly<Record<string, string>>, ...init: readonly string[]): Promise<readonly string[]> {
    const house = onBranch();
    for (const [file, from] of Object.entries(files)) house.write(file, from.includes('\n') ? from : readFileSync(join(repository, from), 'utf8'));
    house.edit(CONFIG, 'closing: sealed', 'closing: approved');
    if (init.length > 0) await house.closeout('init', ...init);
    const { checks } = JSON.parse((await house.closeout('doctor', '--format', 'json')).out) as { checks: { id: string; standing: string; says: string }[] };
    const own = checks.filter(({ id }) => /^(?:workflow|gate|timed)-/.test(id));
    expect(own.length).toBeGreaterThan(8);
    return own.filter(({ standing }) => standing !== 'ok').map(({ says }) => says);
  }

  const daily = { '.github/workflows/daily.yml': 'examples/github-daily.yml' };

  test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ['the example', { ...daily, '.github/workflows/gate.yml': 'examples/github.yml' }, []],
    ['the example of the action', { ...daily, '.github/workflows/gate.yml': 'examples/github-action.yml' }, []],
    ['this repository', { '.github/workflows/ci.yml': '.github/workflows/ci.yml', ...daily }, []],
    ['what init writes for GitHub', {}, ['--ci', 'github']],
    ['what init takes from a file', {}, ['--ci', 'github', '--from', 'https://packages.example/closeout-1.0.0.tgz']],
  ])('%s', async (_name, files, init) => expect(await looked(files, ...init)).toEqual([]));

  test('what init writes for GitLab, but that it cannot hand in approvals', async () => {
    const [first, ...more] = await looked({}, '--ci', 'gitlab');
    expect([first, more]).toEqual([expect.stringContaining('no --approvals is handed in'), []]);
  });

  test('the component, but that its schedule is not in the file', async () => {
    expect(await looked({ '.gitlab-ci.yml': 'examples/gitlab.yml' })).toEqual(['No workflow counts what runs out by itself, as waivers and reviews do.']);
  });

  test('the lines for Azure, but that its policy is not in the file and that it cannot hand in approvals', async () => {
    const [, shown = ''] = /Azure Pipelines[\s\S]*?```yaml\n([\s\S]*?)```/.exec(readFileSync(join(repository, PAGE), 'utf8')) ?? [];
    const told = await looked({ 'azure-pipelines.yml': shown });
    expect(told.map((each) => each.replace(/^.*"steps": /, ''))).toEqual([
      'whether it runs for pull requests does not stand in the file.',
      expect.stringContaining('no --approvals is handed in'),
      expect.stringContaining('No workflow counts'),
    ]);
  });

  test.each([
    ['github', '.github'],
    ['gitlab', '.gitlab'],
  ])('the code owners that init writes for %s, once teams are put in', async (ci, folder) => {
    const house = onBranch();
    await house.closeout('init', '--ci', ci);
    const file = `${folder}/CODEOWNERS`;
    house.write(file, house.read(file).replaceAll(/^# \//gm, '/'));
    const { checks } = JSON.parse((await house.closeout('doctor', '--format', 'json')).out) as { checks: { id: string; standing: string }[] };
    expect(checks.filter(({ id }) => id.startsWith('owners-')).map(({ id, standing }) => `${id} ${standing}`)).toEqual([
      'owners-given ok',
      'owners-cover ok',
      'owners-apart ok',
    ]);
  });
});
