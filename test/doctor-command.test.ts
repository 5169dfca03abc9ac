import { describe, expect, test } from 'vitest';
import { covers } from '../linter/organisation/doctor/glob.ts';
import { ownerLines, ownersOf } from '../linter/organisation/doctor/owners.ts';
import { GITHUB, GITLAB, OWNERS } from './doctor-facts.ts';
import { type Organisation, onBranch, organisation, repository } from './organisation.ts';

describe('code owners', () => {
  test.each([
    ['*', 'a/b.yaml', true],
    ['*.yaml', 'a/b/c.yaml', true],
    ['/checklists/', 'checklists/releases/a.yaml', true],
    ['/checklists', 'checklists/releases/a.yaml', true],
    ['checklists/', 'old/checklists/a.yaml', true],
    ['/checklists/', 'old/checklists/a.yaml', false],
    ['docs/*', 'docs/a.md', true],
    ['docs/*', 'docs/more/a.md', false],
    ['**/signoff.*.support.yaml', 'records/projects/a/b/signoff.closing.support.yaml', true],
    ['/records/**/signoff.*.support.yaml', 'records/signoff.closing.support.yaml', true],
    ['/records/**/signoff.*.support.yaml', 'records/a/xsignoff.closing.support.yaml', false],
    ['/records/*/run.yaml', 'records/a/b/run.yaml', false],
    ['/records/**', 'records/a/b/run.yaml', true],
    ['people.yam?', 'records/people.yaml', true],
    ['a\\*b', 'a*b', true],
    ['a\\*b', 'axb', false],
    [`${'*a'.repeat(140)}b`, 'a'.repeat(200), false],
    [`/${'**/'.repeat(90)}b`, `${'a/'.repeat(100)}c`, false],
  ])('%s covers %s: %s', (pattern, path, expected) => expect(covers(pattern, path)).toBe(expected));

  test('the last line counts, in each section of GitLab on its own; optional ones do not', () => {
    const text = ['* @a', '/docs/ @b # with a remark', '/docs/x.md', '[Support][2] @s', '/docs/', '/records/ @r', '^[Maybe]', '* @m', '/a\\ b/ @c'].join('\n');
    const lines = ownerLines(text);
    expect(ownersOf(lines, 'README.md')).toEqual(['@a']);
    expect(ownersOf(lines, 'docs/y.md')).toEqual(['@b', '@s']);
    expect(ownersOf(lines, 'docs/x.md')).toEqual(['@s']);
    expect(ownersOf(lines, 'records/people.yaml')).toEqual(['@a', '@r']);
  });
});

/** An organisation with all that makes the gate one. */
function wellSetUp(): Organisation {
  const desk = onBranch();
  desk.edit('closeout.config.yaml', 'today: 2026-11-06\n', '');
  desk.write('.github/workflows/gate.yml', GITHUB);
  desk.write('.github/CODEOWNERS', OWNERS);
  desk.write('.gitattributes', 'records/**/evidence/** -text\n');
  desk.git('remote', 'add', 'origin', 'https://tlee:hunter2@github.com/msp/closeout');
  return desk;
}

interface Report {
  readonly decided: boolean;
  readonly checks: readonly { readonly id: string; readonly standing: string; readonly says: string; readonly todo?: string }[];
}

