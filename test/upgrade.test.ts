import { describe, expect, test } from 'vitest';
import { type Organisation, onBranch, organisation, RUN, SIGNED } from './organisation.ts';
import { releaseTwo } from './releasing.ts';

/** A run that people have worked on: comments of their own, several layouts, some answers. */
function worn(house: Organisation, version: string): string {
  const text = `# our first move of the year
checklist: project-closeout@${version}   # asked for by Simone
${house
  .read(RUN)
  .replace(/^checklist:.*\n/, '')
  .replace('kinds: { new-network: true, server: false }', 'kinds:\n    new-network: true   # new switches\n    server: false')
  .replace('admin-vaulted: open ', 'admin-vaulted: { done: 2026-11-03, by: tlee, vault: Northwind/Network } ')
  .replace('  docs-found: open   # Support found the documentation unaided\n', '  docs-found:   # Jonah did it\n    done: 2026-11-04\n    by: "jkim"\n')}
# the end
`;
  house.write(RUN, version === '1.0.0' ? text.replace(/ {2}circuit-recorded.*\n/, '') : text);
  return house.read(RUN);
}

/** What a patch takes away and what it adds. */
function linesOf(patch: string): { readonly gone: string[]; readonly come: string[] } {
  const hunks = patch.split('\n').filter((line) => /^[-+](?![-+]{2} )/.test(line));
  return { gone: hunks.filter((line) => line.startsWith('-')), come: hunks.filter((line) => line.startsWith('+')) };
}

describe('upgrade', () => {
  test('to the newest: the patch shows what is new and nothing else', async () => {
    const house = onBranch();
    const before = worn(house, '1.0.0');
    const { code, out } = await house.closeout('upgrade', 'northwind/office-move', '--dry-run');
    expect([code, house.read(RUN)]).toEqual([0, before]);
    expect(linesOf(out)).toEqual({
      gone: ['-checklist: project-closeout@1.0.0   # asked for by Simone'],
      come: ['+checklist: project-closeout@1.1.0   # asked for by Simone', "+  circuit-recorded: open   # The circuit's account number is on record"],
    });
    expect(out).toContain(
      'northwind/office-move: project-closeout 1.0.0 -> 1.1.0 (not written)\n  new: circuit-recorded, "The circuit\'s account number is on record" (should)\n',
    );
    house.write('upgrade.patch', out);
    house.git('apply', 'upgrade.patch');
    const applied = house.read(RUN);
    house.write(RUN, before);
    await house.closeout('upgrade', 'northwind/office-move');
    expect(house.read(RUN)).toBe(applied);
    expect((await house.closeout('upgrade', RUN)).out).toBe('northwind/office-move is on project-closeout@1.1.0, which is the newest.\n');
  });

  test('over a major release: comments and answers stay, what is new is open and listed, and it lints clean', async () => {
    const house = organisation();
    const before = worn(house, '1.0.0');
    await releaseTwo(house);
    expect(await house.closeout('upgrade', RUN, '--dry-run')).toMatchObject({
      code: 3,
      err: 'closeout: project-closeout@2.0.0 asks what this run has not answered: phones (Did we move phones?) Add --kinds with those that hold, or --kinds none.\n',
    });
    expect(await house.closeout('upgrade', RUN, '--kinds', 'phone')).toMatchObject({ code: 3, err: expect.stringContaining('Did you mean phones?') });
    const { out } = await house.closeout('upgrade', RUN, '--dry-run', '--kinds', 'none');
    expect(linesOf(out)).toEqual({
      gone: ['-checklist: project-closeout@1.0.0   # asked for by Simone'],
      come: [
        '+checklist: project-closeout@2.0.0   # asked for by Simone',
        '+    phones: false   # Did we move phones?',
        "+  circuit-recorded: open   # The circuit's account number is on record",
        '+  monitor-off: open   # No monitor watches the old system',
      ],
    });
    const done = await house.closeout('upgrade', RUN, '--kinds', 'none');
    expect(done.out.split('\n').slice(1, -1)).toEqual([
      '  Did we move phones? No: phones: false',
      '  new: circuit-recorded, "The circuit\'s account number is on record" (should)',
      '  new: monitor-off, "No monitor watches the old system" (must)',
      '  asks for something else now: admin-vaulted, "Every admin account is in the vault"',
      '  Not asked any more; the answers may stay: client-confirmed.',
    ]);
    for (const line of before.split('\n').slice(2)) expect(house.read(RUN).split('\n')).toContain(line);
    expect((await house.closeout('lint')).out).not.toMatch(/ {2}(?:error|undecided) {2}/);
    expect((await house.closeout('status', RUN)).out).toContain('monitor-off');
  });

  test('the release can be named, but never lowered, and must be there', async () => {
    const house = organisation();
    worn(house, '1.0.0');
    await releaseTwo(house);
    expect(await house.closeout('upgrade', RUN, '--to', '1.2.0')).toMatchObject({ code: 3, err: expect.stringContaining('Did you mean 1.1.0?') });
    expect((await house.closeout('upgrade', RUN, '--to', 'project-closeout@1.1.0')).out).toContain('1.0.0 -> 1.1.0\n');
    const text = house.read(RUN);
    expect(await house.closeout('upgrade', RUN, '--to', '1.0.0')).toMatchObject({ code: 3, err: expect.stringContaining('a release is never lowered') });
    house.write('checklists/releases/project-closeout@2.0.0.yaml', 'a: [');
    expect((await house.closeout('upgrade', RUN)).code).toBe(2);
    expect(house.read(RUN)).toBe(text);
  });

  test.each(['closed', 'finished', 'cancelled'])('a run that is %s stays where it is', async (state) => {
    const house = organisation();
    house.edit(SIGNED, 'state: closed', `state: ${state}`);
    await releaseTwo(house);
    expect((await house.closeout('upgrade', 'contoso/mail-move')).err).toContain(
      `This run is ${state}: it was judged by project-closeout@1.1.0 and stays on it.`,
    );
  });

  test('says that what was signed is to be signed again', async () => {
    const house = organisation();
    house.edit(SIGNED, 'state: closed', 'state: closing');
    await releaseTwo(house);
    const { out, questions } = await house.answering(['y'], 'upgrade', 'contoso/mail-move');
    expect(questions).toEqual(['Did we move phones? (y/N) ']);
    expect(out).toContain('  Did we move phones? Yes: phones: true\n');
    expect(out).toContain('  What was signed no longer fits: have it signed again.\n');
    expect(house.read(SIGNED)).toContain('kinds: { new-network: false, server: true, phones: true }');
  });
});
