import { mkdirSync, renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { judge, type Rule } from '../linter/engine.ts';
import { openRun } from '../linter/workspace/documents.ts';
import { openWorkspace } from '../linter/workspace/open.ts';
import { organisation } from './organisation.ts';

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
