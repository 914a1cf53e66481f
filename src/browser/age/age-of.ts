/** How long ago something was, in the largest unit that is at least one. */
export interface Age {
  readonly count: number;
  readonly unit: 'minute' | 'hour' | 'day' | 'month' | 'year';
}

const minute = 60_000;
const hour = 60 * minute;

/**
 * How long before `now` (milliseconds) a date was: a calendar day (`2026-01-06`) by days of the
 * calendar in `timeZone`, an instant (`2026-01-06T18:30+09:00`) also by hours and minutes.
 * Months and years are whole ones. Undefined for what is still to come: a reader's clock may
 * be wrong, and nothing was ever published "in 3 hours".
 */
export function ageOf(date: string, now: number, timeZone: string): Age | undefined {
  if (date.length > 10) {
    const passed = now - Date.parse(date);
    if (!(passed >= 0)) return undefined;
    if (passed < hour) return { count: Math.floor(passed / minute), unit: 'minute' };
    if (passed < 24 * hour) return { count: Math.floor(passed / hour), unit: 'hour' };
  }
  const day = date.length > 10 ? dayIn(Date.parse(date), timeZone) : date;
  const today = dayIn(now, timeZone);
  if (today < day) return undefined;
  const months = monthsBetween(day, today);
  if (months >= 12) return { count: Math.floor(months / 12), unit: 'year' };
  if (months >= 1) return { count: months, unit: 'month' };
  return { count: (Date.parse(today) - Date.parse(day)) / (24 * hour), unit: 'day' };
}

/** How many years more than which a day is old: on its first anniversary still none. */
export function yearsOlderThan(day: string, now: number, timeZone: string): number {
  const yesterday = dayIn(now - 24 * hour, timeZone);
  return Math.max(0, Math.floor(monthsBetween(day.slice(0, 10), yesterday) / 12));
}

function monthsBetween(from: string, to: string): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split('-').map(Number);
  const [year = 0, month = 0, day = 0] = to.split('-').map(Number);
  return (year - fromYear) * 12 + month - fromMonth - (day < fromDay ? 1 : 0);
}

/** The calendar day of an instant in a zone, as `2026-01-06`. */
function dayIn(instant: number, timeZone: string): string {
  // Swedish writes dates as ISO 8601 does.
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(instant);
}
