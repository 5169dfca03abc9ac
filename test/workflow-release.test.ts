import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkout } from './checkout.ts';
import { commit } from './closing.ts';
import { type Organisation, onBranch } from './organisation.ts';
import { type GitHub, runSteps, runText, yamlOf } from './workflow.ts';

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
