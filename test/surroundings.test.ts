import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { baseFolder } from './case.ts';
import { type Organisation, onBranch, organisation, program, repository } from './organisation.ts';

// How the program gets on with the git, the hooks and the account that it is called by.

const RUN = 'records/projects/northwind/office-move/run.yaml';
const BIN = join(repository, 'linter/bin.cjs');

/** Makes `closeout lint --staged` the hook, as the page says; what it says lies in hook.log beside the work tree. */
function hook(house: Organisation, folder = '.'): string {
  const log = join(house.root, '.git/hook.log');
  mkdirSync(join(house.root, '.git/hooks'), { recursive: true });
  const path = join(house.root, '.git/hooks/pre-commit');
  writeFileSync(path, `#!/bin/sh\ncd ${folder} && '${process.execPath}' '${BIN}' lint --staged >'${log}' 2>&1\n`);
  chmodSync(path, 0o755);
  return log;
}

describe('as a pre-commit hook', () => {
  test.each([
    ['-qam', 'x'],
    ['-qm', 'x', RUN],
  ])('git commit %s %s judges what this commit holds', (...args) => {
    const house = onBranch();
    hook(house);
    house.edit(RUN, 'lead: tlee', 'lead: nobody');
    expect(() => house.git('commit', ...args)).toThrow();
    house.edit(RUN, 'lead: nobody', 'lead: mpatel');
    house.git('commit', ...args);
    expect(house.git('log', '--format=%s')).toBe('x\nstart\n');
  });

  test('git commit FILE is not stopped by what else lies staged', () => {
    const house = onBranch();
    const log = hook(house);
    house.edit('records/projects/contoso/mail-move/run.yaml', 'lead: tlee', 'lead: nobody');
    house.git('add', '.');
    house.edit(RUN, 'state: active', 'state: closing');
    house.git('commit', '-qm', 'one', RUN);
    expect(execFileSync('cat', [log], { encoding: 'utf8' })).toContain('Checked what is staged, as it will be committed.\nChecked 1 run as of');
    expect(() => house.git('commit', '-qm', 'two')).toThrow();
  });

  test('in a linked work tree, for an organisation in a folder of it', () => {
    const house = organisation();
    cpSync(baseFolder, join(house.root, 'ops'), { recursive: true });
    house.git('init', '-q');
    house.git('add', '.');
    house.git('commit', '-qm', 'start');
    hook(house, 'ops');
    house.git('worktree', 'add', '-q', '.git/second');
    const file = `.git/second/ops/${RUN}`;
    house.edit(file, 'lead: tlee', 'lead: nobody');
    expect(() => house.git('-C', '.git/second', 'commit', '-qam', 'x')).toThrow();
    expect(house.read('.git/hook.log')).toContain('known-person');
    house.edit(file, 'lead: nobody', 'lead: mpatel');
    house.git('-C', '.git/second', 'commit', '-qam', 'x');
    expect(house.read('.git/hook.log')).toContain('Checked 1 run as of');
  });

  test('what a hook of another repository hands on does not count here', () => {
    const [house, other] = [onBranch(), onBranch()];
    house.edit(RUN, 'lead: tlee', 'lead: nobody');
    house.git('add', '.');
    const env = { GIT_DIR: join(other.root, '.git'), GIT_INDEX_FILE: join(other.root, '.git/index'), GIT_WORK_TREE: other.root };
    for (const args of [['--staged'], ['--changed']]) expect(program(house.root, ['lint', ...args], env)).toMatchObject({ code: 1 });
  });
});

