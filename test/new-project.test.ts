import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readYaml } from '../linter/parse/yaml.ts';
import { organisation } from './organisation.ts';

const PRINTERS = ['--customer', 'northwind', '--name', 'Printer refresh', '--lead', 'tlee', '--backup', 'mpatel', '--escalate', 'skim'];
const PLAN = ['--started', '2026-11-09', '--closes', '2026-11-20', '--touches', 'printers, scan to mail', '--impact', 'Printing stops: ten minutes a floor'];

describe('new project', () => {
  test('writes exactly the items that apply, open, by section, with their titles, and lints clean', async () => {
    const house = organisation();
    expect((await house.closeout('new', 'project', ...PRINTERS, ...PLAN, '--kinds', 'none')).code).toBe(0);
    const text = house.read('records/projects/northwind/printer-refresh/run.yaml');
    expect(text.match(/^ {2}[a-z-]+: open {3}# .+$/gm)).toEqual([
      '  docs-found: open   # Support found the documentation unaided',
      '  admin-vaulted: open   # Every admin account is in the vault',
      '  agents-counted: open   # Every device reports to monitoring',
      '  client-confirmed: open   # The client confirmed the work in writing',
      '  printer-docs: open   # The printers are documented',
      '  alerts-tuned: open   # The noisy alerts are tuned',
    ]);
    expect(text).toContain('impact: "Printing stops: ten minutes a floor"');
    expect(text).toContain('  # Monitoring and protection\n  admin-vaulted');
    expect((await house.closeout('lint', 'records/projects/northwind/printer-refresh')).code).toBe(0);
  });

  test('never overwrites, and a dry run writes nothing', async () => {
    const house = organisation();
    const args = ['new', 'project', ...PRINTERS, ...PLAN, '--kinds', 'server'];
    const dry = await house.closeout(...args, '--dry-run');
    expect(dry.out).toContain('restore-tested: open');
    expect(existsSync(join(house.root, 'records/projects/northwind/printer-refresh'))).toBe(false);
    await house.closeout(...args);
    expect(await house.closeout(...args)).toMatchObject({ code: 3, out: '' });
  });

  test('names all that is missing, and what is not known', async () => {
    const house = organisation();
    expect((await house.closeout('new', 'project', '--customer', 'northwind')).err).toContain(
      'Missing: --name, --lead, --backup, --escalate, --started, --closes, --touches, --impact, --kinds',
    );
    const { err } = await house.closeout('new', 'project', ...PRINTERS.with(5, 'tle'), ...PLAN, '--kinds', 'none');
    expect(err).toContain('--lead: "tle" is not known. Did you mean tlee?');
  });

  test('takes nobody of whom the first lint would say that they cannot be it', async () => {
    const house = organisation();
    const notLead = await house.closeout('new', 'project', ...PRINTERS.with(5, 'skim'), ...PLAN, '--kinds', 'none');
    expect([notLead.code, notLead.err]).toEqual([3, 'closeout: --lead: "skim" is no lead by records/people.yaml. There are: tlee, mpatel.\n']);
    const left = await house.closeout('new', 'project', ...PRINTERS.with(9, 'gone'), ...PLAN, '--kinds', 'none');
    expect(left.err).toContain('--escalate: "gone" has left by records/people.yaml. There are: tlee, mpatel, jkim, rdiaz, skim.');
  });

  test('asks for what is missing at a terminal', async () => {
    const house = organisation();
    const { code, questions } = await house.answering(['n', 'yes'], 'new', 'project', ...PRINTERS, ...PLAN);
    expect([code, questions]).toEqual([0, ['Did we build or replace a network? (y/N) ', 'Did we install or replace a server? (y/N) ']]);
    expect(house.read('records/projects/northwind/printer-refresh/run.yaml')).toContain('server: true');
  });

  test('a wrong answer is told and asked for again, at once; only yes or no decides a kind', async () => {
    const house = organisation();
    const given = PRINTERS.filter((word) => !['--customer', 'northwind', '--lead', 'tlee'].includes(word));
    const { code, questions, err } = await house.answering(['northwnd', 'northwind', 'tlee', '', 'perhaps', 'n', 'y'], 'new', 'project', ...given, ...PLAN);
    expect([code, err]).toEqual([0, '"northwnd" is not known. Did you mean northwind?\n']);
    expect(questions.map((question) => question.replace(/ \(.*/, ''))).toEqual([
      'Customer',
      'Customer',
      'Lead',
      'Number in the PSA, or Enter: ',
      'Did we build or replace a network?',
      'Did we build or replace a network?',
      'Did we install or replace a server?',
    ]);
    expect(questions[2]).toContain('tlee, ');
    const run = house.read('records/projects/northwind/printer-refresh/run.yaml');
    expect(run).toMatch(/new-network: false[\s\S]*server: true/);
    expect(run).not.toContain('psa');
    const never = await house.answering(['x', 'x', 'x'], 'new', 'project', ...PRINTERS.with(3, 'Other'), ...PLAN);
    expect([never.code, existsSync(join(house.root, 'records/projects/northwind/other'))]).toEqual([3, false]);
  });

  test.each(['1041', 'P20260914.0002', '#77', 'true', '0x1F', 'A:1'])('the number in the PSA stays the text %s, below the customer', async (number) => {
    const house = organisation();
    expect((await house.closeout('new', 'project', ...PRINTERS, ...PLAN, '--kinds', 'none', '--psa', number)).code).toBe(0);
    const text = house.read('records/projects/northwind/printer-refresh/run.yaml');
    expect(text).toMatch(/\n {2}customer: northwind\n {2}psa: .+\n {2}kinds:\n/);
    expect(readYaml(text).data).toMatchObject({ project: { psa: number } });
    expect((await house.closeout('lint', 'northwind/printer-refresh')).code).toBe(0);
  });

  test('a number with spaces is asked for again, and refused as an option', async () => {
    const house = organisation();
    const asked = await house.answering(['tlee', '10 41', '1041', 'n', 'n'], 'new', 'project', ...PRINTERS.toSpliced(4, 2), ...PLAN);
    expect([asked.code, asked.err]).toEqual([0, 'A number is written without spaces, like 1041, not "10 41".\n']);
    expect(house.read('records/projects/northwind/printer-refresh/run.yaml')).toContain('  psa: "1041"\n');
    const { code, err } = await house.closeout('new', 'project', ...PRINTERS.with(3, 'Other'), ...PLAN, '--kinds', 'none', '--psa', '10 41');
    expect([code, err]).toEqual([3, expect.stringContaining('--psa: A number is written without spaces')]);
  });

  test('no second run begins with a number that another one has', async () => {
    const house = organisation();
    const args = ['new', 'project', ...PLAN, '--kinds', 'none'];
    await house.closeout(...args, ...PRINTERS, '--psa', 'P77');
    const { code, out, err } = await house.closeout(...args, ...PRINTERS.with(3, 'Other'), '--psa', '#p77');
    expect([code, out]).toEqual([3, '']);
    expect(err).toBe('closeout: --psa: northwind/printer-refresh names project #p77 of the PSA already, and only one run can be it.\n');
    expect(existsSync(join(house.root, 'records/projects/northwind/other'))).toBe(false);
    const asked = await house.answering(['tlee', 'P77', 'P7'], ...args, ...PRINTERS.with(3, 'Other').toSpliced(4, 2));
    expect([asked.code, asked.err]).toEqual([0, expect.stringContaining('names project P77 of the PSA already')]);
  });

  test('says how the run is filled in', async () => {
    const { out } = await organisation().closeout('new', 'project', ...PRINTERS, ...PLAN, '--kinds', 'none');
    expect(out).toContain('\n  closeout fill northwind/printer-refresh --by tlee\n');
  });
});
