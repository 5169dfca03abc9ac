import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { against, FINE, HEADER } from './against.ts';
import { type Organisation, organisation, RUN, repository } from './organisation.ts';

const CLOSED = 'records/projects/contoso/mail-move/run.yaml';
const SHAPES = join(repository, 'test/psa');
const CODES: Readonly<Record<string, number>> = { autotask: 1, connectwise: 1, german: 2, halopsa: 0, 'kaseya-bms': 2, superops: 1, syncro: 1 };

const psa =
  (config: string) =>
  (house: Organisation): void =>
    house.edit('closeout.config.yaml', 'assurance:', `psa: ${config}\nassurance:`);

describe('exports in the shapes of common PSAs', () => {
  const shapes = readdirSync(SHAPES).flatMap((file) => /^(.+)\.csv$/.exec(file)?.[1] ?? []);

  test.each(shapes)('%s', async (shape) => {
    const house = organisation();
    mkdirSync(join(house.root, 'exports'));
    copyFileSync(join(SHAPES, `${shape}.csv`), join(house.root, 'exports', `${shape}.csv`));
    const { code, out, err } = await house.closeout('report', '--against', `exports/${shape}.csv`);
    expect(code, err).toBe(CODES[shape]);
    await expect(`${out}${err}exit ${code}\n`).toMatchFileSnapshot(join(SHAPES, `${shape}.out`));
  });
});

describe('what is told', () => {
  test('nothing where both say the same', async () => {
    const { code, found } = await against(FINE);
    expect(code).toBe(0);
    expect(found).toMatchObject({ rows: 2, found: 2, agree: 2, walkedRound: [], differ: [], perhaps: [], unclear: [], complete: true });
    expect((await against(FINE, undefined, 'text')).out).toContain('Nothing is closed there that is not closed here, and nothing else differs.');
  });

  test('a run that says closed where the gate does not hold is no closed run', async () => {
    const { code, found } = await against(FINE, (house) => house.edit(CLOSED, 'kinds: { new-network: false', 'kinds: { new-network: true'));
    expect(code).toBe(1);
    expect(found?.walkedRound[0]?.why).toMatch(/^The run contoso\/mail-move says closed, but the gate does not hold: \d/);
  });

  test('a run that is called off here while the PSA closes the project is no closed run', async () => {
    const csv = FINE.replace(',Open,', ',Closed,');
    const { code, found } = await against(csv, (house) => house.edit(RUN, 'state: active', 'state: cancelled\nreason: It was done by phone.'));
    expect([code, found?.walkedRound]).toMatchObject([1, [{ why: 'The run northwind/office-move is cancelled, and in the PSA it is closed.' }]]);
  });

  test('support hears two things: closed or cancelled here, on there, and the other way round', async () => {
    const csv = FINE.replace('Closed,2026-10-16', 'In progress,').replace(',Open,', ',Cancelled,');
    const { code, found } = await against(csv);
    expect(code).toBe(0);
    expect(found?.['differ']).toMatchObject([
      { why: 'The run northwind/office-move is active, and in the PSA it is cancelled.' },
      { why: 'The run contoso/mail-move is closed, and in the PSA it is still on.' },
    ]);
  });

  test('what was closed before the organisation began needs no run; a day that cannot be read is no excuse', async () => {
    const old = '3,Old phones,Contoso Dental,Closed,2025-03-01\n4,Older phones,Contoso Dental,Closed,\n';
    const { code, found } = await against(FINE + old, psa('{ since: 2026-01-01 }'));
    expect([code, found?.walkedRound.map(({ project }) => project.name)]).toEqual([1, ['Older phones']]);
    expect(found?.['passedOver']).toMatchObject({ before: 1 });
  });

  test('a run that cannot be read makes it not whole', async () => {
    const { out, code, err } = await against(FINE, (house) => house.write('records/projects/contoso/broken/run.yaml', 'a: ['));
    expect([code, err]).toEqual([2, expect.stringContaining('so it is not whole')]);
    expect(out).toMatch(/contoso\/broken\/run\.yaml cannot be read[\s\S]*"complete": false\n\}\n$/);
  });

  test('a number of the PSA without quotes is not passed over', async () => {
    const { code, found } = await against(FINE, (house) => house.edit(RUN, 'customer: northwind', 'customer: northwind\n  psa: 0077'));
    expect([code, found?.unclear]).toEqual([2, [{ what: `${RUN} has a number of the PSA that cannot be read. Run closeout lint on it.` }]]);
  });

  test('by customers that cannot be read nothing is compared', async () => {
    const { out, code, err } = await against(FINE, (house) => house.write('records/customers.yaml', 'a: ['));
    expect([code, out, err]).toEqual([2, '', expect.stringContaining('records/customers.yaml has a fault')]);
  });
});

