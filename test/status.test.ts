import { rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../linter/engine.ts';
import { answerAll, type Organisation, organisation } from './organisation.ts';

const RUN = 'records/projects/northwind/office-move/run.yaml';
const SIGNED = 'records/projects/contoso/mail-move/run.yaml';

interface Row {
  readonly run: string;
  readonly left: readonly { readonly id: string; readonly line: number; readonly column: number; readonly wrong?: string }[];
  readonly signoffs: readonly { readonly phase: string; readonly role: string; readonly standing: string; readonly by?: string; readonly date?: string }[];
  readonly [key: string]: unknown;
}

async function statusOf(house: Organisation, ...args: string[]): Promise<Row> {
  const { out } = await house.closeout('status', ...args, '--format', 'json');
  const { runs } = JSON.parse(out) as { runs: Row[] };
  const [row, ...more] = runs;
  if (!row || more.length > 0) throw new Error(`one run was asked for: ${out}`);
  return row;
}

describe('status of a run', () => {
  test('says what is left, by who answers it and by section, with the place of each', async () => {
    const { code, out } = await organisation().closeout('status', 'northwind/office-move');
    expect(code).toBe(0);
    expect(out).toBe(`Northwind Traders: Office move
northwind/office-move  active, closes 2026-11-13 (in 7 days)  project-closeout@1.1.0
Lead Tess Lee, backup Maya Patel
${RUN}

6 items left before it may close. 2 optional items are open too; that does not block.

For the lead: 4
  Documentation
    17:20  diagram-current   The network diagram shows what was built (a link)
  Monitoring and protection
    21:18  admin-vaulted     Every admin account is in the vault (a vault entry)
  Acceptance
    23:21  client-confirmed  The client confirmed the work in writing (a ticket)
    24:17  printer-docs      The printers are documented (a note)

For the lead or support: 1
  Monitoring and protection
    22:19  agents-counted    Every device reports to monitoring (a count)

For support: 1
  Documentation
    18:15  docs-found        Support found the documentation unaided

Sign-offs
  closing   lead      not signed yet
  closing   support   not signed yet
  watch     support   not signed yet
`);
  });

  test('places are those that the linter gives, wherever the item stands, is missing or is wrong', async () => {
    const house = organisation();
    house.edit(RUN, 'state: active\n', 'state: active\n\n# what is left\n');
    house.edit(RUN, '  admin-vaulted: open   # Every admin account is in the vault\n', '');
    house.edit(RUN, 'diagram-current: open ', 'diagram-current: { done: 2026-11-02, by: tlee } ');
    const { left } = await statusOf(house, RUN);
    const { out } = await house.closeout('lint', '--as', 'closed', '--format', 'json', RUN);
    const { diagnostics } = JSON.parse(out) as { diagnostics: Diagnostic[] };
    const places = diagnostics.filter((each) => each.severity === 'error').map(({ item, range }) => [item, range.start.line, range.start.column]);
    expect(left.map(({ id, line, column }) => [id, line, column]).sort()).toEqual(places.sort());
    expect(left).toHaveLength(6);
    expect(left.filter((each) => each.wrong).map((each) => each.id)).toEqual(['diagram-current']);
    expect((await house.closeout('status', RUN)).out).toMatch(
      /19:3 {2}diagram-current +"The network diagram shows what was built" is done, but a link is missing/,
    );
  });

  test('says how far each signature can be believed, as it goes stale', async () => {
    const house = organisation();
    const standings = async () =>
      (await statusOf(house, 'contoso/mail-move')).signoffs.map(({ role, standing, by = '', date = '' }) => `${role} ${standing} ${by} ${date}`);
    expect(await standings()).toEqual(['lead sealed Tess Lee 2026-10-15', 'support sealed Jonah Kim 2026-10-16', 'support missing  ']);
    house.edit(SIGNED, 'done: 2026-10-15, by: jkim', 'done: 2026-10-16, by: jkim');
    // what is support's own does not concern the lead's signature
    expect(await standings()).toEqual(['lead sealed Tess Lee 2026-10-15', 'support stale Jonah Kim 2026-10-16', 'support missing  ']);
    house.edit(SIGNED, 'count: 14', 'count: 15');
    expect((await standings()).map((each) => each.split(' ')[1])).toEqual(['stale', 'stale', 'missing']);
    const lead = 'records/projects/contoso/mail-move/signoff.closing.lead.yaml';
    house.write(lead, house.read(lead).replace(/^seal:.*\n/m, ''));
    const { out } = await house.closeout('status', 'contoso/mail-move');
    expect(out).toContain('  closing   lead      Tess Lee, 2026-10-15; declared: a name stands there, and no seal\n');
    expect(out).toContain('  closing   support   Jonah Kim, 2026-10-16; stale: what it covers has changed since\n');
  });

  test('says until when a waiver stands, and that what was waived is to be settled', async () => {
    const house = organisation();
    const { out } = await house.closeout('status', SIGNED);
    expect(out).toContain('2 items left before it may finish.');
    expect(out).toMatch(/21:3 {2}printer-docs {2}"The printers are documented" was waived and is not settled/);
    expect(out).toContain('Waivers\n  The printers are documented: until 2026-12-15, 39 days left. The vendor delivers the printer list in December\n');
    expect((await house.closeout('status', SIGNED, '--today', '2026-12-15')).out).toContain('until 2026-12-15, runs out today.');
    expect((await house.closeout('status', SIGNED, '--today', '2026-12-16')).out).toContain('until 2026-12-15, ran out 1 day ago.');
    await house.closeout('settle', SIGNED, 'printer-docs', 'done', '--by', 'jkim', '--note', 'Page 12 of the wiki');
    expect((await house.closeout('status', SIGNED)).out).not.toContain('Waivers');
  });

  test('what keeps it from closing besides items stands there too', async () => {
    const house = organisation();
    answerAll(house, RUN);
    house.edit(RUN, 'escalate: skim', 'escalate: skimm');
    const { out } = await house.closeout('status', RUN);
    expect(out).toContain('1 finding left before it may close.');
    expect(out).toContain('Besides\n  8:13  Nobody in records/people.yaml has the id "skimm". Did you mean "skim"?\n');
  });

  test('JSON is whole, and is for programs to rely on', async () => {
    const house = organisation();
    house.edit(SIGNED, 'name: Mail move', 'name: "Mail ##[ move"');
    const { code, out } = await house.closeout('status', SIGNED, '--format', 'json');
    expect([code, out.includes('##[')]).toEqual([0, false]);
    const { runs, ...head } = JSON.parse(out) as { runs: Row[] };
    expect([head, out.trimEnd().endsWith('"complete": true\n}')]).toEqual([
      { format: 'closeout-status', version: 1, today: '2026-11-06', complete: true },
      true,
    ]);
    const [row] = runs;
    const { left, signoffs, waivers, verdict, ...facts } = row as Row;
    expect(facts).toEqual({
      run: 'contoso/mail-move',
      file: SIGNED,
      customer: 'Contoso Dental',
      name: 'Mail ##[ move',
      state: 'closed',
      checklist: 'project-closeout@1.1.0',
      lead: 'Tess Lee',
      backup: 'Maya Patel',
      started: '2026-09-01',
      closes: '2026-10-16',
      days: -21,
      watchUntil: '2026-11-15',
      gate: 'finished',
      optional: 0,
      others: [],
    });
    expect(verdict).toEqual({
      run: 'contoso/mail-move',
      file: SIGNED,
      state: 'finished',
      outcome: 'left',
      items: ['alerts-tuned', 'printer-docs'],
      signoffs: 0,
      others: 0,
    });
    expect(left?.[1]).toEqual({
      id: 'alerts-tuned',
      title: 'The noisy alerts are tuned',
      section: 'Acceptance',
      by: 'support',
      evidence: 'note',
      line: 22,
      column: 17,
    });
    expect(signoffs?.[0]).toEqual({ phase: 'closing', role: 'lead', standing: 'sealed', by: 'Tess Lee', date: '2026-10-15' });
    expect(waivers).toEqual([
      { item: 'printer-docs', title: 'The printers are documented', until: '2026-12-15', days: 39, reason: 'The vendor delivers the printer list in December' },
    ]);
  });

  test('a name that is nearly right is suggested, two names are too many', async () => {
    const house = organisation();
    expect(await house.closeout('status', 'northwind/ofice-move')).toMatchObject({
      code: 3,
      err: expect.stringContaining('Did you mean northwind/office-move?'),
    });
    expect((await house.closeout('status', RUN, SIGNED)).code).toBe(3);
  });
});

describe('the board', () => {
  test('shows each run by state, with what is left', async () => {
    expect(await organisation().closeout('status')).toEqual({
      code: 0,
      err: '',
      out: `Active: 1
  northwind/office-move  closes 2026-11-13       6 items left

Closed: 1
  contoso/mail-move      watch to 2026-11-15     2 items left
`,
    });
  });

  test.each(['state: [', 'state: clsing\n', ''])('a run that cannot be read is 2 and named: %j', async (text) => {
    const house = organisation();
    house.write('records/projects/contoso/broken/run.yaml', text);
    for (const format of ['text', 'json']) {
      const { code, out, err } = await house.closeout('status', '--format', format);
      expect([code, out.includes('northwind/office-move')]).toEqual([2, true]);
      expect(err).toContain('records/projects/contoso/broken/run.yaml cannot be read, so this is not whole');
      if (format === 'json') expect(out).toContain('"complete": false');
    }
    expect((await house.closeout('status', 'contoso/broken')).code).toBe(2);
  });

  test.each(['checklists/releases/project-closeout@1.1.0.yaml', 'records/people.yaml'])('where %s cannot be read nobody knows what is left', async (file) => {
    const house = organisation();
    house.write(file, 'a: [');
    const { code, out, err } = await house.closeout('status');
    expect(code).toBe(2);
    expect(out).toMatch(/office-move .* could not decide\n/);
    expect(err).toContain(`what is left of ${SIGNED} and ${RUN}`);
    const one = await house.closeout('status', RUN);
    expect([one.code, /(?<!whether )it may close/i.test(one.out)]).toEqual([2, false]);
  });

  test('finished and cancelled runs are shown with --all; where all are over it says so', async () => {
    const house = organisation();
    house.edit(SIGNED, 'state: closed', 'state: finished');
    house.write(RUN, `${house.read(RUN).replace('state: active', 'state: cancelled')}reason: The customer stays where it is.\n`);
    expect((await house.closeout('status')).out).toBe('No run is on; 2 runs are over. See closeout status --all.\n');
    expect((await house.closeout('status', '--all')).out).toMatch(
      /^Finished: 1\n {2}contoso\/mail-move .*\n\nCancelled: 1\n {2}northwind\/office-move .*in the archive\n$/,
    );
  });

  test('an organisation without runs is told how to start one', async () => {
    const house = organisation();
    rmSync(`${house.root}/records/projects`, { recursive: true });
    expect(await house.closeout('status')).toEqual({ code: 0, err: '', out: 'There is no run yet. Start one with closeout new project.\n' });
    expect(JSON.parse((await house.closeout('status', '--format', 'json')).out)).toMatchObject({ runs: [], complete: true });
  });
});
