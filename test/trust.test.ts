import { mkdirSync, renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { judge, type Rule } from '../linter/engine.ts';
import { openRun } from '../linter/organisation/documents.ts';
import { openWorkspace } from '../linter/workspace/open.ts';
import { OWN_PHRASES, onBranch, organisation } from './organisation.ts';

const SIGNED = 'records/projects/contoso/mail-move/run.yaml';

describe('not checked is never passed', () => {
  test('a path that is not there is 2, also beside one that is', async () => {
    const { code, err } = await organisation().closeout('lint', SIGNED, 'records/projects/contoso/mial-move');
    expect(code).toBe(2);
    expect(err).toContain('There is no "records/projects/contoso/mial-move"');
  });

  test('a run under another name, a sign-off without a run and a linked folder are errors', async () => {
    const house = organisation();
    const from = join(house.root, 'records/projects/contoso/mail-move');
    renameSync(join(from, 'run.yaml'), join(from, 'run.yml'));
    mkdirSync(join(house.root, 'elsewhere'));
    symlinkSync(join(house.root, 'elsewhere'), join(house.root, 'records/projects/contoso/linked'));
    const { code, out } = await house.closeout('lint', 'records');
    expect(code).toBe(1);
    for (const name of ['run.yml', 'signoff.closing.lead.yaml', 'signoff.closing.support.yaml', 'linked'])
      expect(out).toMatch(new RegExp(`^records/projects/contoso/[a-z/-]*${name}$`, 'm'));
  });

  test('a run that is a list, a text or empty is told so', async () => {
    for (const text of ['- id: tlee\n', 'hello\n', '# nothing\n', '[]\n', 'null\n', '12\n']) {
      const house = organisation();
      house.write(SIGNED, text);
      const { code, out } = await house.closeout('lint', SIGNED);
      expect([code, out], text).toEqual([1, expect.not.stringContaining('a bug in closeout')]);
    }
  });

  test.each([
    [/- \{ id: server.*\n/, '- 5\n'],
    [/- \{ id: server.*\n/, '- {}\n'],
    [/- id: documentation/, '- id: [documentation]'],
    [/items:\n/, 'items: 5\n    others:\n'],
    [/- id: rack-photo/, '- id: 5'],
  ])('a checklist in which %s is %j is told so, with its version judged as far as it can be', async (before, after) => {
    for (const file of ['checklists/project-closeout.yaml', 'checklists/releases/project-closeout@1.1.0.yaml']) {
      const house = organisation();
      const text = house.read(file);
      house.write(file, text.replace(before, after).replace(/^version: .*/m, 'version: 1.2.0'));
      expect(house.read(file)).toContain(after);
      const { code, out } = await house.closeout('lint', 'checklists');
      expect([code, out], file).toEqual([1, expect.not.stringContaining('a bug in closeout')]);
    }
  });

  test.each(['records/people.yaml', 'records/customers.yaml', 'checklists/releases/project-closeout@1.1.0.yaml'])(
    'a run whose %s cannot be read is not decided',
    async (file) => {
      const house = organisation();
      house.write(file, 'a: [');
      const { code, out } = await house.closeout('lint', SIGNED);
      expect(code).toBe(2);
      expect(out).toContain('could not decide');
    },
  );

  test.each(['---', '+++'])('words that the site takes for text, behind a line that begins with %s, are not passed over', async (mark) => {
    const house = organisation();
    const page = 'site/content/docs/docs/gate.md';
    const facts = (title: string): string => `---\n{ title: "${title}", description: What has to hold before a project may close. }\n---\n\nAll is done.\n`;
    house.write(page, facts('The gate\n+-- x'));
    expect((await house.closeout('lint', page)).code).toBe(0);
    house.write(page, facts(`The gate\n${mark}x We will try to be there`));
    const { code, out } = await house.closeout('lint', page);
    expect([code, out]).toEqual([1, expect.stringContaining('frontmatter-given')]);
  });

  test('a sign-off named on the command line is judged with its run', async () => {
    const house = organisation();
    house.edit(SIGNED, 'count: 14', 'count: 15');
    expect((await house.closeout('lint', 'records/projects/contoso/mail-move/signoff.closing.support.yaml')).code).toBe(1);
  });
});

test('a rule that fails is our bug: it decides nothing, and hides no other finding', () => {
  const house = organisation();
  const document = openRun(openWorkspace({ cwd: house.root }), SIGNED)?.document;
  if (!document) throw new Error('the base has no such run');
  const about = { reads: 'run', severity: 'error', summary: 'x.', why: 'x.', messages: { found: 'Found.' } } as const;
  const failing = {
    ...about,
    id: 'failing',
    check: () => {
      throw new TypeError('oops');
    },
  };
  const finding = { ...about, id: 'finding', check: () => [{ messageId: 'found', at: ['state'] }] };
  const found = judge<'run'>(document, [failing, finding] as unknown as Rule[], { timed: 'count', severities: {} });
  expect(found.map(({ ruleId, undecided }) => [ruleId, undecided])).toEqual([
    ['failing', true],
    ['finding', undefined],
  ]);
  expect(found[0]?.message).toContain('bug in closeout, not in your file: failing failed (oops)');
});

describe('a change cannot bring its own judge', () => {
  test('the assurance of the base holds for a closed run that the change touches', async () => {
    const house = onBranch();
    house.edit('closeout.config.yaml', 'closing: sealed', 'closing: declared');
    for (const role of ['lead', 'support']) {
      const file = `records/projects/contoso/mail-move/signoff.closing.${role}.yaml`;
      house.write(file, house.read(file).replace(/^seal:.*\n/m, ''));
    }
    expect((await house.closeout('lint', '--base', 'main')).out).toContain('This sign-off has no seal');
  });

  test('a finished run that the change touches is judged in full', async () => {
    const house = onBranch();
    house.edit(SIGNED, 'state: closed', 'state: finished');
    house.git('commit', '-qam', 'finished before its time');
    house.git('branch', '-f', 'main');
    expect((await house.closeout('lint', '--base', 'main')).out).not.toContain('waiver-settled');
    house.edit(SIGNED, 'count: 14', 'count: 15');
    expect((await house.closeout('lint', '--base', 'main')).out).toContain('waiver-settled');
  });

  test('people and config are those of the revision as it stands now, however old the branch', async () => {
    const house = onBranch();
    house.edit(SIGNED, 'impact: Outlook asks once for the password.', 'impact: Outlook asks once.');
    house.git('commit', '-qam', 'change');
    house.git('checkout', '-q', 'main');
    house.edit(
      'records/people.yaml',
      'name: Jonah Kim, roles: [{ role: support, from: 2022-05-02 }]',
      'name: Jonah Kim, roles: [{ role: support, from: 2022-05-02, to: 2026-10-01 }]',
    );
    house.git('commit', '-qam', 'Jonah left support');
    house.git('checkout', '-q', 'change');
    expect((await house.closeout('lint')).code).toBe(0);
    expect((await house.closeout('lint', '--base', 'main')).out).toContain('Jonah Kim cannot');
  });

  test('the phrase rules are those of the base for a closed run that the change touches', async () => {
    const house = onBranch();
    house.write('site/content/phrases/own.yaml', OWN_PHRASES);
    house.git('add', '.');
    house.git('commit', '-qm', 'no more works');
    house.git('branch', '-f', 'main');
    house.write('site/content/phrases/own.yaml', OWN_PHRASES.replace('find: ["in the works"]', 'find: ["in the mill"]'));
    house.write(SIGNED, `${house.read(SIGNED)}\nupdate: Your mail is in the works.\n`);
    expect((await house.closeout('lint', SIGNED)).out).not.toContain('phrase/');
    expect((await house.closeout('lint', '--base', 'main', SIGNED)).out).toContain('phrase/in-the-works');
  });

  test('the day is the one of the base', async () => {
    const house = onBranch();
    house.edit('closeout.config.yaml', 'today: 2026-11-06', 'today: 2031-11-06');
    expect((await house.closeout('lint', '--base', 'main')).out).toContain('as of 2026-11-06');
  });

  test('a base without a config decides nothing', async () => {
    const house = organisation();
    house.git('init', '-q');
    house.git('commit', '-q', '--allow-empty', '-m', 'empty');
    house.git('checkout', '-qb', 'change');
    house.git('add', '.');
    house.git('commit', '-qm', 'all');
    expect((await house.closeout('lint', '--base', 'main')).code).toBe(2);
  });
});

describe('a folder that nobody looked into is an error', () => {
  test.each(['records/evidence/a/b/run.yaml', 'records/projects/northwind/node_modules/run.yaml'])('%s', async (file) => {
    const house = organisation();
    house.write(file, 'state: [');
    expect((await house.closeout('lint')).code).toBe(1);
  });

  test('records that are a link are not decided', async () => {
    const house = organisation();
    renameSync(join(house.root, 'records'), join(house.root, 'elsewhere'));
    symlinkSync('elsewhere', join(house.root, 'records'));
    expect((await house.closeout('lint')).code).not.toBe(0);
    expect((await house.closeout('lint', SIGNED)).code).toBe(2);
  });
});

test.each(['# -eyJ'.padEnd(200_000, '-eyJ'), '# '.padEnd(280_000, 'pin:in,'), '# '.padEnd(900_000, 'AKIAABCDEFGHIJKLMNOP '), '# '.padEnd(900_000, 'secret: ')])(
  'a line full of what looks like secrets ends',
  async (line) => {
    const house = organisation();
    house.write(SIGNED, `${house.read(SIGNED)}${line}\n`);
    expect((await house.closeout('lint', '--quiet', SIGNED)).code).toBeLessThan(2);
  },
  20_000,
);
