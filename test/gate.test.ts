import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../linter/engine.ts';
import { answerAll, type Organisation, onBranch, organisation } from './organisation.ts';

const RUN = 'records/projects/northwind/office-move/run.yaml';
const SIGNED = 'records/projects/contoso/mail-move/run.yaml';

interface Found {
  readonly code: number;
  readonly errors: readonly string[];
  readonly verdicts: readonly string[];
}

/** Lints as JSON and gives errors as `file line:column rule`. */
async function lint(house: Organisation, ...args: string[]): Promise<Found> {
  const { code, out, err } = await house.closeout('lint', '--format', 'json', ...args);
  if (!out) return { code, errors: [err], verdicts: [] };
  const { diagnostics, runs } = JSON.parse(out) as { diagnostics: Diagnostic[]; runs: { outcome: string }[] };
  const errors = diagnostics.filter((each) => each.severity === 'error');
  return {
    code,
    errors: errors.map(({ file, range, ruleId }) => `${file.split('/').at(-1)} ${range.start.line}:${range.start.column} ${ruleId}`),
    verdicts: runs.map((each) => each.outcome),
  };
}

describe('the gate', () => {
  test('a run that sets state: closed with items open is red, one located line for each item left', async () => {
    const house = organisation();
    house.edit(RUN, 'state: active', 'state: closed');
    const { code, errors, verdicts } = await lint(house, RUN);
    expect(code).toBe(1);
    expect(errors).toEqual([
      'run.yaml 17:20 item-answered',
      'run.yaml 18:15 item-answered',
      'run.yaml 21:18 item-answered',
      'run.yaml 22:19 item-answered',
      'run.yaml 23:21 item-answered',
      'run.yaml 24:17 item-answered',
    ]);
    expect(verdicts).toEqual(['left']);
  });

  test('all done and signed by both is green', async () => {
    const house = organisation();
    answerAll(house, RUN);
    house.edit(RUN, 'state: active', 'state: closed');
    expect((await lint(house, RUN)).errors).toEqual(['run.yaml 15:8 signoff-present', 'run.yaml 15:8 signoff-present']);
    expect((await house.closeout('sign', RUN, '--role', 'lead', '--by', 'tlee', '--yes')).code).toBe(0);
    expect((await house.closeout('sign', RUN, '--role', 'support', '--by', 'rdiaz', '--yes')).code).toBe(0);
    expect(await lint(house, RUN)).toEqual({ code: 0, errors: [], verdicts: ['may-close'] });
  });

  test('--as closed shows what the gate would say, and changes nothing', async () => {
    const house = organisation();
    const before = house.read(RUN);
    expect((await lint(house, RUN)).code).toBe(0);
    const { code, errors } = await lint(house, '--as', 'closed', RUN);
    expect([code, errors.length]).toEqual([1, 6]);
    expect(house.read(RUN)).toBe(before);
  });

  test('nothing matched is 2, a wrong option or config is 3', async () => {
    const house = organisation();
    expect((await house.closeout('lint', 'records/projects/nobody')).code).toBe(2);
    expect((await house.closeout('lint', 'README.md')).code).toBe(2);
    expect((await house.closeout('lint', '--fromat', 'json')).code).toBe(3);
    expect((await house.closeout('lint', '--as', 'shut', RUN)).code).toBe(3);
    expect((await house.closeout('lint', '--today', '2026-13-01')).code).toBe(3);
    house.edit('closeout.config.yaml', 'zone: America/New_York\ntoday: 2026-11-06', 'zone: Mars/Base');
    expect(await house.closeout('lint')).toMatchObject({ code: 3, out: '' });
    house.write('closeout.config.yaml', 'organisation: Harbour IT\nzone: America/New_York\nseverities: { item-answered: info }\n');
    expect((await house.closeout('lint')).err).toContain('"item-answered" is an error of the gate and stays one');
  });

  test('warnings fail only above --max-warnings', async () => {
    const house = organisation();
    house.edit(RUN, 'impact: Phones', 'unrelated: "The pin is 48151623"\n  impact: Phones');
    expect((await house.closeout('lint', RUN)).code).toBe(0);
    expect((await house.closeout('lint', '--max-warnings', '0', RUN)).code).toBe(1);
  });
});

describe('one mistake, one finding, at its place', () => {
  const cases: readonly (readonly [name: string, edits: readonly (readonly [file: string, before: string, after: string])[], expected: string])[] = [
    [
      'an item deleted from the answers',
      [[SIGNED, '  admin-vaulted: { done: 2026-10-09, by: tlee, vault: Contoso/Mail server }\n', '']],
      'run.yaml 14:1 item-answered',
    ],
    ['an item answered twice', [[SIGNED, '  alerts-tuned: open', '  docs-found: open\n  alerts-tuned: open']], 'run.yaml 22:3 unique-keys'],
    [
      'a person nobody knows',
      [[SIGNED, 'agents-counted: { done: 2026-10-09, by: mpatel', 'agents-counted: { done: 2026-10-09, by: mpatle']],
      'run.yaml 19:43 known-person',
    ],
    [
      "the lead on support's item",
      [[SIGNED, 'docs-found: { done: 2026-10-15, by: jkim }', 'docs-found: { done: 2026-10-15, by: tlee }']],
      'run.yaml 15:39 right-role',
    ],
    [
      'the lead who signs for support',
      [['records/projects/contoso/mail-move/signoff.closing.support.yaml', '\nby: jkim', '\nby: tlee']],
      'signoff.closing.support.yaml 7:5 right-role',
    ],
    ['a kind that is not answered', [[SIGNED, '{ new-network: false, server: true }', '{ server: true }']], 'run.yaml 5:3 kinds-answered'],
    [
      'an answer changed after the sign-off',
      [[SIGNED, 'vault: Contoso/Mail server', 'vault: Contoso/Mail host']],
      'signoff.closing.lead.yaml 23:7 signoff-fresh',
    ],
    [
      'an evidence file changed after the sign-off',
      [['records/projects/contoso/mail-move/evidence/rack.txt', '214 files', '215 files']],
      'signoff.closing.lead.yaml 23:7 signoff-fresh',
    ],
  ];
  test.each(cases)('%s', async (_name, edits, expected) => {
    const house = organisation();
    for (const [file, before, after] of edits) house.edit(file, before, after);
    expect((await lint(house, SIGNED)).errors).toEqual([expected]);
  });

  test('an older release pinned by a new run', async () => {
    const house = onBranch();
    house.write(
      'records/projects/contoso/phones/run.yaml',
      house
        .read(RUN)
        .replaceAll('northwind', 'contoso')
        .replace(/engagements:[\s\S]*?state:/, 'state:')
        .replace('@1.1.0', '@1.0.0')
        .replace(/ {2}circuit-recorded.*\n/, ''),
    );
    expect((await lint(house, '--base', 'main', 'records/projects/contoso/phones')).errors).toEqual(['run.yaml 1:12 release-allowed']);
  });
});
