import { isDay } from './dates.ts';

/** How a day or a time may be meant that is written in another form: several where it can be read in several ways. */
export interface Readings {
  readonly texts: readonly string[];
  /** It can be read in one way only. */
  readonly sure: boolean;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const LONG = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$|^(\d{4})()(\d{2})(\d{2})$/;
const DOTS = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/;
const SLASHES = /^(\d{1,2})([-/])(\d{1,2})\2(\d{4})$/;
const DAY_MONTH = /^(\d{1,2})(?:st|nd|rd|th|\.)?(?: |-)([a-z]{3,9})\.?(?:,? |-)(\d{4})$/i;
const MONTH_DAY = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i;

/** What a program for letters makes of a hyphen. */
const DASHES = /[\u2010-\u2015\u2212]/g;

/** The days that a text may mean, as `YYYY-MM-DD`; none that the calendar does not have. With dots the day comes first. */
export function dayReadings(written: string): Readings {
  const text = written.trim().normalize('NFKC').replaceAll(DASHES, '-');
  const first = YEAR_FIRST.exec(text);
  if (first) return readings(dayOf(first[1] ?? first[5], first[3] ?? first[7], first[4] ?? first[8]));
  const dots = DOTS.exec(text);
  if (dots) return readings(dayOf(dots[3], dots[2], dots[1]));
  const slashes = SLASHES.exec(text);
  if (slashes) return readings(dayOf(slashes[4], slashes[1], slashes[3]), dayOf(slashes[4], slashes[3], slashes[1]));
  const dayMonth = DAY_MONTH.exec(text);
  if (dayMonth) return readings(dayOf(dayMonth[3], monthOf(dayMonth[2]), dayMonth[1]));
  const monthDay = MONTH_DAY.exec(text);
  return monthDay ? readings(dayOf(monthDay[3], monthOf(monthDay[1]), monthDay[2])) : readings();
}

const CLOCK = /^(\d{1,2})[.:](\d{2})(?: ?h)?$/i;
const HALVES = /^(\d{1,2})(?:[.:](\d{2}))? ?([ap])\.?m\.?$/i;

/** The times that a text may mean, as `HH:MM`. `9.30` may be in the evening, and of 12 am and 12 pm people disagree. */
export function timeReadings(written: string): Readings {
  const text = written.trim();
  const [, hours, minutes = '00', half] = HALVES.exec(text) ?? CLOCK.exec(text) ?? [];
  const hour = Number(hours);
  if (hours === undefined || Number(minutes) > 59) return readings();
  const time = (at: number): string => `${String(at).padStart(2, '0')}:${minutes}`;
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return readings();
    if (hour === 12) return readings(time(0), time(12));
    return readings(time(half.toLowerCase() === 'p' ? hour + 12 : hour));
  }
  if (hour > 23) return readings();
  return hour > 12 || hours.startsWith('0') ? readings(time(hour)) : readings(time(hour), time((hour + 12) % 24));
}

function readings(...texts: readonly (string | undefined)[]): Readings {
  const all = [...new Set(texts.filter((each) => each !== undefined))];
  return { texts: all, sure: all.length === 1 };
}

function dayOf(year = '', month: string | undefined = '', day = ''): string | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(text) ? text : undefined;
}

function monthOf(name = ''): string {
  const lower = name.toLowerCase();
  const at = Math.max(MONTHS.indexOf(lower === 'sept' ? 'sep' : lower), LONG.indexOf(lower));
  return String(at + 1);
}
