import { describe, expect, test } from 'vitest';
import { entryText } from '../linter/formats/text.ts';
import type { Sarif } from './format-readers.ts';
import { organisation, program, repository } from './organisation.ts';

const RUN = 'records/projects/northwind/office-move/run.yaml';

describe('json', () => {
  test('is the same to the byte on two runs and in two time zones, and ends with complete', () => {
    const args = ['lint', '--format', 'json', '--today', '2026-11-06'];
    const first = program(repository, args, { TZ: 'Pacific/Kiritimati' });
    const second = program(repository, args, { TZ: 'America/Adak', LANG: 'de_DE.UTF-8' });
    expect(first.code).toBe(0);
    expect(second).toEqual(first);
    expect(first.out).toMatch(/"complete": true\n\}\n$/);
    expect(JSON.parse(first.out)).toMatchObject({ format: 'closeout-lint', version: 1, today: '2026-11-06' });
  });
});

test('sarif names the version that made it, and is the same to the byte on two runs', () => {
  const house = organisation();
  house.edit(RUN, 'state: active', 'state: closed');
  const lint = () => program(house.root, ['lint', '--format', 'sarif']);
  const first = lint();
  const version = program(house.root, ['--version']).out.trim();
  expect(first.code).toBe(1);
  expect((JSON.parse(first.out) as { runs: [Sarif] }).runs[0].tool.driver).toMatchObject({ name: 'Closeout', version, semanticVersion: version });
  expect(lint()).toEqual(first);
});

describe('hostile values', () => {
  const hostile = '"\\e[31mred ##[error]x %0A::error::boo <script>alert(1)</script>"';

  test.each(['text', 'github', 'json'])('%s keeps them inert', async (format) => {
    const house = organisation();
    house.edit(RUN, 'customer: northwind', `customer: ${hostile}`);
    house.edit(RUN, 'lead: tlee', 'lead: "::error::x"');
    const { code, out } = await house.closeout('lint', '--format', format, RUN);
    expect(code).toBe(1);
    for (const command of ['\u001b', '##[']) expect(out).not.toContain(command);
    if (format === 'github') for (const line of out.split('\n')) expect(line).not.toMatch(/^::error::|\s::error::x"$/);
  });
});

describe('github', () => {
  test('annotates the worst ten at their lines, and says how many there are', async () => {
    const house = organisation();
    house.edit(RUN, 'state: active', 'state: closed');
    const { out } = await house.closeout('lint', '--format', 'github', RUN);
    expect(out.split('\n')[0]).toBe(
      `::error file=${RUN},line=17,endLine=17,col=20,endColumn=24,title=item-answered::"The network diagram shows what was built" is open. The lead answers it and gives a link.`,
    );
    expect(out).toContain('northwind/office-move: 6 items left\n6 errors as of 2026-11-06.');
  });
});

describe('text', () => {
  test('colours only where asked, and quiet shows errors only', async () => {
    const house = organisation();
    house.edit(RUN, 'state: active', 'state: closing');
    expect((await house.closeout('lint', RUN)).out).toContain('info');
    expect((await house.closeout('lint', '--quiet', RUN)).out).toBe(
      "  northwind/office-move  closing     6 items left\n\nChecked 1 run as of 2026-11-06, where the sample's day stands still: 8 notes.\n",
    );
    expect(program(house.root, ['lint', RUN], { FORCE_COLOR: '1', NO_COLOR: '' }).out).toContain('\u001b[');
    expect(program(house.root, ['lint', RUN], { FORCE_COLOR: '' }).out).not.toContain('\u001b[');
  });
});

test('an entry of a report breaks at words on a terminal, under itself; elsewhere it stays one line', () => {
  const paint = (_: unknown, text: string): string => text;
  const entry = ['Northwind Traders: Office move', 'Impact: Phones and internet at Dock Street stop from 18:00 to 18:30, and the desk loses both.'];
  expect(entryText(entry, { width: 60, paint })).toBe(
    '  Northwind Traders: Office move\n    Impact: Phones and internet at Dock Street stop from\n    18:00 to 18:30, and the desk loses both.',
  );
  expect(entryText(entry, { width: undefined, paint })).toBe(`  ${entry[0]}\n    ${entry[1]}`);
});