describe('git', () => {
  test('starts nothing that the config of the repository names, and writes nothing', () => {
    const house = onBranch();
    const bait = join(house.root, '.git/bait');
    writeFileSync(bait, `#!/bin/sh\necho "$0 $@" >> '${house.root}/.git/bitten'\ncat\n`);
    chmodSync(bait, 0o755);
    mkdirSync(join(house.root, '.git/hooks'), { recursive: true });
    cpSync(bait, join(house.root, '.git/hooks/post-index-change'));
    const settings = {
      'core.fsmonitor': bait,
      'core.sshCommand': bait,
      'core.pager': bait,
      'diff.external': bait,
      'diff.bait.textconv': bait,
      'diff.bait.command': bait,
      'filter.bait.clean': bait,
      'filter.bait.smudge': bait,
      'filter.more.process': bait,
      'filter.more.required': 'true',
      'extensions.partialClone': 'origin',
      'remote.origin.promisor': 'true',
      'remote.origin.url': 'ssh://git.example/x',
      'remote.origin.uploadpack': bait,
    };
    house.write('.gitattributes', '*.yaml diff=bait filter=bait\n*.txt filter=more\n');
    for (const [key, value] of Object.entries(settings)) execFileSync('git', ['config', '--file', '.git/config', key, value], { cwd: house.root });
    house.edit(RUN, 'lead: tlee', 'lead: nobody');
    house.write('records/projects/contoso/mail-move/evidence/rack.txt', 'other\n');
    const index = execFileSync('sha256sum', ['.git/index'], { cwd: house.root, encoding: 'utf8' });
    for (const args of [['--changed'], ['--base', 'main'], ['--staged'], [], ['--changed=0123456789012345678901234567890123456789']])
      program(house.root, ['lint', ...args], { GIT_EXTERNAL_DIFF: bait, GIT_SSH_COMMAND: bait });
    expect(existsSync(join(house.root, '.git/bitten'))).toBe(false);
    expect(execFileSync('sha256sum', ['.git/index'], { cwd: house.root, encoding: 'utf8' })).toBe(index);
    expect(program(house.root, ['lint', '--changed']).out).toContain('known-person');
    // the bait works: git itself does start it
    spawnSync('git', ['diff'], { cwd: house.root });
    expect(existsSync(join(house.root, '.git/bitten'))).toBe(true);
  });

  test('a folder of another account gets the command that mends it, and is checked whole where only the ignored files hang on it', () => {
    const house = onBranch();
    const env = { GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' };
    const mend = `Run this first: git config --global --add safe.directory ${house.root}`;
    for (const args of [['--changed'], ['--staged']])
      expect(program(house.root, ['lint', ...args], env)).toMatchObject({ code: 2, err: expect.stringContaining(mend) });
    expect(program(house.root, ['lint', '--base', 'main'], env)).toMatchObject({ code: 2, out: expect.stringContaining(mend) });
    expect(program(house.root, ['lint'], env)).toMatchObject({ code: 0, out: expect.stringContaining(mend) });
  });

  test('is not asked, nor what starts it loaded, for one run', () => {
    const house = onBranch();
    const trap = join(house.root, '.git/trap.cjs');
    writeFileSync(
      trap,
      "const m = require('node:module'); const load = m._load; m._load = (name, ...rest) => { if (name.endsWith('child_process')) throw new Error('trapped'); return load(name, ...rest); };",
    );
    const env = { NODE_OPTIONS: `--require=${trap}` };
    for (const name of [RUN, 'records/projects/northwind/office-move', 'northwind/office-move', 'closeout.config.yaml'])
      expect(program(house.root, ['lint', name], env), name).toMatchObject({ code: 0, err: '' });
    expect(program(house.root, ['lint', 'records'], env).err).toContain('trapped');
  });

  test('that is missing leaves a whole check as it was', () => {
    const house = onBranch();
    expect(program(house.root, ['lint'], { PATH: join(house.root, 'nowhere') })).toMatchObject({ code: 0, err: '' });
    expect(program(house.root, ['lint', '--changed'], { PATH: join(house.root, 'nowhere') })).toMatchObject({
      code: 2,
      err: expect.stringContaining('git is not installed'),
    });
  });
});

test('called in a folder that is gone it decides nothing, and says so', () => {
  const { root } = organisation();
  const { status, stderr } = spawnSync('sh', ['-c', `mkdir gone && cd gone && rmdir ../gone && exec '${process.execPath}' '${BIN}' lint`], {
    cwd: root,
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([2, 'closeout: Could not decide: The folder that closeout was called in is gone. Change to one that is there.\n']);
});
