import { describe, expect, test } from 'vitest';
import { type Organisation, onBranch, organisation } from './organisation.ts';

const LIVING = 'checklists/project-closeout.yaml';
const WHAT = 'A closed move left the old mail monitor live for a week.';
const ITEM = ['--ticket', 'T20260928.0041', '--title', 'No monitor watches the old system', '--section', 'protection'];
const ENTRY = `      - id: no-monitor-watches-old
        title: No monitor watches the old system
        level: must
        phase: closing
        by: lead
        evidence: count
        na: with-reason
        why: A closed move left the old mail monitor live for a week.
        origin: { date: 2026-11-06, ticket: T20260928.0041 }
`;

function learn(house: Organisation, ...args: string[]) {
  return house.closeout('learn', WHAT, ...args);
}

describe('learn', () => {
  test('puts the item with its origin at the end of its section, and writes the text of the pull request', async () => {
    const house = organisation();
    const before = house.read(LIVING);
    const { code, out, err } = await learn(house, ...ITEM, '--evidence', 'count');
    expect([code, err]).toEqual([0, '']);
    expect(house.read(LIVING)).toBe(before.replace('  - id: acceptance\n', `${ENTRY}  - id: acceptance\n`));
    expect(out).toBe(`wrote ${LIVING}

The pull request:

  Ask for: No monitor watches the old system

  Project closeout, Monitoring and protection: "No monitor watches the old system" (must).
  A closed move left the old mail monitor live for a week.
  Ticket T20260928.0041.
  This adds one blocking item; 1 open run would need it after an upgrade: northwind/office-move.
`);
    expect((await house.closeout('lint')).code).toBe(0);
    expect((await house.closeout('release', '--why', WHAT)).out).toContain('1.1.0 -> 2.0.0 (major)\n  adds "No monitor watches the old system" (must)\n');
  });

  test.each(['Tess Lee forgot the monitor.', 'The monitor was left; ask tess@msp.example.', 'Nobody asked Jonah Kim.'])('names nobody: %s', async (what) => {
    const house = organisation();
    const before = house.read(LIVING);
    const { code, err } = await house.closeout('learn', what, ...ITEM);
    expect([code, err]).toEqual([3, expect.stringContaining("is somebody's name or address. Say what was done, not who did it.")]);
    expect(house.read(LIVING)).toBe(before);
  });

  test.each([
    ['the last section', 'acceptance', (text: string) => text],
    ['a file that ends without a line break', 'acceptance', (text: string) => text.trimEnd()],
    ['blank lines and comments between items', 'documentation', (text: string) => text.replaceAll(/\n( {6}- id:)/g, '\n\n      # what is asked\n$1')],
    ['line breaks of Windows', 'protection', (text: string) => text.replaceAll('\n', '\r\n')],
  ])('%s', async (_what, section, reshape) => {
    const house = onBranch();
    house.write(LIVING, reshape(house.read(LIVING)));
    const before = house.read(LIVING);
    expect((await learn(house, ...ITEM.with(5, section), '--when', 'server, new-network', '--level', 'should', '--by', 'support')).code).toBe(0);
    const { out } = await house.closeout('lint', '--format', 'json', LIVING);
    expect(JSON.parse(out)).toMatchObject({ diagnostics: [] });
    const after = house.read(LIVING);
    const added = after.split('\n').filter((line) => !before.split('\n').includes(line));
    expect(added.map((line) => line.trim())).toContain('when: { any: [server, new-network] }');
    expect(after.replace(/(?:\r?\n *)?\r?\n {6}- id: no-monitor-watches-old[\s\S]*?T20260928\.0041 \}/, '').trimEnd()).toBe(before.trimEnd());
  });

  test('--dry-run is a patch that git takes, and writes nothing', async () => {
    const house = onBranch();
    const { code, out } = await learn(house, ...ITEM, '--evidence', 'count', '--dry-run');
    expect([code, house.git('status', '--short')]).toEqual([0, '']);
    expect(out).toContain('(not written)\n\nThe pull request:');
    house.write('learn.patch', out);
    house.git('apply', 'learn.patch');
    expect(house.read(LIVING)).toContain(ENTRY);
  });

  test('a title that asks for two things is written, and told in the pull request once', async () => {
    const house = organisation();
    const first = await learn(house, ...ITEM.with(3, 'Monitors and backups are checked'));
    expect([first.code, house.read(LIVING).includes('title: Monitors and backups are checked')]).toEqual([0, true]);
    expect(first.out).toContain('"Monitors and backups are checked" asks for two things.');
    const second = await learn(house, ...ITEM);
    expect(second.out).not.toContain('asks for two things');
  });

  test.each([
    ['an id that is taken', [...ITEM, '--id', 'restore-tested'], 'There is an item "restore-tested" already'],
    ['a section nearly right', ITEM.with(5, 'protecton'), 'Did you mean protection?'],
    ['a ticket with spaces', ITEM.with(1, 'T 1'), 'It should be a ticket number without spaces'],
    ['no title', ITEM.toSpliced(2, 2), 'Missing: --title'],
    ['another evidence', [...ITEM, '--evidence', 'photo'], '--evidence takes none, note, link'],
    ['another list', [...ITEM, '--checklist', 'project-closout'], 'Did you mean project-closeout?'],
  ])('%s is told, and nothing is written', async (_what, args, words) => {
    const house = organisation();
    const { code, out, err } = await learn(house, ...args);
    expect([code, out]).toEqual([3, '']);
    expect(err).toContain(words);
    expect(house.read(LIVING)).toBe(organisation().read(LIVING));
  });

  test.each([
    ['a kind', ['--when', 'sever'], 'Did you mean "server"?'],
    ['a phase', ['--phase', 'wach'], 'Did you mean "watch"?'],
  ])('%s that the list does not have is shown at its place, and nothing is written', async (_what, args, words) => {
    const house = organisation();
    const { code, out, err } = await learn(house, ...ITEM, ...args);
    expect([code, err]).toEqual([1, 'closeout: not written; what stands above comes first.\n']);
    expect(out).toContain(words);
    expect(house.read(LIVING)).toBe(organisation().read(LIVING));
  });

  test('what happened is needed; what else is missing is asked for at a terminal', async () => {
    const house = organisation();
    expect((await house.closeout('learn', '--ticket', 'T1')).code).toBe(3);
    const { code, questions } = await house.answering(['No monitor watches the old system', 'protection'], 'learn', WHAT, '--ticket', 'T1');
    expect([code, questions]).toEqual([
      0,
      ['The item, a state one can see (such as "A restore was tested"): ', 'Section (documentation, protection, acceptance): '],
    ]);
    expect(house.read(LIVING)).toContain('evidence: link\n        na: with-reason\n        why: A closed move');
  });

  test('a list with errors of its own is not touched', async () => {
    const house = organisation();
    house.edit(LIVING, 'when: { all: [server] }', 'when: { all: [sever] }');
    const before = house.read(LIVING);
    const { code, out } = await learn(house, ...ITEM);
    expect([code, house.read(LIVING)]).toEqual([1, before]);
    expect(out).toContain('Did you mean "server"?');
    house.edit(LIVING, 'version: 1.1.0\ntitle', 'verson: 1.1.0\ntitle');
    expect((await learn(house, ...ITEM)).code).toBe(2);
  });

  test('a section on one line is left to a person', async () => {
    const house = organisation();
    const item = '{ id: docs-found, title: Support found the documentation unaided, level: must, phase: closing, by: support, evidence: none, na: never }';
    house.write(LIVING, house.read(LIVING).replace(/ {4}items:\n {6}- id: diagram-current[\s\S]*?( {2}- id: protection)/, `    items: [${item}]\n$1`));
    expect(await learn(house, ...ITEM.with(5, 'documentation'))).toMatchObject({ code: 3, err: expect.stringContaining('Give each a line of its own first') });
    expect((await learn(house, ...ITEM)).code).toBe(1);
  });
});
