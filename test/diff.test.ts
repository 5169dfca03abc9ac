import { describe, expect, test } from 'vitest';
import { organisation } from './organisation.ts';
import { LIVING, releaseTwo } from './releasing.ts';

describe('diff', () => {
  test('says in words what changed, the heaviest first', async () => {
    const house = organisation();
    expect((await house.closeout('diff', 'project-closeout@1.1.0')).out).toBe('Nothing changed between project-closeout@1.1.0 and project-closeout.\n');
    // the living list alone: since its newest release
    expect((await house.closeout('diff', 'project-closeout')).out).toBe('Nothing changed between project-closeout@1.1.0 and project-closeout.\n');
    await releaseTwo(house);
    house.edit(LIVING, 'The printers are documented', 'Each printer is documented');
    expect((await house.closeout('diff', 'project-closeout@1.0.0')).out).toBe(`project-closeout@1.0.0 -> project-closeout

Blocks more, or asks for something else (major)
  changes evidence of "Every admin account is in the vault"
  adds "No monitor watches the old system" (must)
  adds "Each handset is labelled" (must)
  retires "The client confirmed the work in writing"
  asks for other kinds

Asks for more that does not block (minor)
  adds "The circuit's account number is on record" (should)

Says it better (patch)
  rewords "Each printer is documented"
`);
  });

  test('is JSON for programs', async () => {
    const { out } = await organisation().closeout('diff', 'project-closeout@1.0.0', 'project-closeout@1.1.0', '--format', 'json');
    expect(JSON.parse(out)).toEqual({
      format: 'closeout-diff',
      version: 1,
      from: 'project-closeout@1.0.0',
      to: 'project-closeout@1.1.0',
      weight: 'minor',
      differences: [{ weight: 'minor', words: 'adds "The circuit\'s account number is on record" (should)' }],
      complete: true,
    });
  });

  test('what is not there is suggested, what cannot be read is 2', async () => {
    const house = organisation();
    expect(await house.closeout('diff', 'project-closeout@1.1.1')).toMatchObject({
      code: 3,
      err: expect.stringContaining('Did you mean project-closeout@1.1.0?'),
    });
    expect(await house.closeout('diff', 'project-closout')).toMatchObject({ code: 3, err: expect.stringContaining('Did you mean project-closeout?') });
    house.write('checklists/releases/project-closeout@1.1.0.yaml', 'a: [');
    expect(await house.closeout('diff', 'project-closeout@1.1.0')).toMatchObject({
      code: 2,
      err: expect.stringContaining('project-closeout@1.1.0.yaml cannot be read'),
    });
    house.write(LIVING, 'a: [');
    expect((await house.closeout('diff', 'project-closeout@1.0.0')).code).toBe(2);
  });
});
