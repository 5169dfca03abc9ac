import { describe, expect, test } from 'vitest';
import { differenceLines } from '../site/difference-lines.ts';
import { forgeAddress } from '../site/forge.ts';
import { blanksIn, fill, slotAt, textOf, touchesBlank } from '../site/letter.ts';
import { minutesAway, promiseWarning, spanInWords } from '../site/next-word.ts';
import { clockWords, timeFromNow } from '../site/said-times.ts';
import { NEXT, stepsOf } from '../site/versions.ts';
import { noVisit, visitFrom } from '../site/visit.ts';
import { visitNote } from '../site/visit-note.ts';
import { type Mark, type Stamp, spanWords, timesOf, whereabouts } from '../site/visit-times.ts';

const ZONE = 'America/New_York';
/** 2:47 pm on Friday, November 6, in New York. */
const NOW = new Date('2026-11-06T19:47:30Z');

/** Stamps of one visit, each as `<mark> <day of November> <time>`, in UTC. */
function noted(...stamps: readonly string[]): Stamp[] {
  return stamps.map((each) => {
    const [mark, day, time] = each.split(' ');
    return { mark: mark as Mark, at: Date.parse(`2026-11-${day}T${time}Z`) };
  });
}

const bill = (...stamps: readonly string[]) => {
  const { onSite, resting, billable, doubts } = timesOf(noted(...stamps));
  return [onSite, resting, billable, doubts.map(({ kind }) => kind).join()];
};

describe('what a visit may be billed', () => {
  test('is the time on site less every break, to the minute that the clock showed', () => {
    expect(bill('here 06 13:00', 'leaving 06 15:20')).toEqual([140, 0, 140, '']);
    expect(bill('here 06 13:00', 'break 06 13:30', 'back 06 13:50', 'break 06 14:10', 'back 06 14:15', 'leaving 06 15:20')).toEqual([140, 25, 115, '']);
    // seconds are cut, not rounded: 13:00 to 15:20 is what the note says, and so is the sum
    expect(bill('here 06 13:00:59', 'leaving 06 15:20:01')).toEqual([140, 0, 140, '']);
  });

  test('goes on over midnight, and over a change of the clock', () => {
    expect(bill('here 06 23:10', 'break 06 23:50', 'back 07 00:20', 'leaving 07 01:00')).toEqual([110, 30, 80, '']);
    // in New York the clock went back at 06:00 UTC on November 1: 11 pm to 3 am were five hours
    expect(bill('here 01 03:00', 'leaving 01 08:00')).toEqual([300, 0, 300, '']);
  });

  test('leaves out what is in doubt: a break that nobody ended lasts until the next noted time', () => {
    expect(bill('here 06 13:00', 'break 06 14:00', 'leaving 06 15:00')).toEqual([120, 60, 60, 'no-back']);
    expect(bill('here 06 13:00', 'break 06 13:30', 'break 06 14:00', 'back 06 14:10', 'leaving 06 15:00')).toEqual([120, 40, 80, 'no-back']);
    expect(bill('here 06 13:00', 'back 06 14:00', 'leaving 06 15:00')).toEqual([120, 0, 120, 'no-break']);
    expect(bill('here 06 13:00', 'break 06 14:50', 'back 06 15:30', 'leaving 06 15:00')).toEqual([120, 10, 110, 'outside']);
  });

  test('is not known before both ends are', () => {
    expect(bill()).toEqual([undefined, 0, undefined, '']);
    expect(bill('here 06 13:00', 'break 06 14:00')).toEqual([undefined, 0, undefined, '']);
    expect(bill('leaving 06 13:00')).toEqual([undefined, 0, undefined, 'no-arrival']);
    expect(bill('here 06 13:00', 'leaving 06 12:00')).toEqual([undefined, 0, undefined, 'left-before-arriving']);
    expect(bill('here 06 13:00', 'leaving 06 14:00', 'leaving 06 15:00')).toEqual([120, 0, 120, 'twice']);
  });

  test('does not hang on the order of pressing, and says where the tech is', () => {
    expect(bill('leaving 06 15:00', 'back 06 14:10', 'here 06 13:00', 'break 06 14:00')).toEqual([120, 10, 110, '']);
    expect(
      [[], ['here 06 13:00'], ['here 06 13:00', 'break 06 14:00'], ['here 06 13:00', 'leaving 06 14:00']].map((each) => whereabouts(noted(...each))),
    ).toEqual(['away', 'on-site', 'on-break', 'left']);
    expect([0, 59, 60, 125].map(spanWords)).toEqual(['0 h 0 min', '0 h 59 min', '1 h 0 min', '2 h 5 min']);
  });
});

