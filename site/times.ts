/** A day as it is read out: "Fri, Nov 6, 2026". */
export function dayWords(day: string): string {
  return spell(day, { weekday: 'short', month: 'short', day: 'numeric', year: 'numeric' });
}

/** A day in full: "Friday, November 6, 2026". */
export function longDay(day: string): string {
  return spell(day, { weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' });
}

/** A day of a year that is clear: "Nov 6". */
export function shortDay(day: string): string {
  return spell(day, { month: 'short', day: 'numeric' });
}

function spell(day: string, options: Intl.DateTimeFormatOptions): string {
  return clock('en-US', { ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** To make a formatter takes the platform longer than to format a thousand days, and much memory. */
function clock(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${Object.entries(options).join()}`;
  const made = clocks.get(key) ?? new Intl.DateTimeFormat(locale, options);
  clocks.set(key, made);
  return made;
}

/** "today", "tomorrow", "in 5 days", "3 days ago". */
export function awayWords(days: number): string {
  if (days === 0) return 'today';
  if (Math.abs(days) === 1) return days > 0 ? 'tomorrow' : 'yesterday';
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}

/** A number with its noun: "1 item", "3 items". */
export function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** A time of day at a site, in the site's zone: "18:00 EST (America/New_York)", and what our clock shows then. */
export function timeWords(day: string, time: string, zone: string, ours: string): string {
  const instant = instantOf(day, time, zone);
  if (!instant) return `${time} (${zone})`;
  const there = `${time} ${abbreviation(instant, zone)} (${zone})`;
  const here = clockIn(instant, ours);
  return here === clockIn(instant, zone) ? there : `${there}, ${here.slice(-5)} ${abbreviation(instant, ours)} here`;
}

/** The instant of a wall clock's day and time; undefined where the platform does not know the zone. */
function instantOf(day: string, time: string, zone: string): Date | undefined {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  try {
    let guess = wanted;
    // twice: the first step may land on the other side of a clock change
    for (let step = 0; step < 2; step += 1) guess += wanted - Date.parse(`${clockIn(new Date(guess), zone).replace(' ', 'T')}:00Z`);
    return Number.isNaN(guess) ? undefined : new Date(guess);
  } catch {
    return undefined;
  }
}

/** Day and time as a clock in the zone shows them: "2026-11-06 18:00". */
export function clockIn(instant: Date, zone: string): string {
  // sv-SE writes days and times as YYYY-MM-DD HH:MM
  return clock('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(instant);
}

function abbreviation(instant: Date, zone: string): string {
  const parts = clock('en-US', { timeZone: zone, timeZoneName: 'short' }).formatToParts(instant);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
}