describe('closeout doctor', () => {
  test('a repository that is well set up has no problem, and what the forge knows is said', async () => {
    const desk = wellSetUp();
    const { code, out, err } = await desk.closeout('doctor', '--format', 'json');
    const { decided, checks } = JSON.parse(out) as Report;
    expect(checks.filter(({ standing }) => standing === 'problem')).toEqual([]);
    expect([code, err, decided, out.trimEnd().endsWith('"complete": true\n}')]).toEqual([0, '', true, true]);
    expect(checks.filter(({ standing }) => standing === 'could-not-tell').map(({ id }) => id)).toEqual(['node-new-enough', 'check-required']);
    expect(out).not.toContain('hunter2');
    expect((await desk.closeout('doctor')).out).toContain('could not tell  Whether the check is required');
  });

  test('what is wrong is 1, with what to do', async () => {
    const desk = wellSetUp();
    desk.edit('.github/workflows/gate.yml', '--format github', '|| true');
    desk.edit('.gitattributes', '-text', 'text=auto');
    desk.write('closeout.config.yaml', `${desk.read('closeout.config.yaml')}today: 2026-11-06\n`);
    const { code, out } = await desk.closeout('doctor');
    expect(code).toBe(1);
    expect(out).toContain(
      'problem         .github/workflows/gate.yml, job "gate": "|| true" makes it green although the lint is red.\n                -> Delete it.\n',
    );
    expect(out).toContain("problem         The sample's day stands still");
    expect(out).toContain('3 problems');
  });

  test('a code owners file whose lines are all remarks is told once', async () => {
    const desk = wellSetUp();
    desk.write('.github/CODEOWNERS', OWNERS.replaceAll(/^(?=.)/gm, '# '));
    const { code, out } = await desk.closeout('doctor');
    expect([code, out.match(/^problem .*/gm)]).toEqual([1, [expect.stringContaining('.github/CODEOWNERS names nobody yet')]]);
  });

  test('a gate that takes the linter from outside the checkout asks nothing of what the repository installs', async () => {
    const desk = wellSetUp();
    desk.write('package.json', '{ "devDependencies": { "closeout": "1.0.0" } }');
    desk.write('.github/CODEOWNERS', OWNERS.replace('/package*.json @msp/managers\n', ''));
    const asked = async () => (await desk.closeout('doctor')).out.includes('Nobody owns package.json');
    expect(await asked()).toBe(true);
    desk.write('.github/workflows/gate.yml', GITHUB.replaceAll('npx closeout', 'npx --yes --prefix "$RUNNER_TEMP" closeout@1.2.3'));
    expect(await asked()).toBe(false);
  });

  test('what workflows run and pipelines take in is read from the tree, as deep as it goes', async () => {
    const desk = wellSetUp();
    desk.edit('.github/workflows/gate.yml', 'run: npx closeout lint --base "origin/$BASE" --format github', 'uses: ./tools/gate');
    desk.write('tools/gate/action.yml', 'runs: { using: composite, steps: [{ uses: ./tools/lint }] }\n');
    desk.write('tools/lint/action.yaml', 'runs: { using: composite, steps: [{ run: npx closeout lint --base origin/main, shell: bash }] }\n');
    desk.write('.gitlab-ci.yml', 'include: [{ local: /ci/*.yml }]\n');
    desk.write('ci/first.yml', 'include: [ci/jobs/gate.yml]\n');
    desk.write('ci/jobs/gate.yml', GITLAB);
    const { code, out } = await desk.closeout('doctor');
    expect(out).toContain('.github/workflows/gate.yml (with tools/gate/action.yml and tools/lint/action.yaml), job "gate"; ci/jobs/gate.yml, job "gate" lint');
    expect([code, out.match(/^problem .*/gm)?.map((line) => line.replace(/^problem +/, ''))]).toEqual([
      1,
      ['tools/gate/action.yml', 'tools/lint/action.yaml', 'ci/jobs/gate.yml', '.gitlab-ci.yml', 'ci/first.yml'].map(
        (file) => `Nobody owns the workflow (${file}).`,
      ),
    ]);
  });

  test('a shallow clone, a folder below, a workflow with an anchor', async () => {
    const desk = wellSetUp();
    desk.write('.github/workflows/other.yml', 'on: &all push\n');
    desk.git('add', '.');
    desk.git('commit', '-qm', 'set up');
    const whole = organisation(desk.root);
    whole.git('clone', '-q', '--depth', '1', `file://${desk.root}`, 'clone');
    const { out } = await organisation(`${whole.root}/clone`).closeout('doctor');
    expect(out).toContain('problem         The clone is shallow');
    expect(out).toMatch(/could not tell {2}\.github\/workflows\/other\.yml could not be read: line 1: /);
  });

  test('where nothing can be said it is 2: no repository, no config, a config that cannot be used', async () => {
    const desk = organisation();
    const bare = await desk.closeout('doctor');
    expect([bare.code, bare.out.includes('in no git repository'), bare.out.includes('Too little could be seen')]).toEqual([2, true, true]);
    const broken = wellSetUp();
    broken.write('closeout.config.yaml', 'organisation: [\n');
    const { code, out } = await broken.closeout('doctor');
    expect([code, out.includes('The config cannot be used: closeout.config.yaml:')]).toEqual([2, true]);
    const empty = organisation(`${repository}bench`);
    expect(await empty.closeout('doctor')).toMatchObject({ code: 2, out: '', err: expect.stringContaining('There is no closeout.config.yaml') });
  });

  test('what a workflow says stays text, and a wrong option is 3', async () => {
    const desk = wellSetUp();
    desk.edit('.github/workflows/gate.yml', '  gate:\n', '  gate:\n    name: "##[error] x"\n');
    for (const format of ['text', 'json']) {
      const { out } = await desk.closeout('doctor', '--format', format);
      expect([out.includes('##['), out.includes('error')]).toEqual([false, true]);
    }
    expect((await desk.closeout('doctor', '--format', 'xml')).code).toBe(3);
    expect((await desk.closeout('doctor', 'here')).code).toBe(3);
  });
});
