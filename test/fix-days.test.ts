import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayReadings, timeReadings } from '../linter/core/readings.ts';
import { organisation, RUN } from './organisation.ts';

describe('days and times', () => {
  test.each([
    ['2026/11/04', ['2026-11-04']],
    ['2026.11.04', ['2026-11-04']],
    ['2026-11-4', ['2026-11-04']],
    ['20261104', ['2026-11-04']],
    ['04.11.2026', ['2026-11-04']],
    ['4. 11. 2026', ['2026-11-04']],
    ['4 Nov 2026', ['2026-11-04']],
    ['4-nov-2026', ['2026-11-04']],
    ['4 November 2026', ['2026-11-04']],
    ['Nov 4, 2026', ['2026-11-04']],
    ['Nov. 4th 2026', ['2026-11-04']],
    ['13/11/2026', ['2026-11-13']],
    ['11/13/2026', ['2026-11-13']],
    ['4/4/2026', ['2026-04-04']],
    ['11/04/2026', ['2026-11-04', '2026-04-11']],
    ['29.02.2026', []],
    ['2026/13/01', []],
    ['Nev 4, 2026', []],
    ['4.11.26', []],
    ['2026/11-04', []],
    ['soon', []],
  ])('%s is %s', (written, texts) => {
    expect(dayReadings(written)).toEqual({ texts, sure: texts.length === 1 });
  });

  test.each([
    ['18.00', ['18:00']],
    ['6 pm', ['18:00']],
    ['6:30 p.m.', ['18:30']],
    ['09.30', ['09:30']],
    ['9.30', ['09:30', '21:30']],
    ['12 am', ['00:00', '12:00']],
    ['24:00', []],
    ['6', []],
    ['13 pm', []],
  ])('%s is %s', (written, texts) => {
    expect(timeReadings(written)).toEqual({ texts, sure: texts.length === 1 });
  });

  test('any day that is written out in a form of one reading comes back as itself', () => {
    const forms = [
      (y: string, m: string, d: string) => `${y}/${Number(m)}/${Number(d)}`,
      (y: string, m: string, d: string) => `${d}.${m}.${y}`,
      (y: string, m: string, d: string) => `${y}${m}${d}`,
    ];
    fc.assert(
      fc.property(fc.date({ min: new Date('1970-01-01'), max: new Date('2999-12-31'), noInvalidDate: true }), fc.constantFrom(...forms), (date, form) => {
        const day = date.toISOString().slice(0, 10);
        const [y = '', m = '', d = ''] = day.split('-');
        expect(dayReadings(form(y, m, d))).toEqual({ texts: [day], sure: true });
      }),
    );
  });

  test('are put in with their quotes, in quotes and in brackets, and an unclear one is shown with both readings', async () => {
    const house = organisation();
    house.edit(RUN, 'started: 2026-09-14', "started: '14 Sep 2026'   # a Monday");
    house.edit(RUN, 'date: 2026-11-06, time: "18:00"', 'date: 2026.11.06, time: 18.00');
    house.edit(RUN, 'closes: 2026-11-13', 'closes: 12/11/2026');
    const { code, out } = await house.closeout('lint', '--fix', RUN);
    expect(code).toBe(1);
    expect(house.read(RUN)).toContain("started: '2026-09-14'   # a Monday\n  closes: 12/11/2026\n");
    expect(house.read(RUN)).toContain('  - { date: 2026-11-06, time: "18:00", site');
    expect(out).toContain('perhaps  write "2026-12-11" or "2026-11-12" instead\n');
  });
});