test('the note has it all, and names the day of a time past midnight', () => {
  const items = [
    { id: 'greeted', title: 'The contact knows that you are here', level: 'must', note: false },
    { id: 'approved', title: 'Extra work is approved', level: 'must', note: true },
    { id: 'parts', title: 'The parts are with you', level: 'should', note: false },
  ] as const;
  const note = visitNote({
    card: 'On-site visit 1.0.0',
    items,
    ticked: new Set(['greeted', 'approved']),
    said: { contact: ' Carla ', done: 'Set up the printer', 'why:parts': 'The drive comes tomorrow' },
    times: timesOf(noted('here 07 03:30', 'break 07 04:50', 'back 07 05:10', 'leaving 07 06:00')),
    zone: ZONE,
  });
  expect(note).toBe(`On-site visit 1.0.0, Fri, Nov 6, 2026
Contact: Carla

In: 10:30 pm
Out: 1:00 am on Sat, Nov 7, 2026
Break: 11:50 pm to 12:10 am on Sat, Nov 7, 2026 (0 h 20 min)
On site 2 h 30 min, breaks 0 h 20 min. May be billed: 2 h 10 min

Done: Set up the printer
Found besides: not noted
Follow-ups: not noted

Ticked, 2 of 3:
- The contact knows that you are here
- Extra work is approved (no note)

Not ticked:
- The parts are with you: The drive comes tomorrow
`);
});

test('what a phone kept is taken only as far as it is a visit', () => {
  expect(
    visitFrom({ stamps: [{ mark: 'here', at: 5, more: 1 }, { mark: 'nap', at: 5 }, null], ticks: ['a', 7], said: { done: 'x', odd: {} }, panel: 3 }),
  ).toEqual({
    stamps: [{ mark: 'here', at: 5 }],
    ticks: ['a'],
    said: { done: 'x' },
    panel: '',
  });
  for (const kept of [undefined, null, 'x', [], 7]) expect(visitFrom(kept)).toEqual(noVisit);
});

describe('a template that is filled in', () => {
  test('keeps its blanks in braces, and knows where each value stands', () => {
    const parts = fill('Hello {who}, {what}. {more} {no-slot}', { who: '  Maria', what: 'it works.', more: ' ' });
    expect(textOf(parts)).toBe('Hello Maria, it works. {more} {no-slot}');
    expect(blanksIn(parts)).toEqual(['more']);
    expect(slotAt(parts, [6, 11])).toEqual({ slot: 'who', inside: { slot: 'who', span: [2, 7] } });
    expect(slotAt(parts, [4, 8])).toEqual({ slot: 'who' });
    expect(slotAt(parts, [0, 5])).toBeUndefined();
    expect([touchesBlank(parts, [20, 24]), touchesBlank(parts, [0, 22])]).toEqual([true, false]);
  });
});

