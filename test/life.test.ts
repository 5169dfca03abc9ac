import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Organisation, onBranch, organisation } from './organisation.ts';

const RUN = 'records/projects/northwind/office-move/run.yaml';
const SIGNED = 'records/projects/contoso/mail-move/run.yaml';
const LIVING = 'checklists/project-closeout.yaml';
const WHY = ['--why', 'Support was left with phones that nobody knew.'];

/** Releases 2.0.0: a new must item, one of a new kind, the new kind, an item that is retired and one that asks for something else. */
async function releaseTwo(house: Organisation): Promise<void> {
  house.edit(LIVING, 'install or replace a server? }\n', 'install or replace a server? }\n  - { id: phones, title: Phones, ask: Did we move phones? }\n');
  house.edit(LIVING, '        evidence: ticket\n', '        evidence: ticket\n        retired: 2.0.0\n');
  house.edit(LIVING, '        evidence: vault\n', '        evidence: link\n');
  const item = (id: string, title: string, more = '') =>
    `      - id: ${id}\n        title: ${title}\n        level: must\n        phase: closing\n        by: lead\n        evidence: note\n        na: with-reason\n${more}`;
  house.edit(
    LIVING,
    '  - id: acceptance\n',
    `${item('monitor-off', 'No monitor watches the old system')}${item('handsets-labelled', 'Each handset is labelled', '        when: { any: [phones] }\n')}  - id: acceptance\n`,
  );
  expect(await house.closeout('release', ...WHY)).toMatchObject({ code: 0, out: expect.stringContaining('1.1.0 -> 2.0.0 (major)') });
}

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