describe('matching', () => {
  const matchedAs = async (name: string, customer: string, change?: (house: Organisation) => void) => {
    const { found } = await against(`${HEADER}77,"${name}","${customer}",Open,\n`, change);
    return { found: found?.['found'], perhaps: found?.perhaps.map(({ run, why }) => `${run.run}: ${why}`) };
  };

  test.each([
    ['OFFICE  MOVE', 'northwind traders'],
    ['Office-move!', 'The Northwind Traders, Inc.'],
    ['Öffice Move', 'NWT'],
    ['Office move', 'Northwind Traders GmbH & Co. KG'],
    ['Office move', 'northwind'],
  ])('"%s" of "%s" is the run', async (name, customer) => {
    expect(await matchedAs(name, customer)).toEqual({ found: 1, perhaps: [] });
  });

  test.each([
    ['Office move to Dock Street', 'Northwind Traders', 'The names are alike, at the same customer.'],
    ['Ofice mvoe', 'NWT', 'The names are alike, at the same customer.'],
    ['Office move', 'Contoso Dental', 'The project has the same name, the customer another.'],
    ['Move of the office', 'Northwind Trading', 'Both names are alike. Is the customer an alias of this one?'],
  ])('"%s" of "%s" is never guessed, but shown', async (name, customer, why) => {
    expect(await matchedAs(name, customer)).toEqual({ found: 0, perhaps: [`northwind/office-move: ${why}`] });
  });

  test('what is not alike is not shown', async () => {
    expect(await matchedAs('Backup review', 'Northwind Traders')).toEqual({ found: 0, perhaps: [] });
  });

  test('the number of the PSA finds it under any name, and another number parts it', async () => {
    const named = (id: string) => (house: Organisation) => house.edit(RUN, 'customer: northwind', `customer: northwind\n  psa: "${id}"`);
    expect(await matchedAs('Relocation', 'Northwind Holding', named('#77'))).toEqual({ found: 1, perhaps: [] });
    expect(await matchedAs('Office move', 'NWT', named('78'))).toEqual({
      found: 0,
      perhaps: ['northwind/office-move: The run names 78 as its number in the PSA.'],
    });
  });

  test('no signature covers the number of the PSA', async () => {
    const house = organisation();
    house.edit(CLOSED, 'customer: contoso', 'customer: contoso\n  psa: "1042"');
    expect((await house.closeout('lint', CLOSED)).code).toBe(0);
  });

  test('two of one name, a number twice, and one number with two statuses cannot be told', async () => {
    const twins = await against(`${FINE}9,office move,NWT,Closed,\n`);
    expect([twins.code, twins.found?.unclear[0]?.what]).toEqual([
      2,
      "2 projects of the PSA and the run northwind/office-move bear the same name (lines 2, 4). Write the PSA's number into the run, as project.psa.",
    ]);
    const both = await against(`${HEADER}1,Office move,NWT,Open,\n`, (house) => {
      house.edit(RUN, 'customer: northwind', 'customer: northwind\n  psa: "1"');
      house.edit(CLOSED, 'customer: contoso', 'customer: contoso\n  psa: "1"');
    });
    expect([both.code, both.found?.unclear[0]?.what]).toEqual([2, expect.stringContaining('both name project 1 of the PSA')]);
    const torn = await against(`${FINE}1,Office move,NWT,Closed,\n`);
    expect([torn.code, torn.found?.unclear[0]?.what]).toEqual([2, 'Project 1 stands in line 2 too, with another status. Which of them counts?']);
  });
});

describe('the config', () => {
  test('names columns and statuses of an export in another language', async () => {
    const csv =
      'Nummer;Bezeichnung;Kunde;Stand;Erledigt\n1;Office move;NWT;läuft;\n2;Mail move;Contoso Dental;erledigt;16.10.2026\n3;Vorlage;Contoso Dental;Muster;\n';
    const config =
      '{ columns: { id: nummer, name: Bezeichnung, customer: Kunde, status: Stand, closed: Erledigt }, open: [läuft], closed: [erledigt], ignore: [Muster] }';
    const { code, found } = await against(csv, psa(config));
    expect(code).toBe(0);
    expect(found).toMatchObject({ rows: 2, agree: 2, passedOver: { ignored: 1 } });
  });

  test('a column that the export does not have is named, with what it has', async () => {
    const { code, err } = await against(FINE, psa('{ columns: { status: Statsu } }'));
    expect([code, err]).toEqual([
      2,
      expect.stringContaining('no column "Statsu", which psa.columns.status of closeout.config.yaml names. Did you mean "Status"?'),
    ]);
  });

  test('what the organisation calls open goes before what is common', async () => {
    const { found } = await against(FINE.replace('Closed,2026-10-16', 'Complete,'), psa('{ open: [Complete] }'));
    expect(found?.['differ']).toHaveLength(1);
  });

  test.each([
    ['11/04/2026', 'mdy', '2026-11-04'],
    ['11/04/2026', 'dmy', '2026-04-11'],
    ['26/11/04', 'ymd', '2026-11-04'],
    ['4.11.2026', 'mdy', '2026-04-11'],
    ['04-Nov-2026', 'mdy', '2026-11-04'],
    ['Wednesday, November 4, 2026 5:00 PM', 'dmy', '2026-11-04'],
    ['31/11/2026', 'dmy', '31/11/2026'],
  ])('%s read as %s is %s', async (written, order, day) => {
    const { found } = await against(`${HEADER}3,New phones,Contoso Dental,Closed,"${written}"\n`, psa(`{ dates: ${order} }`));
    expect(found?.walkedRound[0]?.project.closed).toBe(day);
  });
});
