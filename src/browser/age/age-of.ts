/** An age in the largest unit of which at least one has passed. */
interface Age {
  readonly count: number;
  readonly unit: 'minute' | 'hour' | 'day' | 'month' | 'year';
}

const minute = 60_000;
const hour = 3_600_000;
const day = 86_400_000;

/**
 * The age of a date at `now` (milliseconds). A calendar date (`2026-01-06`) is counted in calendar
 * days in `timeZone`, an instant (`2026-01-06T18:30+09:00`) also in hours and minutes. Months and
 * years are complete ones, counted in UTC. Undefined for a date in the future: the reader's clock
 * may be wrong, and no article was published "in 3 hours".
 */
export function ageOf(date: string, now: number, timeZone: string): Age | undefined {
  if (date.length > 10) {
    const passed = now - Date.parse(date);
    if (!(passed >= 0)) return undefined;
    if (passed < hour) return { count: Math.floor(passed / minute), unit: 'minute' };
    if (passed < day) return { count: Math.floor(passed / hour), unit: 'hour' };
  }
  const written = date.slice(0, 10);
  // Converting to a zone is slow, and makes no difference for an age of months.
  const isFar = now - Date.parse(written) > 45 * day;
  const zone = isFar ? undefined : timeZone;
  const first = date.length > 10 ? dayIn(Date.parse(date), zone) : date;
  const today = dayIn(now, zone);
  if (today < first) return undefined;
  const months = monthsBetween(first, today);
  if (months >= 12) return { count: Math.floor(months / 12), unit: 'year' };
  if (months >= 1) return { count: months, unit: 'month' };
  return { count: (Date.parse(today) - Date.parse(first)) / day, unit: 'day' };
}

function monthsBetween(from: string, to: string): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split('-').map(Number);
  const [year = 0, month = 0, day = 0] = to.split('-').map(Number);
  return (year - fromYear) * 12 + month - fromMonth - (day < fromDay ? 1 : 0);
}

/** The calendar date of an instant in a zone (default UTC), as `2026-01-06`. */
function dayIn(instant: number, timeZone: string | undefined): string {
  if (timeZone === undefined || timeZone === 'UTC')
    return new Date(instant).toISOString().slice(0, 10);
  // The Swedish format is that of ISO 8601.
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(instant);
}

/**
 * The complete years since a date (`2026-01-06`) at `now` (milliseconds), counted to the day before
 * `now` in UTC: 0 on the first anniversary. So the result is never too high, in any time zone.
 */
export function yearsOlderThan(date: string, now: number): number {
  const passed = new Date(now - day).toISOString();
  const years = Number(passed.slice(0, 4)) - Number(date.slice(0, 4));
  return Math.max(0, years - (passed.slice(5, 10) < date.slice(5) ? 1 : 0));
}
