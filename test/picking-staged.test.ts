import { describe, expect, test } from 'vitest';
import { treeAt } from '../linter/workspace/git.ts';
import { onBranch, organisation, RUN } from './organisation.ts';
import { lint, PEOPLE, remove } from './picking.ts';

describe('--staged', () => {
  test('judges a partly staged file as it will be committed, not as it lies there', async () => {
    const house = onBranch();
    house.edit(RUN, 'lead: tlee', 'lead: nobody');
    house.git('add', '.');
    house.edit(RUN, 'lead: nobody', 'lead: tlee');
    expect((await lint(house, '--staged')).errors).toEqual([expect.stringContaining(`${RUN} known-person`)]);
    house.git('add', '.');
    house.edit(RUN, 'lead: tlee', 'lead: nobody');
    expect(await lint(house, '--staged')).toMatchObject({ code: 0, notes: ['Nothing that Closeout reads is staged.'] });
    house.git('checkout', RUN);
    house.edit(RUN, 'state: active', 'state: closing');
    house.git('add', '.');
    house.edit(RUN, 'state: closing', 'state: [');
    // git told not to look at a file is still asked what it would commit
    house.git('update-index', '--assume-unchanged', RUN);
    expect(await lint(house, '--staged')).toEqual({
      code: 0,
      errors: [],
      runs: ['northwind/office-move'],
      notes: ['Checked what is staged, as it will be committed.'],
    });
  });

  test('takes evidence, people and releases from the index too', async () => {
    const house = onBranch();
    const evidence = 'records/projects/contoso/mail-move/evidence/rack.txt';
    house.edit(evidence, '214', '215');
    house.git('add', '.');
    house.edit(evidence, '215', '214');
    expect((await lint(house, '--staged')).errors).toEqual([expect.stringContaining('signoff-fresh')]);
    house.git('add', '.');
    house.edit(evidence, '214', '215');
    house.edit(RUN, 'state: active', 'state: closing');
    house.git('add', RUN);
    house.write(PEOPLE, '[]\n');
    remove(house, 'checklists/releases');
    expect(await lint(house, '--staged')).toMatchObject({ code: 0, errors: [] });
  });

  test('evidence of nothing but line breaks and blanks is empty in the index and in a commit, whatever lies in the folder', async () => {
    const house = onBranch();
    const folder = 'records/projects/contoso/mail-move';
    const file = 'evidence/rack.txt';
    const was = house.read(`${folder}/${file}`);
    house.write(`${folder}/${file}`, '\ufeff \t\r\n\n');
    house.git('add', '.');
    house.write(`${folder}/${file}`, was);
    expect((await lint(house, '--staged')).errors).toEqual([expect.stringContaining('evidence-exists')]);
    house.git('commit', '-qm', 'A file of blanks');
    expect(treeAt(house.root, house.git('rev-parse', 'HEAD').trim())?.evidence(folder, file)).toMatchObject({ problem: 'empty' });
    expect(treeAt(house.root, house.git('rev-parse', 'HEAD~').trim())?.evidence(folder, file)).not.toHaveProperty('problem');
  });

  test('finds a run that the commit would delete or move, whatever lies in the folder', async () => {
    const house = onBranch();
    house.git('rm', '-rq', '--cached', 'records/projects/contoso');
    expect((await lint(house, '--staged')).errors).toEqual([expect.stringContaining('run-kept')]);
  });

  test('a file that is only announced is not committed, so it is not judged', async () => {
    const house = onBranch();
    house.write('records/projects/contoso/phones/run.yml', '');
    house.git('add', '-N', '.');
    expect(await lint(house, '--staged')).toMatchObject({ code: 0, notes: ['Nothing that Closeout reads is staged.'] });
  });

  test('works before the first commit, and with nothing staged', async () => {
    const house = organisation();
    house.git('init', '-q');
    expect(await lint(house, '--staged')).toMatchObject({ code: 0, notes: ['Nothing that Closeout reads is staged.'] });
    house.git('add', RUN);
    expect(await lint(house, '--staged')).toMatchObject({ code: 2, notes: [expect.stringContaining('git add closeout.config.yaml')] });
    house.git('add', '.');
    expect(await lint(house, '--staged')).toMatchObject({ code: 0, errors: [], notes: [expect.stringContaining('no earlier commit')] });
    house.edit(RUN, 'lead: tlee', 'lead: nobody');
    house.git('add', '.');
    expect((await lint(house, '--staged')).errors).toEqual([expect.stringContaining('known-person')]);
  });

  test('an unsettled merge could not be decided', async () => {
    const house = onBranch();
    house.edit(RUN, 'state: active', 'state: closing');
    house.git('commit', '-qam', 'one');
    house.git('checkout', '-q', 'main');
    house.edit(RUN, 'state: active', 'state: paused');
    house.git('commit', '-qam', 'two');
    expect(() => house.git('merge', '-q', 'change')).toThrow();
    expect(await lint(house, '--staged')).toMatchObject({ code: 2, notes: [expect.stringContaining('in the middle of a merge')] });
  });

  test.each([
    [['--staged', '--fix'], 'git add'],
    [['--staged', '--changed'], 'Give one of them'],
    [['--staged', '--base', 'main'], 'Leave --base out'],
    [['--changed', '--base', 'main'], 'Leave --base out'],
    [['--staged', '--approvals', 'x.json'], 'Leave --approvals out'],
  ])('%s is refused with a reason', async (args, words) => {
    expect(await lint(onBranch(), ...args)).toMatchObject({ code: 3, notes: [expect.stringContaining(words)] });
  });
});
