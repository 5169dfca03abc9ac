import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysBetween, isDay } from '../linter/core/dates.ts';

const day = fc.integer({ min: 0, max: 9999 * 366 - 8000 }).map((count) => addDays('0000-01-01', count));

test('days between two days are those of the platform’s calendar', () => {
  fc.assert(
    fc.property(day, day, (from, to) => {
      expect(isDay(from)).toBe(true);
      expect(daysBetween(from, to)).toBe((Date.parse(to) - Date.parse(from)) / 86_400_000);
    }),
    { numRuns: 5000 },
  );
});
