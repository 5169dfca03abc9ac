import { clockIn } from './times.ts';

const MS_A_MINUTE = 60_000;

/** Minutes on the wall clock of a zone, counted from a day long past: differences of two such counts are what a clock on the wall shows. */
export function wallMinutes(at: Date, zone: string): number {
  return Date.parse(`${clockIn(at, zone).replace(' ', 'T')}:00Z`) / MS_A_MINUTE;
}

/** A time of day as a customer reads it: "3 pm", "3:15 pm", "noon", "midnight". */
export function clockWords(minutes: number): string {
  const ofDay = ((minutes % 1440) + 1440) % 1440;
  const [hour, minute] = [Math.floor(ofDay / 60), ofDay % 60];
  if (minute === 0 && hour % 12 === 0) return hour === 0 ? 'midnight' : 'noon';
  return `${hour % 12 || 12}${minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`} ${hour < 12 ? 'am' : 'pm'}`;
}

/** The time so many minutes from now, in words. One that is yet to come is set back to the last five minutes: a promise is kept early, never late. */
export function timeFromNow(minutes: number, now: Date, zone: string): string {
  const here = wallMinutes(now, zone);
  const then = wallMinutes(new Date(now.getTime() + minutes * MS_A_MINUTE), zone);
  const at = minutes > 0 ? then - (then % 5) : then;
  const days = Math.floor(at / 1440) - Math.floor(here / 1440);
  // midnight is the one that comes next, to everybody who reads it
  if (days === 1 && at % 1440 === 0) return 'midnight';
  return `${clockWords(at)}${days === 1 ? ' tomorrow' : days === -1 ? ' yesterday' : ''}`;
}
