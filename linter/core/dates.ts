const LAST_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const MS_A_DAY = 86_400_000;

/** Whether the text is a day that exists in the calendar, as `YYYY-MM-DD`. By hand: `Date` is slow at it, and a run has a hundred days. */
export function isDay(text: string): boolean {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return false;
  const year = numberAt(text, 0, 4);
  const month = numberAt(text, 5, 7);
  const day = numberAt(text, 8, 10);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return year >= 0 && month >= 1 && day >= 1 && day <= (month === 2 && leap ? 29 : (LAST_DAYS[month - 1] ?? 0));
}

/** The number that digits of a text stand for; NaN where another character stands among them. */
function numberAt(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}

/** The day `count` days after `day`; negative counts go back. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * MS_A_DAY).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`, negative when `to` is the earlier one. */
export function daysBetween(from: string, to: string): number {
  return numberOf(to) - numberOf(from);
}

/** The number of a day, counted in a calendar whose years begin in March: there the leap day comes last. By hand, for `Date` is slow at it too. */
function numberOf(day: string): number {
  const month = (numberAt(day, 5, 7) + 9) % 12;
  const year = numberAt(day, 0, 4) - (month > 9 ? 1 : 0);
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return year * 365 + leapDays + Math.floor((month * 153 + 2) / 5) + numberAt(day, 8, 10);
}

/** The calendar day at an instant in an IANA zone; throws RangeError on a zone the platform does not know. */
export function dayIn(zone: string, at: Date): string {
  // en-CA writes days as YYYY-MM-DD
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
}
