import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Organisation, onBranch, organisation, RUN, SIGNED } from './organisation.ts';
import { lint, move, PEOPLE, remove } from './picking.ts';

const NOTHING = 'Nothing that Closeout reads has changed since main.';

const linked = (house: Organisation): void => {
  move(house, SIGNED, 'elsewhere');
  symlinkSync('../../../../elsewhere', join(house.root, SIGNED));
};

/** The base has a run that names project 1041 of the PSA, written like this; the change names it in another. */
function numbered(written: string): (house: Organisation) => void {
  return (house) => {
    const name = (run: string, number: string) => house.write(run, house.read(run).replace('\n  kinds:', `\n  psa: ${number}\n  kinds:`));
    name(RUN, written);
    house.git('commit', '-qam', 'number');
    house.git('branch', '-f', 'main');
    name(SIGNED, '"1041"');
  };
}

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
    ['a number of the PSA that another run has', numbered('"1041"'), 'unique-psa-numbers'],
    ['a number of the PSA that another run writes with a code', numbered('"10\\x341"'), 'unique-psa-numbers'],
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
