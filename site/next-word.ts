import { minutesOf } from '../linter/engine.ts';
import { clockWords, wallMinutes } from './said-times.ts';

const DAY = 1440;
const MS_A_DAY = 86_400_000;
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const MONTH = `(${MONTHS.map((month) => `${month}|${month.slice(0, 3)}`).join('|')})`;

/** Minutes from now to the time that somebody wrote, such as "3 pm", "9 am tomorrow", "Friday" or "in 2 hours"; below zero once it is over, undefined where no time is named. */
export function minutesAway(words: string, now: Date, zone: string): number | undefined {
  const text = words.toLowerCase();
  const here = wallMinutes(now, zone);
  const today = Math.floor(here / DAY);
  const clock = clockNamed(text, here % DAY);
  const day = dayNamed(text, today);
  if (clock === undefined) return day === undefined ? minutesOf(text) : (day + 1) * DAY - here;
  const away = (day ?? today) * DAY + clock - here;
  // late in the evening "12:30 am" is the coming one
  return day === undefined && away < -DAY / 2 ? away + DAY : away;
}

/** Minutes from midnight to the time of day that the words name. */
function clockNamed(text: string, now: number): number | undefined {
  const [, hour, minute = '0', half] = /\b(\d{1,2})(?:[:.](\d{2}))?\s*([ap])\.?m\b/.exec(text) ?? [];
  if (hour !== undefined) return ((Number(hour) % 12) + (half === 'p' ? 12 : 0)) * 60 + Number(minute);
  const [, of24, past] = /\b([01]?\d|2[0-3])[:.]([0-5]\d)\b/.exec(text) ?? [];
  if (of24 !== undefined) return Number(of24) * 60 + Number(past);
  if (/\b(noon|midday)\b/.test(text)) return DAY / 2;
  if (/\bmidnight\b/.test(text)) return DAY;
  const [, plain] = /\b(\d{1,2}) o'clock\b/.exec(text.replaceAll('’', "'")) ?? [];
  if (plain === undefined) return undefined;
  // the next time that a clock without halves shows it
  const first = (Number(plain) % 12) * 60;
  return first >= now ? first : first + DAY / 2;
}

/** The day that the words name, counted as `today` is. */
function dayNamed(text: string, today: number): number | undefined {
  if (/\btomorrow\b/.test(text)) return today + 1;
  if (/\b(today|tonight|end of (the )?(business |working )?day|close of business)\b/.test(text)) return today;
  const [, year, month, date] = /\b(\d{4})-(\d\d)-(\d\d)\b/.exec(text) ?? [];
  if (year !== undefined) return Date.UTC(Number(year), Number(month) - 1, Number(date)) / MS_A_DAY;
  const weekday = WEEKDAYS.findIndex((each) => text.includes(each));
  // the first day of the count was a Thursday
  const coming = weekday === -1 ? undefined : today + ((weekday - ((today + 4) % 7) + 7) % 7);
  return dateNamed(text, today) ?? coming;
}

/** "November 6" and "6 November": this year's, or next year's where it is long over. */
function dateNamed(text: string, today: number): number | undefined {
  const found = new RegExp(`\\b${MONTH}\\.? (\\d{1,2})\\b`).exec(text) ?? new RegExp(`\\b(\\d{1,2})\\.? ${MONTH}\\b`).exec(text);
  if (!found) return undefined;
  const [name = '', date] = /^\d/.test(found[1] ?? '') ? [found[2], found[1]] : [found[1], found[2]];
  const month = MONTHS.findIndex((each) => each.startsWith(name.slice(0, 3)));
  const year = new Date(today * MS_A_DAY).getUTCFullYear();
  const day = (of: number): number => Date.UTC(of, month, Number(date)) / MS_A_DAY;
  return day(year) < today - 180 ? day(year + 1) : day(year);
}

/** What to warn of when the next word is promised: it is over already, or lies further off than customers are told (`most` minutes; undefined where nothing is open). */
export function promiseWarning(words: string, now: Date, zone: string, most: number | undefined): string | undefined {
  const away = minutesAway(words, now, zone);
  if (away === undefined) return undefined;
  if (away < 0) return `This time is over: our clock shows ${clockWords(wallMinutes(now, zone))}. If you mean another day, name it.`;
  if (most === undefined || away <= most) return undefined;
  return `This is ${spanInWords(away)} away. While something is open, customers hear from us at least every ${most === 60 ? 'hour' : spanInWords(most)}.`;
}

/** "45 minutes", "1 hour", "90 minutes", "2 and a half hours", "3 days": from two hours on to the nearest half, from two days on to the nearest day. */
export function spanInWords(minutes: number): string {
  if (minutes === 60) return '1 hour';
  if (minutes < 120) return `${minutes} minute${minutes === 1 ? '' : 's'}`;
  if (minutes >= 2 * DAY) return `${Math.round(minutes / DAY)} days`;
  const halves = Math.round(minutes / 30);
  return `${Math.floor(halves / 2)}${halves % 2 === 0 ? '' : ' and a half'} hours`;
}
