import { readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { openOrganisation } from '../site/data.ts';
import { telephone, webAddress } from '../site/links.ts';
import { customers, waiversOf } from '../site/panel.ts';
import { dailyReport } from '../site/report.ts';
import { slotted } from '../site/rulebook.ts';
import { timeWords } from '../site/times.ts';
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

  test('addresses are made from phone fields and web links only', () => {
    expect(telephone('+1 (555) 0142 x7')).toBe('tel:+15550142;ext=7');
    expect(webAddress('javascript:alert(1)')).toBeUndefined();
    expect(slotted('a {b} {{c}}')).toEqual(['a ', 'b', ' {c}']);
  });
});
