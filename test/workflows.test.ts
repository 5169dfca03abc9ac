import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Approval, approved, CONFIG, closing, commit, forget, head, onMain, RUN } from './closing.ts';
import { type Organisation, onBranch, organisation, repository } from './organisation.ts';
import { type GitHub, type Ran, type Runner, runner, runSteps, runText, yamlOf } from './workflow.ts';

const { version } = JSON.parse(readFileSync(`${repository}package.json`, 'utf8')) as { version: string };

afterAll(forget);

/** A checkout of a house's branch as CI makes it: a clone of a bare remote, which is gone when the test ends. */
function checkout(
  house: Organisation,
  { depth = [], own = false }: { depth?: readonly string[]; own?: boolean } = {},
): Runner & { readonly git: Organisation['git'] } {
  house.git('clone', '-q', '--bare', '.', '.git/remote.git');
  house.git(
    'clone',
    '-q',
    '--no-single-branch',
    ...depth,
    '--branch',
    head(house) === head(house, 'main') ? 'main' : 'change',
    `file://${house.root}/.git/remote.git`,
    '.git/checkout',
  );
  const { root, git } = organisation(`${house.root}/.git/checkout`);
  return { ...runner(root, own), git };
}

/** What GitHub says of reviews, in pages. */
function reviewed(on: Runner, ...approvals: readonly Approval[]): void {
  const said = approvals.map(({ account, commit: of, state }) => ({
    user: { login: account },
    commit_id: of,
    state: state.toUpperCase(),
    submitted_at: '2026-11-06T14:00:00Z',
  }));
  // who was deleted has no name; a second page is asked for too
  on.answer('repos/acme/closeout/pulls/12/reviews', [[{ user: null, commit_id: 'x', state: 'COMMENTED' }], said]);
}

const pull = { event_name: 'pull_request', event: { pull_request: { number: 12, base: { ref: 'main' } } } };
const queued = {
  event_name: 'merge_group',
  event: { merge_group: { base_ref: 'refs/heads/main', head_ref: 'refs/heads/gh-readonly-queue/main/pr-12-0a1b2c' } },
};

/** A branch that closes a project of which one item is still open. */
async function tooEarly(): Promise<Organisation> {
  const house = await closing();
  house.edit(RUN, 'printer-docs: { done: 2026-11-05, by: tlee, note: Two printers in the wiki }', 'printer-docs: open');
  commit(house);
  return house;
}

/** A branch that touches no run. */
async function elsewhere(): Promise<Organisation> {
  const house = await closing();
  house.git('checkout', '-qB', 'change', 'main');
  house.write('README.md', 'Who we are.\n');
  commit(house);
  return house;
}

