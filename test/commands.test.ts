import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { answerAll, type Organisation, organisation, repository } from './organisation.ts';

const RUN = 'records/projects/northwind/office-move/run.yaml';
const PRINTERS = ['--customer', 'northwind', '--name', 'Printer refresh', '--lead', 'tlee', '--backup', 'mpatel', '--escalate', 'skim'];
const PLAN = ['--started', '2026-11-09', '--closes', '2026-11-20', '--touches', 'printers, scan to mail', '--impact', 'Printing stops: ten minutes a floor'];
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

  test('asks for what is missing at a terminal', async () => {
    const house = organisation();
    const { code, questions } = await house.answering(['n', 'yes'], 'new', 'project', ...PRINTERS, ...PLAN);
    expect([code, questions]).toEqual([0, ['Did we build or replace a network? (y/N) ', 'Did we install or replace a server? (y/N) ']]);
    expect(house.read('records/projects/northwind/printer-refresh/run.yaml')).toContain('server: true');
  });

  test('a wrong answer is told and asked for again, at once; only yes or no decides a kind', async () => {
    const house = organisation();
    const given = PRINTERS.filter((word) => !['--customer', 'northwind', '--lead', 'tlee'].includes(word));
    const { code, questions, err } = await house.answering(['northwnd', 'northwind', 'tlee', 'perhaps', 'n', 'y'], 'new', 'project', ...given, ...PLAN);
    expect([code, err]).toEqual([0, '"northwnd" is not known. Did you mean northwind?\n']);
    expect(questions.map((question) => question.replace(/ \(.*/, ''))).toEqual([
      'Customer',
      'Customer',
      'Lead',
      'Did we build or replace a network?',
      'Did we build or replace a network?',
      'Did we install or replace a server?',
    ]);
    expect(questions[2]).toContain('tlee, ');
    expect(house.read('records/projects/northwind/printer-refresh/run.yaml')).toMatch(/new-network: false[\s\S]*server: true/);
    const never = await house.answering(['x', 'x', 'x'], 'new', 'project', ...PRINTERS.with(3, 'Other'), ...PLAN);
    expect([never.code, existsSync(join(house.root, 'records/projects/northwind/other'))]).toEqual([3, false]);
  });

  test('says how the run is filled in', async () => {
    const { out } = await organisation().closeout('new', 'project', ...PRINTERS, ...PLAN, '--kinds', 'none');
    expect(out).toContain('\n  closeout fill northwind/printer-refresh --by tlee\n');
  });
});

describe('sign', () => {
  test('shows in words and counts what is signed, asks, and writes', async () => {
    const house = organisation();
    answerAll(house, RUN);
    const refused = await house.answering(['n'], 'sign', RUN, '--role', 'lead', '--by', 'tlee');
    expect(refused).toMatchObject({ code: 1, questions: ['Sign? (y/N) '] });
    const { code, out } = await house.answering(['y'], 'sign', RUN, '--role', 'lead', '--by', 'tlee');
    expect(code).toBe(0);
    expect(out).toContain(
      'by Tess Lee on 2026-11-06:\n  The work of this project is finished, and I hand it over.\n  6 done, 1 not applicable, 0 waived, 0 open; 1 item does not apply.',
    );
    expect(await house.closeout('sign', RUN, '--role', 'lead', '--by', 'tlee', '--yes')).toMatchObject({
      code: 0,
      out: expect.stringContaining('Signed already by tlee'),
    });
  });

  test('refuses while items that it covers are open, and says which', async () => {
    const house = organisation();
    answerAll(house, RUN);
    house.edit(RUN, '{ done: 2026-11-03, by: mpatel, count: 24 }', 'open');
    const { code, out, err } = await house.closeout('sign', RUN, '--role', 'lead', '--by', 'tlee', '--yes');
    expect(code).toBe(1);
    expect(out).toContain('"Every device reports to monitoring" is open');
    expect(err).toContain('not signed');
    expect(readdirSync(join(house.root, 'records/projects/northwind/office-move'))).toEqual(['run.yaml']);
  });

  test('the lead signs while support has still to answer its own; support signs after the lead', async () => {
    const house = organisation();
    answerAll(house, RUN);
    house.edit(RUN, '{ done: 2026-11-04, by: jkim }', 'open');
    expect((await house.closeout('sign', RUN, '--role', 'support', '--by', 'jkim', '--yes')).code).toBe(1);
    expect((await house.closeout('sign', RUN, '--role', 'lead', '--by', 'tlee', '--yes')).code).toBe(0);
    house.edit(RUN, 'docs-found: open', 'docs-found: { done: 2026-11-06, by: jkim }');
    expect((await house.closeout('sign', RUN, '--role', 'support', '--by', 'jkim', '--yes')).code).toBe(0);
    expect((await house.closeout('lint', '--as', 'closed', RUN)).code).toBe(0);
  });

  test.each([
    ['tlee', 'Tess Lee cannot sign for support'],
    ['gone', 'Gary Oneal cannot sign for support'],
    ['jkmi', 'Did you mean "jkim"?'],
  ])('%s cannot sign for support', async (by, words) => {
    const house = organisation();
    answerAll(house, RUN);
    await house.closeout('sign', RUN, '--role', 'lead', '--by', 'tlee', '--yes');
    const { code, out } = await house.closeout('sign', RUN, '--role', 'support', '--by', by, '--yes');
    expect(code).toBe(1);
    expect(out).toContain(words);
  });

  test('nobody at a terminal means --yes or nothing', async () => {
    const house = organisation();
    answerAll(house, RUN);
    expect((await house.closeout('sign', RUN, '--role', 'lead', '--by', 'tlee')).err).toContain('--yes');
    expect((await house.closeout('sign', RUN, '--role', 'lead', '--by', 'tlee', '--dry-run')).out).toContain('would write');
    expect(readdirSync(join(house.root, 'records/projects/northwind/office-move'))).toEqual(['run.yaml']);
  });
});

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

describe('report', () => {
  test("shows today's engagements, what is on, what is watched, and waivers", async () => {
    const { code, out } = await organisation().closeout('report');
    expect(code).toBe(0);
    expect(out).toMatch(
      /Today's engagements\n {2}18:00 \(America\/New_York\) Northwind Traders, Dock Street: Core switch cut-over\n {4}Impact: Internet down 30 minutes/,
    );
    expect(out).toContain('Contoso Dental: Mail move, watched until 2026-11-15');
    expect(out).toContain('contoso/mail-move: "The printers are documented" until 2026-12-15, 39 days left');
  });

  test('the last day of the watch window counts, the day after does not', async () => {
    const house = organisation();
    expect((await house.closeout('report', '--today', '2026-11-15')).out).toContain('watched until 2026-11-15');
    expect((await house.closeout('report', '--today', '2026-11-16')).out).not.toContain('watched until');
  });

  test('is whole, or says that it is not', async () => {
    const house = organisation();
    house.write('records/projects/contoso/broken/run.yaml', 'state: [');
    const { code, err } = await house.closeout('report', '--format', 'json');
    expect(code).toBe(2);
    expect(err).toContain('records/projects/contoso/broken/run.yaml');
  });

  test('Markdown keeps values text', async () => {
    const house = organisation();
    house.edit(RUN, 'what: Core switch cut-over', 'what: "<img src=x> [click](javascript:x) @everyone"');
    const { out } = await house.closeout('report', '--format', 'markdown');
    expect(out).toContain('\\<img src=x\\> \\[click\\](javascript:x) @&#8203;everyone');
  });
});
