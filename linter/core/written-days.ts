import { isDay } from './dates.ts';

/** What comes first in a date like 11/04/2026. */
export type DayOrder = 'mdy' | 'dmy' | 'ymd';

const NUMBERS = /^(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4}|\d{2})(?!\d)/;
const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/;
const DAY_AND_NAME = /^(?:[a-z]{3,9},?\s+)?(\d{1,2})[-\s.]+([a-z]{3,9})\.?[-\s,]+(\d{4})(?!\d)/i;
const NAME_AND_DAY = /^(?:[a-z]{3,9},?\s+)?([a-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})(?!\d)/i;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The order that dates of one file show: where a number above 12 stands, that is the day. Undefined where none shows it, or they disagree. */
export function orderOf(texts: Iterable<string>): 'mdy' | 'dmy' | undefined {
  const seen = new Set<'mdy' | 'dmy'>();
  for (const text of texts) {
    const [, first, mark, second] = NUMBERS.exec(text) ?? [];
    if (mark === '.') continue;
    if (Number(first) > 12) seen.add('dmy');
    if (Number(second) > 12) seen.add('mdy');
  }
  return seen.size === 1 ? [...seen][0] : undefined;
}

/** A date of an export as YYYY-MM-DD, its time left out; undefined where it can be read two ways, or not at all. */
export function dayFrom(text: string, order: DayOrder | undefined): string | undefined {
  const [, year, month, day] = YEAR_FIRST.exec(text) ?? [];
  if (year) return dayOf(year, month, day);
  const [, a = '', mark, b = '', c = ''] = NUMBERS.exec(text) ?? [];
  // with dots the day comes first wherever dates are written so
  if (a) return inOrder(a, b, c, order ?? (mark === '.' || a === b ? 'dmy' : undefined));
  const [, date, name = '', in_] = DAY_AND_NAME.exec(text) ?? [];
  if (date) return dayOf(in_, monthOf(name), date);
  const [, title = '', number, of] = NAME_AND_DAY.exec(text) ?? [];
  return number ? dayOf(of, monthOf(title), number) : undefined;
}

function inOrder(a: string, b: string, c: string, order: DayOrder | undefined): string | undefined {
  const century = (year: string): string => (year.length === 2 ? `20${year}` : year);
  if (order === 'mdy') return dayOf(century(c), a, b);
  if (order === 'dmy') return dayOf(century(c), b, a);
  return order === 'ymd' && c.length === 2 ? dayOf(century(a.padStart(2, '0')), b, c) : undefined;
}

function monthOf(name: string): string {
  return String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1);
}

function dayOf(year = '', month = '', day = ''): string | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(text) ? text : undefined;
}
