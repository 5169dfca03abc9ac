import { cpSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lint as lintAsProgram } from '../linter/program.ts';
import { baseFolder } from './case.ts';
import { onBranch, organisation, RUN, SIGNED } from './organisation.ts';
import { lint, PEOPLE } from './picking.ts';

describe('what git ignores', () => {
  test('is left out of a folder, is said, and is checked where it is named', async () => {
    const house = onBranch();
    house.write('.gitignore', 'scratch*/\n');
    house.write('records/projects/northwind/scratch-move/run.yaml', 'x: 1\n');
    const left = { code: 0, errors: [], notes: [expect.stringMatching(/^git ignores .*scratch-move\/run.yaml, so it was left out/)] };
    expect(await lint(house)).toMatchObject(left);
    expect(await lint(house, 'records')).toMatchObject(left);
    for (const name of ['records/projects/northwind/scratch-move/run.yaml', 'records/projects/northwind/scratch-move', 'northwind/scratch-move'])
      expect((await lint(house, name)).code, name).toBe(1);
    expect(await lint(house, '--changed', 'northwind/scratch-move')).toMatchObject({
      code: 0,
      notes: [expect.stringContaining('Nothing'), expect.stringContaining('no change of it is seen')],
    });
    house.write(PEOPLE, `${house.read(PEOPLE)}\n`);
    expect((await lint(house, '--changed')).errors).toEqual([]);
  });

  test('does not hide what is committed', async () => {
    const house = onBranch();
    house.write('.gitignore', '*\n');
    house.edit(RUN, 'lead: tlee', 'lead: nobody');
    for (const args of [[], ['records'], ['--changed'], ['--base', 'main']]) expect((await lint(house, ...args)).errors, args.join(' ')).toHaveLength(1);
    house.write('records/projects/contoso/phones/run.yml', 'x: 1\n');
    house.git('add', '-f', '.');
    expect((await lint(house, '--staged')).errors).toHaveLength(2);
    expect((await lint(house)).errors).toHaveLength(2);
  });

  test('an organisation in a folder that a repository around it ignores is checked whole', async () => {
    const outer = organisation();
    outer.git('init', '-q');
    outer.write('.gitignore', 'inner\n');
    cpSync(baseFolder, join(outer.root, 'inner'), { recursive: true });
    outer.edit(`inner/${RUN}`, 'lead: tlee', 'lead: nobody');
    expect(await lint({ ...outer, closeout: (...args) => outer.closeoutIn('inner', ...args) })).toMatchObject({ code: 1, errors: [expect.any(String)] });
  });
});

describe('what is no plain file of this repository', () => {
  test('what a sparse checkout leaves out was not checked, and that is never passed', async () => {
    const house = onBranch();
    const changed = SIGNED.replace('run.yaml', 'signoff.closing.lead.yaml');
    house.edit(changed, 'by: tlee', 'by: mpatel');
    house.git('commit', '-qam', 'change');
    house.git('sparse-checkout', 'set', '--no-cone', '/*', '!/records/projects/contoso');
    for (const args of [[], ['records'], ['--base', 'main'], ['--changed']]) {
      const { code, errors } = await lint(house, ...args);
      expect([code, errors], args.join(' ')).toEqual([2, [expect.stringMatching(/mail-move.* file-readable: .*sparse/)]]);
    }
    expect(await lint(house, 'records/projects/northwind')).toMatchObject({ code: 0, errors: [] });
    // programs are told the same
    expect(await lintAsProgram({ cwd: house.root })).toMatchObject({ exitCode: 2, complete: false });
    expect(await lintAsProgram({ cwd: house.root, paths: ['northwind/office-move'] })).toMatchObject({ exitCode: 0, checked: { runs: 1 } });
    house.git('sparse-checkout', 'disable');
    expect((await lint(house, '--changed')).code).toBe(1);
  });

  test.each([true, false])('a submodule is said to be one, checked out or not (%s), and hides nothing else', async (present) => {
    const house = onBranch();
    house.edit(RUN, 'lead: tlee', 'lead: nobody');
    house.git('update-index', '--add', '--cacheinfo', `160000,${house.git('rev-parse', 'HEAD').trim()},records/projects/fabrikam`);
    mkdirSync(join(house.root, 'records/projects/fabrikam'));
    if (present) {
      house.write('records/projects/fabrikam/.git', 'gitdir: nowhere\n');
      house.write('records/projects/fabrikam/phones/run.yaml', 'x: 1\n');
    }
    for (const args of [[], ['records'], ['--base', 'main'], ['--changed']]) {
      const { errors } = await lint(house, ...args);
      expect(errors, args.join(' ')).toEqual([
        expect.stringContaining('records/projects/fabrikam file-readable: This folder belongs to another git repository'),
        expect.stringContaining('known-person'),
      ]);
    }
    expect((await lint(house, '--staged')).errors).toEqual([expect.stringContaining('another git repository')]);
  });

  test('a repository made inside, a link to a folder, a name of two lines: each is said', async () => {
    const house = onBranch();
    house.write('records/projects/contoso/.git/HEAD', '');
    house.write('records/projects/north\nwind/office-move/run.yaml', 'x: 1\n');
    symlinkSync('northwind', join(house.root, 'records/projects/other'));
    for (const args of [[], ['records']]) {
      const { code, errors } = await lint(house, ...args);
      expect([code, errors.map((each) => each.split(': ')[0])]).toEqual([
        1,
        expect.arrayContaining([
          'records/projects/contoso file-readable',
          'records/projects/other file-readable',
          'records/projects/north\nwind/office-move/run.yaml required-key',
        ]),
      ]);
    }
    const { out } = await house.closeout('lint');
    expect(out).toContain('records/projects/north\\nwind/office-move/run.yaml\n');
  });
});

describe('a project', () => {
  test('is named as customer/project, a path that is there wins, and a slip is told', async () => {
    const house = organisation();
    expect((await lint(house, 'northwind/office-move')).runs).toEqual(['northwind/office-move']);
    expect((await house.closeout('lint', 'northwind/ofice-move')).err).toContain('Did you mean northwind/office-move?');
    expect((await house.closeout('lint', 'records/projects/nortwind')).err).toContain('Did you mean records/projects/northwind?');
    expect((await lint(house, 'northwind/../../people')).code).toBe(2);
    house.write('northwind/office-move/other.yaml', 'x: 1\n');
    expect(await lint(house, 'northwind/office-move')).toMatchObject({ code: 2, runs: [] });
    expect(existsSync(join(house.root, 'northwind/office-move'))).toBe(true);
    writeFileSync(join(house.root, 'northwind/office-move/run.yaml'), 'x: 1\n');
    expect((await lint(house, 'northwind/office-move')).code).toBe(1);
  });
});
