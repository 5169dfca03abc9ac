import { readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { type PhraseRule, policyOf } from '../linter/engine.ts';
import { draftReader } from '../site/components/draft.ts';
import { openOrganisation } from '../site/data.ts';
import { telephone, webAddress } from '../site/links.ts';
import { customers, waiversOf } from '../site/panel.ts';
import { dailyReport } from '../site/report.ts';
import { slotted } from '../site/rulebook.ts';
import { timeWords } from '../site/times.ts';
import { stretchesOf } from '../site/updates.ts';
import { dueWords, finisherWords, processes } from '../site/walks.ts';
import { organisationWith } from './site-build.ts';

const baseRun = readFileSync(fileURLToPath(new URL('base/records/projects/northwind/office-move/run.yaml', import.meta.url)), 'utf8');
const roots: string[] = [];

function organisation(files: Parameters<typeof organisationWith>[0] = {}): string {
  const root = organisationWith(files);
  roots.push(root);
  return root;
}

afterAll(() => {
  for (const root of roots) rmSync(root, { recursive: true, force: true });
});

describe('what the pages are made of', () => {
  test('the last day of the watch window counts, the day after does not', () => {
    const cwd = organisation();
    const shown = (today: string): number => customers(openOrganisation({ cwd, today })).find((each) => each.id === 'contoso')?.projects.length ?? -1;
    expect([shown('2026-10-16'), shown('2026-11-15'), shown('2026-11-16')]).toEqual([1, 1, 0]);
  });

  test('a run without a release, or of an unknown customer, is still shown', () => {
    const cwd = organisation({
      'records/projects/stranger/new-thing/run.yaml': baseRun.replace('@1.1.0', '@9.9.9').replace('customer: northwind', 'customer: stranger'),
    });
    const stranger = customers(openOrganisation({ cwd })).find((each) => each.id === 'stranger');
    expect(stranger?.projects.map((each) => each.name)).toEqual(['Office move']);
  });

  test('a run that cannot be read is told, never passed over', () => {
    const cwd = organisation({ 'records/projects/northwind/office-move/run.yaml': 'project: [', 'records/projects/contoso/odd/run.yml': baseRun });
    const unread = openOrganisation({ cwd }).unread.map((each) => `${each.customer} ${each.file} ${each.rules.join()}`);
    expect(unread).toEqual(['northwind records/projects/northwind/office-move/run.yaml valid-yaml', 'contoso records/projects/contoso/odd/run.yml known-file']);
  });

  test('a settled waiver is not open any more; a new one takes its place', () => {
    const path = 'records/projects/contoso/mail-move/run.yaml';
    const text = readFileSync(fileURLToPath(new URL(`base/${path}`, import.meta.url)), 'utf8');
    const open = (settled: string): string[] => {
      const { projects } = openOrganisation({ cwd: organisation({ [path]: `${text}settled:\n  printer-docs: ${settled}\n` }) });
      return projects.flatMap((each) => waiversOf(each)).map((each) => each.until ?? 'no day');
    };
    expect(open('{ done: 2026-11-02, by: jkim, note: Delivered }')).toEqual([]);
    expect(open('{ waived: Still late, by: jkim, approved: skim, until: 2027-01-15, ticket: T1 }')).toEqual(['2027-01-15']);
  });

  test('the daily report looks 14 days ahead for waivers and 7 for watch windows', () => {
    const cwd = organisation();
    const on = (today: string): number[] => {
      const { waivers, windows } = dailyReport(openOrganisation({ cwd, today }));
      return [waivers.length, windows.length];
    };
    expect(on('2026-11-06')).toEqual([0, 0]);
    expect(on('2026-11-08')).toEqual([0, 1]);
    expect(on('2026-12-01')).toEqual([1, 1]);
  });

  test('times are the site’s, with ours beside them where they differ', () => {
    expect(timeWords('2026-11-06', '18:00', 'America/New_York', 'America/New_York')).toBe('18:00 EST (America/New_York)');
    expect(timeWords('2026-11-28', '10:00', 'Europe/London', 'America/New_York')).toBe('10:00 GMT (Europe/London), 05:00 EST here');
    expect(timeWords('2026-11-28', '10:00', 'Moon/Base', 'America/New_York')).toBe('10:00 (Moon/Base)');
  });

  test('a walk is due soon 30 days ahead, and overdue the day after its last', () => {
    const cwd = organisation();
    const says = (today: string): string | undefined => processes(openOrganisation({ cwd, today })).map((each) => dueWords(each).says)[0];
    expect(says('2026-11-06')).toBe('Due in 73 days, by Mon, Jan 18, 2027.');
    expect(says('2026-12-19')).toBe('Due soon: in 30 days, by Mon, Jan 18, 2027.');
    expect(says('2027-01-18')).toBe('Due soon: today, by Mon, Jan 18, 2027.');
    expect(says('2027-01-19')).toBe('Overdue: it was due yesterday, by Mon, Jan 18, 2027.');
    expect(says('2026-01-01')).toBe('Nobody has walked it yet. A first walk is due now.');
    expect([finisherWords([]), finisherWords(['A']), finisherWords(['A', 'B', 'C'])]).toEqual([
      'Nobody has got to its end yet.',
      'Only A has got to its end.',
      'A, B and C have got to its end.',
    ]);
  });

  test('a slot that is not defined stays in its braces', () => {
    const slots = { what: { type: 'text', ask: 'What?', example: 'e-mail' } } as const;
    expect(stretchesOf('{what} and {more}.', slots)).toEqual([
      { words: 'e-mail', slot: 'what' },
      { words: ' and ' },
      { words: '{more}', slot: 'more' },
      { words: '.' },
    ]);
  });

  test('a draft is read as the linter reads it; a fix is offered only where the words stand in one piece', () => {
    const rule = {
      id: 'try',
      title: 'Trying',
      say: 'We will call.',
      why: 'Do it.',
      severity: 'error',
      audience: ['customer'],
      find: ['will try to'],
      replace: 'will',
    };
    const read = draftReader({ groups: [{ lists: undefined, rules: [{ ...rule, flag: [], pass: [] } as unknown as PhraseRule] }], policy: policyOf({}) });
    const found = { rule: 'try', title: 'Trying', found: 'will try to', why: 'Do it.', say: 'We will call.', span: [3, 14], instead: 'will' };
    expect(read('We will try to call.', {})).toEqual({ findings: [found] });
    expect(read('We will *try* to call.', {}).findings.map((each) => each.instead)).toEqual([undefined]);
    expect(read('Internal: we will try to call.', {})).toEqual({ findings: [] });
  });

  test('addresses are made from phone fields and web links only', () => {
    expect(telephone('+1 (555) 0142 x7')).toBe('tel:+15550142;ext=7');
    expect(webAddress('javascript:alert(1)')).toBeUndefined();
    expect(slotted('a {b} {{c}}')).toEqual(['a ', 'b', ' {c}']);
  });
});
