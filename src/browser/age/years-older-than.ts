const dayLong = 86_400_000;

/**
 * How many years more than which a day (`2026-01-06`) is old at an instant (milliseconds): on its
 * first anniversary still none. It counts by the day before in UTC, and so is never too many,
 * in whatever zone the day was.
 */
export function yearsOlderThan(day: string, now: number): number {
  const passed = new Date(now - dayLong).toISOString();
  const years = Number(passed.slice(0, 4)) - Number(day.slice(0, 4));
  return Math.max(0, years - (passed.slice(5, 10) < day.slice(5) ? 1 : 0));
}
