import { describe, expect, test } from 'vitest';
import { type Organisation, organisation } from './organisation.ts';

describe('release', () => {
  const LIVING = 'checklists/project-closeout.yaml';
  const WHY = ['--why', 'Support was left without it twice.'];

  async function released(edit: (house: Organisation) => void): Promise<string> {
    const house = organisation();
    edit(house);
    const { code, out, err } = await house.closeout('release', ...WHY);
    expect([code, err]).toEqual([0, '']);
    expect((await house.closeout('lint')).code).toBe(0);
    return out.split('\n')[0] ?? '';
  }

  test.each([
    ['wording', 'patch', '1.1.1', 'The printers are documented', 'Each printer is documented'],
    [
      'an optional item made a must',
      'major',
      '2.0.0',
      'level: should\n        phase: closing\n        by: lead\n        evidence: file',
      'level: must\n        phase: closing\n        by: lead\n        evidence: file',
    ],
    ['a must item retired', 'major', '2.0.0', 'evidence: ticket', 'evidence: ticket\n        retired: 2.0.0'],
    ['tightened evidence of a must item', 'major', '2.0.0', '        evidence: count', '        evidence: link'],
    ['an optional item that changes', 'minor', '1.2.0', '        evidence: file', '        evidence: link'],
  ])('%s is %s', async (_what, weight, version, before, after) => {
    expect(await released((house) => house.edit(LIVING, before, after))).toBe(`project-closeout 1.1.0 -> ${version} (${weight})`);
  });

  test('keeps comments and layout, and changes nothing twice', async () => {
    const house = organisation();
    house.edit(LIVING, 'The printers are documented', 'Each printer is documented   # asked for by support');
    const before = house.read(LIVING);
    await house.closeout('release', ...WHY, '--ticket', 'T1');
    const entry = '  - version: 1.1.1\n    date: 2026-11-06\n    why: Support was left without it twice.\n    ticket: T1\n';
    expect(house.read(LIVING)).toBe(before.replace('version: 1.1.0', 'version: 1.1.1').replace('changes:\n', `changes:\n${entry}`));
    expect(house.read('checklists/releases/project-closeout@1.1.1.yaml')).toContain('# asked for by support');
    expect((await house.closeout('release', ...WHY)).out).toContain('Nothing to release');
  });

  test('without a why nothing is written', async () => {
    const house = organisation();
    house.edit(LIVING, 'The printers are documented', 'Each printer is documented');
    const before = house.read(LIVING);
    expect((await house.closeout('release')).code).toBe(3);
    expect((await house.answering(['short'], 'release')).code).toBe(3);
    expect(house.read(LIVING)).toBe(before);
  });

  test('writes an editors’ schema that knows the items and kinds of the release', async () => {
    const house = organisation();
    house.edit(LIVING, 'The printers are documented', 'Each printer is documented');
    await house.closeout('release', ...WHY);
    const schema = JSON.parse(house.read('schemas/runs/project-closeout@1.1.1.schema.json')) as {
      $defs: Record<string, { title?: string }>;
      properties: { project: { allOf: { properties?: { kinds: { required: string[] } } }[] } };
    };
    expect(schema.$defs['item-printer-docs']?.title).toBe('Each printer is documented');
    expect(schema.properties.project.allOf[1]?.properties?.kinds.required).toEqual(['new-network', 'server']);
  });
});
