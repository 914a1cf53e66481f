/** A period of days, both ends included: ISO dates, or empty for an open end. */
export interface SearchPeriod {
  readonly from: string;
  readonly to: string;
}

/**
 * Parses a period of two dates, each a year, a month or a day (`2026`, `2026-01`, `2026-01-06`). What is
 * not a date is an open end. Ends in the wrong order are exchanged.
 */
export function parsePeriod(from: string, to: string): SearchPeriod {
  const [start, end] = [rangeOf(from), rangeOf(to)];
  if (start && end && start[0] > end[1]) return { from: end[0], to: start[1] };
  return { from: start?.[0] ?? '', to: end?.[1] ?? '' };
}

/** The first and last day of a year, month or day. */
function rangeOf(date: string): readonly [first: string, last: string] | undefined {
  const [, year = '', month, day] =
    /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/u.exec(date.trim()) ?? [];
  if (!year || year === '0000') return undefined;
  if (month === undefined) return [`${year}-01-01`, `${year}-12-31`];
  if (month < '01' || month > '12') return undefined;
  const last = lastDay(Number(year), Number(month));
  if (day === undefined) return [`${year}-${month}-01`, `${year}-${month}-${last}`];
  return day < '01' || Number(day) > last ? undefined : [date.trim(), date.trim()];
}

function lastDay(year: number, month: number): number {
  const date = new Date(Date.UTC(2000, month, 0));
  date.setUTCFullYear(year, month, 0);
  return date.getUTCDate();
}

/** The years of a period. */
export function yearsOf({ from, to }: SearchPeriod): readonly [first: number, last: number] {
  return [from ? Number(from.slice(0, 4)) : 0, to ? Number(to.slice(0, 4)) : Infinity];
}

/**
 * The values of the index for a period: as few years, months and days as make it up. An open end is that
 * of `years`, the years of the index. Empty for the whole index.
 */
export function datesOf(
  { from, to }: SearchPeriod,
  [firstYear, lastYear]: readonly [number, number],
): string[] {
  if (from === '' && to === '') return [];
  const start = later(from, `${fourDigits(firstYear)}-01-01`);
  const end = earlier(to || '9999-12-31', `${fourDigits(lastYear)}-12-31`);
  return start > end ? ['none'] : split(start, end);
}

function split(start: string, end: string): string[] {
  const values: string[] = [];
  let [year = 0, month = 1, day = 1] = start.split('-').map(Number);
  for (;;) {
    const name = fourDigits(year);
    const monthName = `${name}-${twoDigits(month)}`;
    const days = lastDay(year, month);
    if (`${monthName}-${twoDigits(day)}` > end) return values;
    if (month === 1 && day === 1 && `${name}-12-31` <= end) {
      values.push(name);
      year += 1;
    } else if (day === 1 && `${monthName}-${days}` <= end) {
      values.push(monthName);
      month += 1;
    } else {
      values.push(`${monthName}-${twoDigits(day)}`);
      day += 1;
    }
    if (day > days) [day, month] = [1, month + 1];
    if (month > 12) [month, year] = [1, year + 1];
  }
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}

function earlier(one: string, other: string): string {
  return one < other ? one : other;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

function fourDigits(number: number): string {
  return String(number).padStart(4, '0');
}
