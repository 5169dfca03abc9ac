import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { answerAll, organisation, RUN } from './organisation.ts';

describe('sign', () => {
  test('shows in words and counts what is signed, asks, and writes', async () => {
    const house = organisation();
    answerAll(house, RUN);
    const refused = await house.answering(['n'], 'sign', RUN, '--role', 'lead', '--by', 'tlee');
    expect(refused).toMatchObject({ code: 1, questions: ['Sign? (y/N) '] });
    const { code, out } = await house.answering(['y'], 'sign', RUN, '--role', 'lead', '--by', 'tlee');
    expect(code).toBe(0);
    expect(out).toContain(
      'by Tess Lee on 2026-11-06:\n  The work of this project is finished, and I hand it over.\n  6 done, 1 not applicable, 0 waived, 0 open; 1 item does not apply.',
    );
    expect(await house.closeout('sign', RUN, '--role', 'lead', '--by', 'tlee', '--yes')).toMatchObject({
      code: 0,
      out: expect.stringContaining('Signed already by tlee'),
    });
  });

  test('refuses while items that it covers are open, and says which', async () => {
    const house = organisation();
    answerAll(house, RUN);
    house.edit(RUN, '{ done: 2026-11-03, by: mpatel, count: 24 }', 'open');
    const { code, out, err } = await house.closeout('sign', RUN, '--role', 'lead', '--by', 'tlee', '--yes');
    expect(code).toBe(1);
    expect(out).toContain('"Every device reports to monitoring" is open');
    expect(err).toContain('not signed');
    expect(readdirSync(join(house.root, 'records/projects/northwind/office-move'))).toEqual(['run.yaml']);
  });

  test('the lead signs while support has still to answer its own; support signs after the lead', async () => {
    const house = organisation();
    answerAll(house, RUN);
    house.edit(RUN, '{ done: 2026-11-04, by: jkim }', 'open');
    expect((await house.closeout('sign', RUN, '--role', 'support', '--by', 'jkim', '--yes')).code).toBe(1);
    expect((await house.closeout('sign', RUN, '--role', 'lead', '--by', 'tlee', '--yes')).code).toBe(0);
    house.edit(RUN, 'docs-found: open', 'docs-found: { done: 2026-11-06, by: jkim }');
    expect((await house.closeout('sign', RUN, '--role', 'support', '--by', 'jkim', '--yes')).code).toBe(0);
    expect((await house.closeout('lint', '--as', 'closed', RUN)).code).toBe(0);
  });

  test.each([
    ['tlee', 'Tess Lee cannot sign for support'],
    ['gone', 'Gary Oneal cannot sign for support'],
    ['jkmi', 'Did you mean "jkim"?'],
  ])('%s cannot sign for support', async (by, words) => {
    const house = organisation();
    answerAll(house, RUN);
    await house.closeout('sign', RUN, '--role', 'lead', '--by', 'tlee', '--yes');
    const { code, out } = await house.closeout('sign', RUN, '--role', 'support', '--by', by, '--yes');
    expect(code).toBe(1);
    expect(out).toContain(words);
  });

  test('nobody at a terminal means --yes or nothing', async () => {
    const house = organisation();
    answerAll(house, RUN);
    expect((await house.closeout('sign', RUN, '--role', 'lead', '--by', 'tlee')).err).toContain('--yes');
    expect((await house.closeout('sign', RUN, '--role', 'lead', '--by', 'tlee', '--dry-run')).out).toContain('would write');
    expect(readdirSync(join(house.root, 'records/projects/northwind/office-move'))).toEqual(['run.yaml']);
  });
});
