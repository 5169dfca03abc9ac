import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Organisation, organisation } from './organisation.ts';
import { LIVING, WHY } from './releasing.ts';

describe('release --all', () => {
  const CARD = 'checklists/site-visit.yaml';

  /** Puts a second list beside the one of test/base, and releases it. */
  async function withCard(): Promise<Organisation> {
    const house = organisation();
    const head = 'id: site-visit\nversion: 1.0.0\ntitle: Site visit\nowner: support\nsubject: visit\nphases: [arrive, leave]\nkinds: []\n';
    const change = 'changes:\n  - version: 1.0.0\n    date: 2026-10-01\n    why: The first card, from what visits were called back for.\n';
    const item = '      - { id: contact-met, title: The contact was met, level: should, phase: arrive, by: lead, evidence: none, na: with-reason }\n';
    house.write(CARD, `${head}${change}signoffs: []\nsections:\n  - id: arrival\n    title: Arrival\n    items:\n${item}`);
    expect(await house.closeout('release', 'site-visit', ...WHY)).toMatchObject({ code: 0, err: '' });
    return house;
  }

  test('releases each list that changed and no other', async () => {
    const house = await withCard();
    expect((await house.closeout('release', '--all', ...WHY)).out).toBe('Nothing to release: every checklist is as it was released.\n');
    house.edit(CARD, 'The contact was met', 'The contact was met at the door');
    house.write('checklists/draft.yaml', house.read(CARD).replace('id: site-visit', 'id: draft'));
    const { code, out } = await house.closeout('release', '--all', ...WHY);
    expect([code, out.match(/^wrote .*/gm)]).toEqual([
      0,
      ['wrote checklists/site-visit.yaml', 'wrote checklists/releases/site-visit@1.0.1.yaml', 'wrote schemas/runs/site-visit@1.0.1.schema.json'],
    ]);
    house.edit(LIVING, 'The printers are documented', 'Each printer is documented');
    house.edit(CARD, 'at the door', 'at the gate');
    const dry = await house.closeout('release', '--all', ...WHY, '--dry-run');
    expect(dry.out.match(/^would write checklists\/releases.*/gm)).toHaveLength(2);
    expect((await house.closeout('release', '--all', 'site-visit')).code).toBe(3);
  });

  test('a newest release that cannot be read is never written over', async () => {
    const house = organisation();
    const file = 'checklists/releases/project-closeout@1.1.0.yaml';
    house.write(file, 'a: [');
    for (const all of [[], ['--all']]) expect((await house.closeout('release', ...all, ...WHY)).err).toContain(`${file} cannot be read`);
    expect(house.read(file)).toBe('a: [');
    expect((await house.closeout('lint', LIVING)).out).not.toContain('was retired before');
  });

  test('changes on one line are left to a person', async () => {
    const house = organisation();
    house.write(
      LIVING,
      house
        .read(LIVING)
        .replace(/changes:\n[\s\S]*?\nsignoffs:/, 'changes: [{ version: 1.1.0, date: 2026-06-22, why: Nobody had the account number. }]\nsignoffs:'),
    );
    house.edit(LIVING, 'The printers are documented', 'Each printer is documented');
    expect(await house.closeout('release', ...WHY)).toMatchObject({ code: 3, err: expect.stringContaining('Give each a line of its own first') });
  });

  test('writes all or none', async () => {
    const house = await withCard();
    house.edit(LIVING, 'The printers are documented', 'Each printer is documented');
    house.edit(CARD, 'phase: arrive, by', 'phase: arive, by');
    const text = house.read(LIVING);
    const { code, out } = await house.closeout('release', '--all', ...WHY);
    expect([code, house.read(LIVING)]).toEqual([1, text]);
    expect(out).toContain('Did you mean "arrive"?');
    expect(existsSync(`${house.root}/checklists/releases/project-closeout@1.1.1.yaml`)).toBe(false);
  });
});
