import { describe, expect, test } from 'vitest';
import { answerAll, type Organisation, onBranch, organisation } from './organisation.ts';

const RUN = 'records/projects/northwind/office-move/run.yaml';
const SIGNED = 'records/projects/contoso/mail-move/run.yaml';
const WAIVE = ['--by', 'tlee', '--approved', 'skim', '--until', '2026-12-15', '--ticket', 'T20261106.0001'];

/** The lines of a file that an act changes: those that went and those that came. */
async function changed(house: Organisation, file: string, act: () => Promise<unknown>): Promise<{ readonly gone: string[]; readonly come: string[] }> {
  const before = house.read(file).split('\n');
  await act();
  const after = house.read(file).split('\n');
  return { gone: before.filter((line) => !after.includes(line)), come: after.filter((line) => !before.includes(line)) };
}

describe('answer', () => {
  test.each([
    [
      'diagram-current',
      ['--by', 'tlee', '--link', 'https://docs.example/n'],
      'by: tlee, link: https://docs.example/n }   # The network diagram shows what was built',
    ],
    ['docs-found', ['--by', 'jkim'], 'by: jkim }   # Support found the documentation unaided'],
    ['rack-photo', ['--by', 'tlee', '--file', 'evidence/rack.txt'], 'by: tlee, file: evidence/rack.txt }   # A photo of the rack is on file'],
    [
      'circuit-recorded',
      ['--by', 'tlee', '--note', 'Account 4471: "gold"'],
      `by: tlee, note: 'Account 4471: "gold"' }   # The circuit's account number is on record`,
    ],
    ['restore-tested', ['--by', 'mpatel', '--date', '2026-11-05'], 'by: mpatel, date: 2026-11-05 }   # A restore from the new backup was tested'],
    ['admin-vaulted', ['--by', 'tlee', '--vault', 'Northwind/Network'], 'by: tlee, vault: Northwind/Network }   # Every admin account is in the vault'],
    ['agents-counted', ['--by', 'jkim', '--count', '0'], 'by: jkim, count: 0 }   # Every device reports to monitoring'],
    ['client-confirmed', ['--by', 'tlee', '--ticket', '20261106'], 'by: tlee, ticket: "20261106" }   # The client confirmed the work in writing'],
    ['alerts-tuned', ['--by', 'jkim', '--note', 'Disks at 90 %'], 'by: jkim, note: Disks at 90 % }   # The noisy alerts are tuned'],
  ])('%s is done with its evidence, and only its line changes', async (item, evidence, written) => {
    const house = organisation();
    house.write('records/projects/northwind/office-move/evidence/rack.txt', 'front\n');
    house.edit(RUN, 'server: false', 'server: true');
    house.edit(RUN, '  admin-vaulted: open', '  restore-tested: open   # A restore from the new backup was tested\n  admin-vaulted: open');
    const { gone, come } = await changed(house, RUN, async () =>
      expect(await house.closeout('answer', 'northwind/office-move', item, 'done', ...evidence)).toMatchObject({ code: 0, err: '' }),
    );
    expect([gone.length, come]).toEqual([1, [`  ${item}: { done: 2026-11-06, ${written}`]]);
    expect((await house.closeout('lint', '--as', 'finished', RUN)).out).not.toContain(`"${item}"`);
  });

  test('na, waived and open, with the words of the gate', async () => {
    const house = organisation();
    const answer = (...args: string[]) => house.closeout('answer', RUN, ...args);
    const { come } = await changed(house, RUN, async () => {
      expect((await answer('diagram-current', 'na', 'The landlord keeps it', '--by', 'tlee')).out).toBe(
        '"The network diagram shows what was built": not applicable.\nnorthwind/office-move: 5 items left before it may close.\n',
      );
      expect((await answer('printer-docs', 'waived', 'The vendor delivers them later', ...WAIVE)).code).toBe(0);
    });
    expect(come).toEqual([
      '  diagram-current: { na: The landlord keeps it, by: tlee }   # The network diagram shows what was built',
      '  printer-docs: { waived: The vendor delivers them later, by: tlee, approved: skim, until: 2026-12-15, ticket: T20261106.0001 }   # The printers are documented',
    ]);
    const back = await changed(house, RUN, async () => {
      await answer('diagram-current', 'open');
      await answer('printer-docs', 'open');
    });
    expect(back.gone).toEqual(come);
    expect(house.read(RUN)).toBe(organisation().read(RUN));
    expect((await answer('printer-docs', 'open')).out).toBe('That is the answer already; nothing was written.\n');
  });

  test.each([
    ['no evidence', ['diagram-current', 'done', '--by', 'tlee'], 'a link is missing'],
    ['another evidence', ['agents-counted', 'done', '--by', 'tlee', '--note', 'all of them'], 'a count is missing'],
    ['words that nobody can check', ['circuit-recorded', 'done', '--by', 'tlee', '--note', 'Done, see above'], 'who looked, at what, and what was there'],
    ['a ticket without a number', ['client-confirmed', 'done', '--by', 'tlee', '--ticket', 'x'], 'with a digit among them'],
    ['a link that is none', ['diagram-current', 'done', '--by', 'tlee', '--link', 'javascript:alert(1)'], 'should be a web address'],
    ['a file that is not there', ['rack-photo', 'done', '--by', 'tlee', '--file', 'evidence/rack.jpg'], '"evidence/rack.jpg" is not there'],
    ['a person nobody knows', ['diagram-current', 'done', '--by', 'tle', '--link', 'https://docs.example/n'], 'Did you mean "tlee"?'],
    ["the lead on support's item", ['docs-found', 'done', '--by', 'tlee'], "it is support's item"],
    ['a day to come', ['diagram-current', 'done', '--by', 'tlee', '--on', '2026-11-07', '--link', 'https://docs.example/n'], 'today is 2026-11-06'],
    ['na where it is not allowed', ['docs-found', 'na', 'Nobody asked for it', '--by', 'jkim'], 'cannot be not applicable'],
    ['na without a reason worth the name', ['printer-docs', 'na', 'n/a', '--by', 'tlee'], 'does not say why'],
    ['a waiver that one approves alone', ['printer-docs', 'waived', 'Later this year', ...WAIVE.with(3, 'tlee')], 'Somebody else has to approve it'],
    ['a waiver for ever', ['printer-docs', 'waived', 'Later this year', ...WAIVE.with(5, '2099-12-31')], 'Choose 2027-11-14 or an earlier day'],
    ['a secret', ['circuit-recorded', 'done', '--by', 'tlee', '--note', 'AKIAABCDEFGHIJKLMNOP'], 'This is an AWS access key'],
  ])('%s is refused before anything is written', async (_what, args, words) => {
    const house = organisation();
    const { code, out, err } = await house.closeout('answer', RUN, ...args);
    expect([code, err]).toEqual([1, 'closeout: not written; what stands above comes first.\n']);
    expect(out).toContain(words);
    expect(out).not.toContain('AKIAABCDEFGHIJKLMNOP');
    expect(house.read(RUN)).toBe(organisation().read(RUN));
  });

  test.each([
    ['an item nearly right', ['docs-foud', 'done', '--by', 'jkim'], 'has no item "docs-foud". Did you mean docs-found?'],
    ['an item of another kind', ['restore-tested', 'done', '--by', 'tlee', '--date', '2026-11-05'], 'does not apply to this project'],
    ['a word that is no answer', ['docs-found', 'doen', '--by', 'jkim'], 'Did you mean done?'],
    ['nobody who answers', ['docs-found', 'done'], 'Say who answers with --by'],
    ['half a waiver', ['printer-docs', 'waived', 'Later this year', '--by', 'tlee', '--until', '2026-12-15'], 'A waiver also needs --approved, --ticket.'],
    ['a day that is none', ['docs-found', 'done', '--by', 'jkim', '--on', '2026-02-30'], '--on takes a day like'],
    [
      'an option that would be lost',
      ['printer-docs', 'na', 'No printer here', '--by', 'tlee', '--note', 'x'],
      '--note does not belong to an answer that is na',
    ],
    ['a reason that would be lost', ['docs-found', 'done', 'in the wiki', '--by', 'jkim'], 'Write a remark with --note'],
    ['a character nobody sees', ['printer-docs', 'na', 'No \u202eprinter here', '--by', 'tlee'], 'an invisible character (U+202E) in the reason'],
  ])('%s is told, and nothing is written', async (_what, args, words) => {
    const house = organisation();
    const { code, out, err } = await house.closeout('answer', RUN, ...args);
    expect([code, out]).toEqual([3, '']);
    expect(err).toContain(words);
    expect(house.read(RUN)).toBe(organisation().read(RUN));
  });

  test('an item that was retired is not answered any more', async () => {
    const house = organisation();
    house.edit('checklists/project-closeout.yaml', 'evidence: ticket', 'evidence: ticket\n        retired: 2.0.0');
    await house.closeout('release', '--why', 'Nobody ever read the mail.');
    await house.closeout('upgrade', RUN);
    const { code, err } = await house.closeout('answer', RUN, 'client-confirmed', 'done', '--by', 'tlee', '--ticket', 'T1');
    expect([code, err]).toEqual([3, 'closeout: "client-confirmed" was retired with version 2.0.0; it is not asked any more.\n']);
  });

  test.each(['finished', 'cancelled'])('a run that is %s takes no answers', async (state) => {
    const house = organisation();
    house.edit(RUN, 'state: active', `state: ${state}`);
    expect((await house.closeout('answer', RUN, 'docs-found', 'done', '--by', 'jkim')).err).toContain(
      `northwind/office-move is ${state}; nothing of it is filled in any more.`,
    );
  });

  test.each([
    ['as it is', (text: string) => text],
    ['with line breaks of Windows', (text: string) => text.replaceAll('\n', '\r\n')],
    ['without a line break at its end', (text: string) => text.trimEnd()],
  ])('--dry-run is a patch that git takes, of a file %s', async (_what, reshape) => {
    const house = onBranch();
    house.write(RUN, reshape(house.read(RUN)));
    const before = house.read(RUN);
    const args = ['answer', RUN, 'alerts-tuned', 'done', '--by', 'jkim', '--note', 'Disks at 90 %'];
    const { code, out } = await house.closeout(...args, '--dry-run');
    expect([code, house.read(RUN)]).toEqual([0, before]);
    expect(out).toContain('"The noisy alerts are tuned": done (not written).');
    house.write('answer.patch', out);
    house.git('apply', 'answer.patch');
    const applied = house.read(RUN);
    house.write(RUN, before);
    await house.closeout(...args);
    expect([applied, applied === before]).toEqual([house.read(RUN), false]);
  });

  test('what is doubtful is written and told', async () => {
    const house = organisation();
    const { code, out } = await house.closeout('answer', RUN, 'circuit-recorded', 'done', '--by', 'tlee', '--note', 'password: hunter2go');
    expect(code).toBe(0);
    expect(out).toMatch(/20:\d+ {2}warning {2}This looks like a password written out/);
    expect(out).not.toContain('hunter2go');
  });

  test('says which signatures no longer fit', async () => {
    const house = organisation();
    const { out } = await house.closeout('answer', 'contoso/mail-move', 'agents-counted', 'done', '--by', 'mpatel', '--count', '15');
    expect(out).toContain('The signatures of lead and support no longer fit: have them signed again.');
    expect((await house.closeout('lint', SIGNED)).out).toContain('signoff-fresh');
    const watched = await organisation().closeout('answer', 'contoso/mail-move', 'alerts-tuned', 'done', '--by', 'jkim', '--note', 'Disks at 90 %');
    expect(watched.out).toBe('"The noisy alerts are tuned": done.\ncontoso/mail-move: 1 item left before it may finish.\n');
  });
});