describe.each(['examples/github.yml', 'examples/github-action.yml', '.github/workflows/ci.yml'])('the gate of %s', (file) => {
  const own = file.startsWith('.github/');

  const gate = (on: Runner, github: object = pull): Ran => {
    // each job has a machine of its own
    runText('rm -rf ../judge && git worktree prune', on);
    return runSteps(yamlOf<GitHub>(file).jobs['gate']?.steps ?? [], github as never, on);
  };

  test('a project that is closed too early is red, and the summary says what is left', async () => {
    const house = await tooEarly();
    const on = checkout(house, { own });
    reviewed(on, approved('jkim', head(house)));
    const { code, log, summary } = gate(on);
    expect([code, log]).toEqual([1, expect.stringContaining('::error file=records/projects/northwind/office-move/run.yaml')]);
    expect(summary).toContain('northwind/office-move: 1 item left');
    expect(summary).not.toContain('touches no run');
  });

  test('a finished one is green where the forge says that its signer approved it, in a queue too', async () => {
    const house = await closing();
    const on = checkout(house, { own });
    reviewed(on, approved('skim', head(house)), approved('jkim', head(house)));
    for (const event of [pull, queued])
      expect(gate(on, event)).toMatchObject({ code: 0, summary: expect.stringContaining('Nothing is left of contoso/mail-move, northwind/office-move.') });
  });

  test('an approval of an earlier state, or of nobody, is red; a forge that does not answer is no yes', async () => {
    const house = await closing();
    const on = checkout(house, { own });
    reviewed(on, approved('jkim', head(house, 'HEAD~1')));
    expect(gate(on)).toMatchObject({ code: 1, log: expect.stringContaining('approved an earlier state') });
    reviewed(on);
    expect(gate(on)).toMatchObject({ code: 1, log: expect.stringContaining('has not approved this change') });
    expect(gate(runner(on.checkout, own)).code).toBeGreaterThan(0);
  });

  test('a change that touches no run is green, and says so', async () => {
    const on = checkout(await elsewhere(), { own });
    reviewed(on);
    expect(gate(on)).toMatchObject({ code: 0, summary: expect.stringMatching(/This change touches no run\.\n## Closeout: .*\n\nChecked \d+ runs/s) });
  });

  test('half a history is refused in plain words', async () => {
    const on = checkout(await elsewhere(), { depth: ['--depth', '1'], own });
    reviewed(on);
    expect(gate(on)).toMatchObject({ code: 2, log: expect.stringMatching(/::error .*Only a part of the history is here.*fetch-depth: 0/) });
  });

  test('what landed is checked whole, against nothing', async () => {
    const house = await closing();
    house.git('checkout', '-q', 'main');
    expect(gate(checkout(house, { own }), { event_name: 'push', event: {} })).toMatchObject({ code: 0, summary: expect.stringContaining('Checked 2 runs') });
  });

  // biome-ignore lint/suspicious/noTemplateCurlyInString: what a shell would fill in
  const EVIL = '$(touch${IFS}x)`touch${IFS}y`;id';

  test('a branch with a shell in its name stays a name', async () => {
    const house = await elsewhere();
    house.git('branch', EVIL, 'main');
    const on = checkout(house, { own });
    reviewed(on);
    const event = { event_name: 'pull_request', event: { pull_request: { number: 12, base: { ref: EVIL } } } };
    expect(gate(on, event)).toMatchObject({ code: 0, log: expect.not.stringContaining('uid=') });
    expect(on.git('status', '--porcelain')).toBe('');
  });
});

describe('the action', () => {
  const act = (on: Runner, inputs: Readonly<Record<string, string>> = {}, event: object = pull): Ran =>
    runSteps([{ uses: 'your-org/closeout@v1', with: inputs }], event as never, on);

  test('says what came of it to later steps, with reports', async () => {
    const house = await tooEarly();
    const on = checkout(house);
    reviewed(on, approved('jkim', head(house)));
    const { code, outputs } = act(on, { formats: 'sarif junit' });
    expect([code, outputs]).toEqual([
      1,
      { outcome: 'errors', 'exit-code': '1', errors: '1', left: 'northwind/office-move', reports: join(on.temp, 'closeout') },
    ]);
    const report = (name: string): string => readFileSync(join(on.temp, 'closeout', name), 'utf8');
    expect(JSON.parse(report('closeout.sarif'))).toMatchObject({ version: '2.1.0', runs: [{ results: [{ ruleId: 'item-answered' }] }] });
    expect(report('closeout.xml')).toContain('<failure');
  });

  test('says that it could not decide where the approvals are missing, and decides where none are asked for', async () => {
    const closed = checkout(await closing());
    const { code, outputs, summary, log } = act(closed);
    expect([code, outputs['outcome'], outputs['exit-code']]).toEqual([2, 'undecided', '2']);
    expect(log).toContain('pull-requests: read');
    expect(summary).toContain('nothing was handed in');
    expect(act(checkout(await elsewhere()))).toMatchObject({ code: 0, outputs: { outcome: 'clean', errors: '0', left: '' } });
    reviewed(closed, approved('jkim', closed.git('rev-parse', 'HEAD').trim()));
    expect(act(closed, { approvals: 'false' })).toMatchObject({ code: 2, log: expect.not.stringContaining('pull-requests: read') });
  });

  test.each([
    [{ 'working-directory': '../elsewhere' }, 'no folder of the checkout'],
    [{ formats: 'sarif=/etc/passwd' }, 'takes sarif'],
    [{ version: '1.0.0 --registry http://evil' }, 'takes a version'],
    [{ base: 'nowhere' }, 'is not here'],
  ])('a wrong input is no yes: %j', async (inputs, words) => {
    const on = checkout(await elsewhere());
    reviewed(on);
    const ran = act(on, inputs);
    expect(ran).toMatchObject({ code: 2, outputs: { outcome: 'undecided', left: '' }, summary: expect.stringContaining(words) });
  });

  test('paths are lines, and none of them is an option; a wrong number is said', async () => {
    const on = checkout(await elsewhere());
    reviewed(on);
    expect(act(on, { paths: 'contoso/mail-move\n\nrecords/people.yaml\n' }).summary).toContain('Checked 1 run');
    expect(act(on, { paths: '--help' })).toMatchObject({ code: 2, outputs: { outcome: 'undecided' } });
    expect(act(on, { 'max-warnings': 'few' })).toMatchObject({
      code: 3,
      outputs: { outcome: 'undecided', 'exit-code': '3' },
      summary: expect.stringMatching(/\w/),
    });
  });

  test('takes the program from outside the checkout, at the version that is asked for', async () => {
    const house = await elsewhere();
    house.write('node_modules/closeout/linter/bin.cjs', 'console.log("all is well")');
    house.write('.npmrc', 'registry=http://evil.example\n');
    house.git('add', '-f', '.');
    house.git('commit', '-qm', 'a judge of its own');
    const on = checkout(house);
    reviewed(on);
    const { code, log } = act(on, { version: '0.1.0' });
    expect([code, log.includes('all is well')]).toEqual([0, false]);
    expect(on.calls()).toEqual([expect.stringMatching(/^npm install --prefix \S+\/temp\/closeout-program --ignore-scripts .*closeout@0\.1\.0$/)]);
  });
});

/** A branch of an organisation that asks for sealed sign-offs, as GitLab cannot say which commit was approved. */
async function sealed(branch: () => Promise<Organisation>): Promise<Organisation> {
  const house = await branch();
  onMain(house, () => house.edit(CONFIG, 'closing: approved', 'closing: sealed'));
  house.git('merge', '-q', '--no-edit', 'main');
  return house;
}

/** The job that closeout init writes for GitLab. */
async function gitlabJob(): Promise<readonly string[]> {
  const house = onBranch();
  await house.closeout('init', '--ci', 'gitlab', '--from', `closeout@${version}`);
  return yamlOf<{ closeout: { script: readonly string[] } }>(join(house.root, '.gitlab/closeout.yml')).closeout.script;
}

describe.each([
  ['GitLab', async (on: Runner) => runText(['set -eo pipefail', ...(await gitlabJob())].join('\n'), on, { CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main' })],
  ['any CI', async (on: Runner) => runText(`sh ${repository}examples/ci.sh main --format junit=closeout-junit.xml`, on)],
] as const)('the gate of %s', (_name, gate) => {
  test('too early is red, finished is green, and reports are written', async () => {
    const early = checkout(await sealed(tooEarly));
    expect(await gate(early)).toMatchObject({ code: 1, log: expect.stringContaining('1 item left') });
    expect(readFileSync(join(early.checkout, 'closeout-junit.xml'), 'utf8')).toContain('<failure');
    expect(await gate(checkout(await sealed(closing)))).toMatchObject({ code: 0, log: expect.stringContaining('may close') });
  });

  test('a change that touches no run is green, and says so', async () => {
    expect(await gate(checkout(await sealed(elsewhere)))).toMatchObject({ code: 0, log: expect.stringContaining('This change touches no run.') });
  });

  test('half a history is refused in plain words', async () => {
    expect(await gate(checkout(await sealed(elsewhere), { depth: ['--depth', '1'] }))).toMatchObject({
      code: 2,
      log: expect.stringContaining('nly a part of the history is here'),
    });
  });
});

test('a schedule of GitLab tells the day and counts what has run out', async () => {
  const script = ['set -eo pipefail', ...(await gitlabJob())].join('\n');
  const house = onBranch();
  expect(runText(script, checkout(house), { CI_PIPELINE_SOURCE: 'schedule' })).toMatchObject({ code: 0, log: expect.stringMatching(/Today.*Checked 2 runs/s) });
});

describe('the daily job', () => {
  const { steps } = yamlOf<GitHub>('examples/github-daily.yml').jobs['daily'] ?? { steps: [] };
  const address = 'repos/acme/closeout/issues?state=open&per_page=100';
  const bot = { login: 'github-actions[bot]' };

  test('opens one issue, then writes it anew; where there is nothing to tell it says so', () => {
    const on = checkout(onBranch());
    on.answer(address, [[{ title: 'Closeout: today', number: 3, user: { login: 'mallory' } }], [{ title: 'Other', number: 4, user: bot }]]);
    const first = runSteps(steps, {}, on);
    expect(first).toMatchObject({ code: 0, summary: expect.stringContaining('nothing wrong') });
    expect(on.issue()).toMatch(/^# .*\nNone\.\n.*nothing wrong.*\[this run\]\(https:\/\/git\.example\/acme\/closeout\/actions\/runs\/7\)/s);
    expect(on.calls()).toEqual([expect.stringMatching(/^api --silent --method POST repos\/acme\/closeout\/issues --raw-field title=Closeout: today /)]);
    on.answer(address, [[{ title: 'Closeout: today', number: 5, user: bot, pull_request: {} }], [{ title: 'Closeout: today', number: 9, user: bot }]]);
    expect(runSteps(steps, {}, on).code).toBe(0);
    expect(on.calls().at(-1)).toContain('--method PATCH repos/acme/closeout/issues/9 ');
  });

  test('what has run out stands in the issue, and the run is red', () => {
    const house = onBranch();
    house.edit(CONFIG, 'today: 2026-11-06', 'today: 2027-06-30');
    commit(house);
    const on = checkout(house);
    on.answer(address, [[]]);
    const { code, summary } = runSteps(steps, {}, on);
    expect([code, on.issue().includes('- [ ] '), summary.includes('- [ ] ')]).toEqual([1, true, true]);
  });

  test('a record that cannot be read, and a config that cannot, are said and red', () => {
    for (const [file, words] of [
      [RUN, 'is not whole'],
      [CONFIG, 'could not decide'],
    ] as const) {
      const house = onBranch();
      house.write(file, 'a: [\n');
      commit(house);
      const on = checkout(house);
      on.answer(address, [[]]);
      expect([runSteps(steps, {}, on).code > 0, on.issue()]).toEqual([true, expect.stringContaining(words)]);
    }
  });

  test('a long report is cut to what an issue holds, and says so', () => {
    const house = onBranch();
    const text = house.read(RUN);
    for (let each = 0; each < 300; each += 1) house.write(`records/projects/northwind/p-${each}/run.yaml`, text);
    commit(house);
    const on = checkout(house);
    on.answer(address, [[]]);
    const { summary } = runSteps(steps, {}, on);
    expect(on.issue().length).toBeLessThan(65_536);
    expect([on.issue().includes('This is not all'), summary.length > on.issue().length]).toEqual([true, true]);
  });
});

describe('the workflow that freezes what changed', () => {
  const { steps } = yamlOf<GitHub>('.github/workflows/release.yml').jobs['propose'] ?? { steps: [] };
  const MESSAGE = `Reword "it's" $(touch x) \`touch y\` \${HOME} %s \\n (#12)\n\n* a line; rm -rf .\n--dry-run\n`;
  const TITLE = 'title: The network diagram shows what was built';
  const landed = { event_name: 'push', event: { head_commit: { message: MESSAGE } } };

  function main(): Organisation {
    const house = onBranch();
    house.git('checkout', '-q', 'main');
    house.write('schemas/README.md', 'For editors.\n');
    commit(house);
    return house;
  }

  const remote = (on: { readonly git: Organisation['git'] }): string => on.git('ls-remote', '--heads', 'origin');

  test('makes a branch and a pull request, whatever stands in the message of the commit', () => {
    const house = main();
    house.edit('checklists/project-closeout.yaml', TITLE, `${TITLE} by now`);
    commit(house);
    const on = checkout(house, { own: true });
    expect(runSteps(steps, landed, on)).toMatchObject({ code: 0 });
    expect(on.git('diff', '--name-only', 'origin/main', 'release/checklists').trim().split('\n')).toEqual([
      'checklists/project-closeout.yaml',
      'checklists/releases/project-closeout@1.1.1.yaml',
      'schemas/runs/project-closeout@1.1.1.schema.json',
    ]);
    const { changes } = parse(on.git('show', 'release/checklists:checklists/project-closeout.yaml')) as { changes: { why: string }[] };
    expect(changes[0]?.why.trim()).toBe(MESSAGE.trim());
    expect(on.git('status', '--porcelain')).toBe('');
    expect(remote(on)).toContain('refs/heads/release/checklists');
    expect(on.calls()).toEqual([
      expect.stringContaining('pr view release/checklists'),
      expect.stringMatching(/^pr create --head release\/checklists --title Release the changed checklists --body-file /),
    ]);
    expect(on.issue()).toContain('1.1.1');
  });

  test('does nothing where nothing changed, and does not open a second one', () => {
    const on = checkout(main(), { own: true });
    expect(runSteps(steps, landed, on)).toMatchObject({ code: 0, log: expect.stringContaining('Nothing to release.') });
    expect([remote(on).includes('release/'), on.calls()]).toEqual([false, []]);
    const house = main();
    house.edit('checklists/project-closeout.yaml', TITLE, `${TITLE} by now`);
    commit(house);
    const again = checkout(house, { own: true });
    again.answer('open', true);
    expect(runSteps(steps, landed, again).code).toBe(0);
    expect([remote(again).includes('release/'), again.calls().length]).toEqual([true, 1]);
  });
});

test('a release of the action holds the built program, beside main, and is never moved', () => {
  const { steps } = yamlOf<GitHub>('.github/workflows/publish.yml').jobs['publish'] ?? { steps: [] };
  const house = onBranch();
  house.git('checkout', '-q', 'main');
  house.write('package.json', JSON.stringify({ version: '0.1.0', scripts: { 'build:cli': '' } }));
  house.write('.gitignore', 'dist/\n');
  commit(house);
  const on = checkout(house, { own: true });
  runText('mkdir -p dist/cli && echo built > dist/cli/cli.cjs', on);
  expect(runSteps(steps, {}, on)).toMatchObject({ code: 0, summary: 'Released as v0.1.0.\n' });
  expect(
    on
      .git('ls-remote', 'origin')
      .split('\n')
      .filter(Boolean)
      .map((line) => line.split('\t')[1])
      .sort(),
  ).toEqual([...['HEAD', 'refs/heads/change', 'refs/heads/main', 'refs/tags/v0.1.0']]);
  expect(on.git('show', 'v0.1.0:dist/cli/cli.cjs')).toBe('built\n');
  expect(runSteps(steps, {}, on)).toMatchObject({ code: 1, log: expect.stringContaining('v0.1.0 is there already') });
});
