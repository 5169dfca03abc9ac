import { describe, expect, test } from 'vitest';
import type { Outcome } from '../linter/engine.ts';
import { organisation, SIGNED } from './organisation.ts';

describe('what was signed', () => {
  test('a slip in a signed run is taken back where the signature fits again', async () => {
    const house = organisation();
    const before = house.read(SIGNED);
    house.edit(SIGNED, 'agents-counted:', 'agents-count:');
    const { code } = await house.closeout('lint', '--fix', SIGNED);
    expect({ code, text: house.read(SIGNED) }).toEqual({ code: 0, text: before });
  });

  test('what would make a signature stale is shown with its name, and not put in', async () => {
    const house = organisation();
    const line = /^ {2}\S+: \{ done: (\S+), by: (?:tlee|mpatel)/m.exec(house.read(SIGNED));
    const other = line?.[1] === '2026-09-22' ? '2026/09/23' : '2026/09/22';
    house.edit(SIGNED, line?.[0] ?? '', (line?.[0] ?? '').replace(/\d{4}-\d\d-\d\d/, other));
    const before = house.read(SIGNED);
    const { code, out, err } = await house.closeout('lint', '--fix', SIGNED);
    expect(code).toBe(1);
    expect(err).toContain('Nothing here can be fixed without a person.');
    expect(out).toContain(`perhaps  write "${other.replaceAll('/', '-')}" instead; signoff.closing.lead.yaml would then have to be signed again\n`);
    expect(house.read(SIGNED)).toBe(before);
  });

  test('two slips in one answer, each harmless alone, do not slip past a signature together', async () => {
    const house = organisation();
    const [before = '', day = ''] = /^ {2}agents-counted: \{ done: (\S+), .*$/m.exec(house.read(SIGNED)) ?? [];
    const other = day.endsWith('01') ? day.replace(/01$/, '02') : day.replace(/..$/, '01');
    house.edit(SIGNED, before, before.replace(day, other.replaceAll('-', '/')).replace('count:', 'cuont:'));
    const { out } = await house.closeout('lint', '--fix', SIGNED);
    expect(house.read(SIGNED)).toContain(`done: ${other.replaceAll('-', '/')}`);
    expect(out).toContain(`perhaps  write "${other}" instead; signoff.closing.lead.yaml would then have to be signed again\n`);
  });

  test('what no signature covers is put right beside it', async () => {
    const house = organisation();
    house.edit(SIGNED, 'state: closed', 'state: Closed');
    expect((await house.closeout('lint', '--fix', SIGNED)).code).toBe(0);
    expect(house.read(SIGNED)).toContain('state: closed\n');
  });

  test.each([
    ['records/projects/contoso/mail-move/signoff.closing.lead.yaml', 'role: lead', 'role: lede', SIGNED],
    ['checklists/releases/project-closeout@1.0.0.yaml', 'level: must', 'level: musst', 'checklists'],
  ])('%s is never changed, and no change of it is offered', async (file, right, wrong, path) => {
    const house = organisation();
    const text = house.read(file).replace(right, wrong);
    house.write(file, text);
    const { code, out } = await house.closeout('lint', '--fix', '--format', 'json', path);
    expect(code).toBe(1);
    expect(house.read(file)).toBe(text);
    const found = (JSON.parse(out) as Outcome).diagnostics.filter((each) => each.file === file);
    expect(found.length).toBeGreaterThan(0);
    for (const each of found) expect([each.fix, each.suggestions]).toEqual([undefined, undefined]);
  });
});