describe('settle', () => {
  test('makes a waiver good beside the answer, and no closing signature becomes stale', async () => {
    const house = organisation();
    const { gone, come } = await changed(house, SIGNED, async () => {
      const { code, out } = await house.closeout('settle', 'contoso/mail-move', 'printer-docs', 'done', '--by', 'jkim', '--note', 'Page 12 of the wiki');
      expect([code, out]).toEqual([0, '"The printers are documented": done.\ncontoso/mail-move: 1 item left before it may finish.\n']);
    });
    expect([gone, come]).toEqual([[], ['settled:', '  printer-docs: { done: 2026-11-06, by: jkim, note: Page 12 of the wiki }']]);
    await house.closeout('answer', SIGNED, 'alerts-tuned', 'done', '--by', 'jkim', '--note', 'Disks at 90 %');
    expect((await house.closeout('sign', SIGNED, '--role', 'support', '--by', 'jkim', '--yes', '--today', '2026-11-16')).code).toBe(0);
    expect((await house.closeout('lint', '--as', 'finished', '--today', '2026-11-16', SIGNED)).code).toBe(0);
  });

  test('a new waiver needs a new approver, and blocks finishing until it is settled', async () => {
    const house = organisation();
    const waive = (approved: string) =>
      house.closeout(
        'settle',
        SIGNED,
        'printer-docs',
        'waived',
        'The vendor needs until spring',
        '--by',
        'jkim',
        '--approved',
        approved,
        '--until',
        '2027-03-01',
        '--ticket',
        'T9',
      );
    expect(await waive('skim')).toMatchObject({ code: 1, out: expect.stringContaining('A new one needs a new approver') });
    expect(await waive('rdiaz')).toMatchObject({ code: 0, out: expect.stringContaining('2 items left before it may finish') });
    expect((await house.closeout('lint', '--as', 'finished', SIGNED)).out).toContain('was settled by a new waiver, which is still open');
  });

  test('what was not waived, or is not closed yet, is no matter of settling', async () => {
    const house = organisation();
    expect((await house.closeout('settle', SIGNED, 'agents-counted', 'done', '--by', 'jkim', '--count', '2')).err).toContain(
      '"agents-counted" is not waived in this run',
    );
    answerAll(house, RUN);
    await house.closeout('answer', RUN, 'printer-docs', 'waived', 'The vendor delivers them later', ...WAIVE);
    expect((await house.closeout('settle', RUN, 'printer-docs', 'done', '--by', 'jkim', '--note', 'Page 12')).err).toContain(
      'This run is active, not closed yet',
    );
  });
});
