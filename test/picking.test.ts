import { cpSync, existsSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../linter/engine.ts';
import { lint as lintAsProgram } from '../linter/program.ts';
import { baseFolder } from './case.ts';
import { type Organisation, onBranch, organisation } from './organisation.ts';

const RUN = 'records/projects/northwind/office-move/run.yaml';
const SIGNED = 'records/projects/contoso/mail-move/run.yaml';
const PEOPLE = 'records/people.yaml';
const NOTHING = 'Nothing that Closeout reads has changed since main.';

interface Found {
  readonly code: number;
  readonly errors: readonly string[];
  readonly runs: readonly string[];
  readonly notes: readonly string[];
}

/** Lints as JSON; without output, what was said on stderr stands in the notes. */
async function lint(house: Organisation, ...args: string[]): Promise<Found> {
  const { code, out, err } = await house.closeout('lint', '--format', 'json', ...args);
  if (!out) return { code, errors: [], runs: [], notes: [err] };
  const read = JSON.parse(out) as { diagnostics: Diagnostic[]; runs: { run: string }[]; notes: string[]; undecided?: string };
  const { diagnostics, runs, notes } = read;
  if (read.undecided !== undefined) return { code, errors: [], runs: [], notes: [err] };
  const errors = diagnostics.filter((each) => each.severity === 'error').map(({ file, ruleId, message }) => `${file} ${ruleId}: ${message}`);
  return { code, errors, runs: runs.map((each) => each.run), notes };
}

const remove = (house: Organisation, path: string): void => rmSync(join(house.root, path), { recursive: true });
const move = (house: Organisation, from: string, to: string): void => {
  mkdirSync(join(house.root, to, '..'), { recursive: true });
  renameSync(join(house.root, from), join(house.root, to));
};

const linked = (house: Organisation): void => {
  move(house, SIGNED, 'elsewhere');
  symlinkSync('../../../../elsewhere', join(house.root, SIGNED));
};

describe('--changed', () => {
  test('checks only what the branch and the working tree change, new files too, and says since when', async () => {
    const house = onBranch();
    house.edit(RUN, 'state: active', 'state: closing');
    expect(await lint(house, '--changed')).toEqual({
      code: 0,
      errors: [],
      runs: ['northwind/office-move'],
      notes: ['Checked what has changed since main, and what that can break.'],
    });
    house.git('commit', '-qam', 'closing');
    house.write('records/projects/contoso/phones/run.yml', 'x: 1\n');
    const { errors, runs } = await lint(house, '--changed');
    expect([runs, errors]).toEqual([['northwind/office-move'], [expect.stringContaining('phones/run.yml known-file')]]);
  });

  const changes: readonly (readonly [name: string, change: (house: Organisation) => void, finds: string])[] = [
    ['evidence', (house) => house.edit('records/projects/contoso/mail-move/evidence/rack.txt', '214', '215'), 'signoff-fresh'],
    ['evidence that is gone', (house) => remove(house, 'records/projects/contoso/mail-move/evidence/rack.txt'), 'evidence-exists'],
    ['a sign-off', (house) => house.edit('records/projects/contoso/mail-move/signoff.closing.lead.yaml', 'by: tlee', 'by: mpatel'), 'signoff'],
    ['a sign-off that is gone', (house) => remove(house, 'records/projects/contoso/mail-move/signoff.closing.support.yaml'), 'signoff-present'],
    ['a run that is gone', (house) => remove(house, 'records/projects/contoso/mail-move'), 'run-kept'],
    [
      'how git writes files out',
      (house) => {
        house.write('.gitattributes', '* text eol=crlf\n');
        house.git('add', '.');
        house.git('commit', '-qm', 'line breaks');
        remove(house, 'records');
        house.git('checkout', '-q', '--', 'records');
      },
      'signoff-fresh',
    ],
    ['a run without its sign-offs', (house) => remove(house, SIGNED), 'signoff.closing.lead.yaml known-file'],
    ['a run that is moved', (house) => move(house, 'records/projects/contoso/mail-move', 'records/projects/northwind/mail-move'), 'run-kept'],
    ['a run that is moved out', (house) => move(house, 'records/projects/contoso/mail-move', 'old/contoso/mail-move'), 'run-kept'],
    ['a run behind a link', linked, 'file-readable'],
    ['somebody who is struck off the list', (house) => house.write(PEOPLE, house.read(PEOPLE).replace('id: mpatel', 'id: mpatil')), 'known-person'],
    ['a customer', (house) => house.write('records/customers.yaml', house.read('records/customers.yaml').replaceAll('contoso', 'contosa')), 'known-customer'],
    ['a release', (house) => house.edit('checklists/releases/project-closeout@1.1.0.yaml', 'title: Every admin', 'title: Most admin'), 'release-frozen'],
    ['a release that is gone', (house) => remove(house, 'checklists/releases/project-closeout@1.1.0.yaml'), 'known-release'],
    [
      'a checklist',
      (house) => house.write('checklists/project-closeout.yaml', house.read('checklists/project-closeout.yaml').replace('docs-found', 'docs-fund')),
      'retired',
    ],
    ['a page that others name', (house) => remove(house, 'site/content/playbooks/handing-over-a-project.mdx'), 'known-'],
    [
      'the config',
      (house) => house.write('closeout.config.yaml', house.read('closeout.config.yaml').replace(/(processes:\n? *.*?)id: [a-z-]+/s, '$1id: other')),
      'known-process',
    ],
  ];
  test.each(changes)('finds all that %s breaks, as a check of everything does', async (_name, change, finds) => {
    const house = onBranch();
    change(house);
    const all = await lint(house, '--base', 'main');
    expect(all.errors.join('\n')).toContain(finds);
    const { code, errors } = await lint(house, '--changed');
    expect([code, errors]).toEqual([all.code, all.errors]);
  });

  test.each([
    ['a wording', 'phrases/hedges.yaml', 'should be (fixed|working)', 'works since', 'phrase/'],
    ['somebody', PEOPLE, 'id: mpatel', 'id: mpatil', 'known-person'],
  ])('finds what %s breaks in runs that are written in another way', async (_name, file, before, after, finds) => {
    const house = onBranch();
    house.write(RUN, house.read(RUN).replace('state: active', 'state: active\n"update": The phone works since noon.'));
    const project = house.read(RUN).slice(house.read(RUN).indexOf('project:'), house.read(RUN).indexOf('engagements:'));
    const inBraces = project
      .replaceAll(/\n(?= )/g, ',')
      .replace('project:,', 'project: {')
      .trim();
    const run = `{ checklist: project-closeout@1.1.0, ${inBraces} }, answers: {}, state: active, update: "The phone works since noon: in the\nstate: finished\nwe have it" }\n`;
    house.write('records/projects/northwind/second-move/run.yaml', run);
    house.git('add', '.');
    house.git('commit', '-qm', 'runs');
    const rules = 'site/content/phrases/hedges.yaml';
    if (file === PEOPLE) house.edit(file, before, after);
    else
      house.write(
        rules,
        house
          .read(rules)
          .replace(before, after)
          .replace('It should be fixed now., The scanner should be working.', 'It works since noon., All works since noon.'),
      );
    const { errors } = await lint(house, '--changed=HEAD');
    expect(errors).toEqual((await lint(house, '--base', 'HEAD')).errors);
    for (const run of ['office-move', 'second-move']) expect(errors.join('\n')).toMatch(new RegExp(`${run}/run.yaml ${finds}`));
  });

  test('with nothing changed is green and says so in each format', async () => {
    const house = onBranch();
    house.write('README.md', 'hello\n');
    house.write('records/projects/northwind/notes.txt', 'hello\n');
    for (const format of ['text', 'github']) {
      const { code, out } = await house.closeout('lint', '--changed', '--format', format);
      expect([code, out]).toEqual([0, expect.stringContaining(NOTHING)]);
    }
    expect(await lint(house, '--changed')).toEqual({ code: 0, errors: [], runs: [], notes: [NOTHING] });
    expect((await house.closeout('lint', '--changed', 'records')).out).toBe('Nothing that Closeout reads has changed since main in records.\n');
  });

  test('takes the default branch of the forge as the clone knows it', async () => {
    const house = onBranch();
    house.git('update-ref', 'refs/remotes/origin/main', 'main');
    // a tag of the same name is not the branch
    house.edit(RUN, 'state: active', 'state: closing');
    house.git('commit', '-qam', 'closing');
    house.git('tag', 'origin/main');
    expect(await lint(house, '--changed')).toMatchObject({ runs: ['northwind/office-move'], notes: [expect.stringContaining('since origin/main,')] });
    house.git('update-ref', 'refs/remotes/origin/trunk', 'HEAD');
    house.git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/trunk');
    expect(await lint(house, '--changed')).toMatchObject({ code: 0, notes: ['Nothing that Closeout reads has changed since origin/trunk.'] });
  });

  test('without a base could not decide, and says what to do', async () => {
    const house = onBranch();
    expect(await lint(house, '--changed=origin/main')).toMatchObject({ code: 2, notes: [expect.stringContaining('fetch-depth: 0')] });
    house.git('branch', '-m', 'main', 'trunk');
    expect(await lint(house, '--changed')).toMatchObject({ code: 2, notes: [expect.stringContaining('--changed=origin/trunk')] });
    expect(await lint(organisation(), '--changed')).toMatchObject({ code: 2, notes: [expect.stringContaining('not in a git repository')] });
  });

  test('tells a revision from a path, and asks where it could be either', async () => {
    const house = onBranch();
    house.edit(RUN, 'state: active', 'state: closing');
    const picked = { code: 0, runs: ['northwind/office-move'] };
    for (const args of [['--changed', 'main'], ['--changed=main'], ['--changed', '--quiet'], ['--changed', 'records'], ['--changed', 'main', 'records']])
      expect(await lint(house, ...args), args.join(' ')).toMatchObject(picked);
    expect(await lint(house, '--changed', 'northwind/office-move')).toMatchObject(picked);
    expect(await lint(house, '--changed', 'records/projects/contoso')).toMatchObject({ code: 0, runs: [] });
    house.git('branch', 'northwind/office-move');
    expect(await lint(house, '--changed', 'northwind/office-move')).toMatchObject({
      code: 3,
      notes: [expect.stringMatching(/--changed=northwind\/office-move .* --changed -- northwind\/office-move/)],
    });
    expect(await lint(house, '--changed', '--', 'northwind/office-move')).toMatchObject(picked);
    expect(await lint(house, '--changed=northwind/office-move')).toMatchObject(picked);
  });

  test('a path that is gone can be named', async () => {
    const house = onBranch();
    remove(house, 'records/projects/contoso');
    expect((await lint(house, '--changed', '--', 'contoso/mail-move')).errors).toEqual([expect.stringContaining('run-kept')]);
    expect((await lint(house, '--changed', '--', 'records/projects/contosa')).code).toBe(2);
  });

  test.each(['-x', '--upload-pack=touch hacked', 'main..change', '^main', 'main\n::error::x', 'x'.repeat(5000)])('%.30j is no revision', async (ref) => {
    const house = onBranch();
    const { code, notes } = await lint(house, `--changed=${ref}`);
    expect(code).toBe(2);
    expect(notes.join('').length).toBeLessThan(400);
    expect(notes.join('')).not.toMatch(/\n::/);
  });
});

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
