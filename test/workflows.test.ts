import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkout, elsewhere, pull, reviewed, tooEarly } from './checkout.ts';
import { approved, CONFIG, closing, forget, head, onMain } from './closing.ts';
import { type Organisation, onBranch, repository } from './organisation.ts';
import { type GitHub, type Ran, type Runner, runner, runSteps, runText, yamlOf } from './workflow.ts';

const { version } = JSON.parse(readFileSync(`${repository}package.json`, 'utf8')) as { version: string };

afterAll(forget);

const queued = {
  event_name: 'merge_group',
  event: { merge_group: { base_ref: 'refs/heads/main', head_ref: 'refs/heads/gh-readonly-queue/main/pr-12-0a1b2c' } },
};

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
