import { describe, expect, test } from 'vitest';
import { organisation, RUN, repository } from './organisation.ts';

const COMMANDS = [
  'lint',
  'new',
  'status',
  'fill',
  'answer',
  'settle',
  'sign',
  'release',
  'phrase',
  'diff',
  'upgrade',
  'learn',
  'report',
  'rules',
  'explain',
  'doctor',
  'init',
];

describe('closeout', () => {
  test.each(COMMANDS)('%s --help shows usage and an example', async (command) => {
    const { code, out, err } = await organisation().closeout(command, '--help');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/Usage: closeout [\s\S]*Examples?:\n {2}closeout/);
    for (const line of out.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
  });

  test('its help names every command, each on a line that fits, and where to begin', async () => {
    const { code, out } = await organisation().closeout('--help');
    const named = [...out.matchAll(/^ {2}(\w+) {2,}\S/gm)].map(([, name]) => name);
    expect([code, named.toSorted()]).toEqual([0, COMMANDS.toSorted()]);
    expect(out).toContain('closeout init starts an organisation');
    for (const line of out.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
  });

  test.each(['status', 'lint'])('%s of a project by its own name says which is meant', async (command) => {
    expect((await organisation().closeout(command, 'office-move')).err).toContain('Did you mean northwind/office-move?');
  });

  test('where there is no organisation, what begins one is named', async () => {
    const empty = organisation(`${repository}bench`);
    expect(await empty.closeout('lint')).toMatchObject({ code: 3, err: expect.stringMatching(/closeout\.config\.yaml .* closeout init\n$/) });
  });

  test('a command or option that is nearly right is suggested', async () => {
    const house = organisation();
    expect((await house.closeout('lnit')).err).toContain('Did you mean lint?');
    expect((await house.closeout('sign', RUN, '--rolle', 'lead')).err).toContain('Did you mean --role?');
    expect((await house.closeout()).code).toBe(3);
  });
});
