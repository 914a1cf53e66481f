/** How long ago something was, in the largest unit that is at least one. */
interface Age {
  readonly count: number;
  readonly unit: 'minute' | 'hour' | 'day' | 'month' | 'year';
}

const minute = 60_000;
const hour = 3_600_000;
const day = 86_400_000;

/**
 * How long before `now` (milliseconds) a date was: a calendar day (`2026-01-06`) by days of the
 * calendar in `timeZone`, an instant (`2026-01-06T18:30+09:00`) also by hours and minutes.
 * Months and years are whole ones; for those the calendar is that of UTC. Undefined for what is still to come: a reader's clock may
 * be wrong, and nothing was ever published "in 3 hours".
 */
export function ageOf(date: string, now: number, timeZone: string): Age | undefined {
  if (date.length > 10) {
    const passed = now - Date.parse(date);
    if (!(passed >= 0)) return undefined;
    if (passed < hour) return { count: Math.floor(passed / minute), unit: 'minute' };
    if (passed < day) return { count: Math.floor(passed / hour), unit: 'hour' };
  }
  const written = date.slice(0, 10);
  // Asking for a zone takes its time, and what is months ago is so in any.
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

/** The calendar day of an instant in a zone, else in UTC, as `2026-01-06`. */
function dayIn(instant: number, timeZone: string | undefined): string {
  if (timeZone === undefined || timeZone === 'UTC')
    return new Date(instant).toISOString().slice(0, 10);
  // Swedish writes dates as ISO 8601 does.
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(instant);
}

/**
 * How many years more than which a day (`2026-01-06`) is old at an instant (milliseconds): on its
 * first anniversary still none. It counts by the day before in UTC, and so is never too many,
 * in whatever zone the day was.
 */
export function yearsOlderThan(date: string, now: number): number {
  const passed = new Date(now - day).toISOString();
  const years = Number(passed.slice(0, 4)) - Number(date.slice(0, 4));
  return Math.max(0, years - (passed.slice(5, 10) < date.slice(5) ? 1 : 0));
}