describe('times in words', () => {
  test('are what a customer reads', () => {
    expect([0, 720, 900, 915, 1425].map(clockWords)).toEqual(['midnight', 'noon', '3 pm', '3:15 pm', '11:45 pm']);
    expect([30, 60, 0, -30].map((minutes) => timeFromNow(minutes, NOW, ZONE))).toEqual(['3:15 pm', '3:45 pm', '2:47 pm', '2:17 pm']);
    const late = new Date('2026-11-07T04:40:00Z');
    expect([20, 30, -30].map((minutes) => timeFromNow(minutes, late, ZONE))).toEqual(['midnight', '12:10 am tomorrow', '11:10 pm']);
  });

  test.each([
    ['3 pm', 13],
    ['3:15 p.m.', 28],
    ['15:00', 13],
    ["4 o'clock", 73],
    ['2 pm', -47],
    ['9 am tomorrow', 1093],
    ['tomorrow at 9 am', 1093],
    ['midnight', 553],
    ['9 am on Monday', 3973],
    ['November 7, 9 am', 1093],
    ['2026-11-07 09:00', 1093],
    ['Friday', 553],
    ['the end of the day', 553],
    ['in 2 hours', 120],
    ['half an hour from now', 30],
    ['soon', undefined],
    ['', undefined],
  ])('"%s" is %s minutes away', (words, minutes) => {
    expect(minutesAway(words, NOW, ZONE)).toBe(minutes);
  });

  test('a promise is warned of when it is over, or lies further off than customers are told', () => {
    expect(promiseWarning('3:47 pm', NOW, ZONE, 60)).toBeUndefined();
    expect(promiseWarning('3:48 pm', NOW, ZONE, 60)).toBe('This is 61 minutes away. While something is open, customers hear from us at least every hour.');
    expect(promiseWarning('9 am Monday', NOW, ZONE, 1440)).toBe(
      'This is 3 days away. While something is open, customers hear from us at least every 24 hours.',
    );
    expect(promiseWarning('2 pm', NOW, ZONE, undefined)).toBe('This time is over: our clock shows 2:47 pm. If you mean another day, name it.');
    expect(promiseWarning('9 am Monday', NOW, ZONE, undefined)).toBeUndefined();
    expect([1, 60, 90, 120, 150, 600].map(spanInWords)).toEqual(['1 minute', '1 hour', '90 minutes', '2 hours', '2 and a half hours', '10 hours']);
  });
});

describe('versions and the forge', () => {
  const change = (version: string) => ({ version, date: '2026-11-06', why: `Why ${version}` });
  const data = (title: string) => ({ title, changes: [change('1.1.0'), change('1.0.0')], version: '1.1.0' });

  test('each version is told against the one before it; an edit without a version of its own has no reason yet', () => {
    const versions = [NEXT, '1.1.0', '1.0.0'].map((id) => ({ id, data: data(id === NEXT ? 'New' : 'Old') }));
    const steps = stepsOf({ data: data('New'), versions: ['1.1.0', '1.0.0'] }, versions);
    expect(steps.map(({ id, from, change: own, found }) => [id, from, own?.why, found?.map(({ words }) => words)])).toEqual([
      [NEXT, '1.1.0', undefined, ['changes wording or order']],
      ['1.1.0', '1.0.0', 'Why 1.1.0', []],
      ['1.0.0', undefined, 'Why 1.0.0', undefined],
    ]);
    expect(stepsOf({ data: data('Card'), versions: [] }, []).map(({ id, found }) => [id, found])).toEqual([
      ['1.1.0', undefined],
      ['1.0.0', undefined],
    ]);
    expect(
      differenceLines([
        { weight: 'patch', words: 'rewords "A"' },
        { weight: 'major', words: 'adds "B" (must)' },
      ]),
    ).toEqual(['Adds "B" (must)', 'Rewords "A"']);
  });

  test('the address is GitLab’s where the host says gitlab, else GitHub’s', () => {
    expect(forgeAddress('https://github.com/a/b.git', 'edit', 'checklists/x.yaml')).toBe('https://github.com/a/b/edit/main/checklists/x.yaml');
    expect(forgeAddress('https://gitlab.example/a/b/', 'edit', 'checklists/x.yaml')).toBe('https://gitlab.example/a/b/-/edit/main/checklists/x.yaml');
    expect(forgeAddress('https://gitlab.example/a/b', 'commits', 'checklists/x.yaml')).toBe('https://gitlab.example/a/b/-/commits/main/checklists/x.yaml');
  });
});
