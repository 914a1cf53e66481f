import { TZDate } from '@date-fns/tz';

export interface FeedDate {
  /** `2026-01-06`, or `2026-01-06T18:30:00+09:00`. */
  readonly date: string;
  /** What had to be assumed, if anything had. */
  readonly doubt?: string;
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Zone names of RFC 822, and those that feeds use without asking; hours and minutes east. */
const zones: Readonly<Record<string, string>> = {
  z: '+00:00',
  ut: '+00:00',
  utc: '+00:00',
  gmt: '+00:00',
  wet: '+00:00',
  west: '+01:00',
  bst: '+01:00',
  cet: '+01:00',
  cest: '+02:00',
  eet: '+02:00',
  eest: '+03:00',
  msk: '+03:00',
  jst: '+09:00',
  kst: '+09:00',
  hkt: '+08:00',
  sgt: '+08:00',
  aest: '+10:00',
  aedt: '+11:00',
  nzst: '+12:00',
  nzdt: '+13:00',
  est: '-05:00',
  edt: '-04:00',
  cst: '-06:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
};

const rfc822 =
  /^(?:[a-z]+\.?,?\s+)?(?<day>\d{1,2})[\s-]+(?<month>[a-z]{3})[a-z]*\.?[\s-]+(?<year>\d{4}|\d{2})(?:,?\s+(?<time>\d{1,2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s*(?<zone>[+-]\d{1,2}:?\d{2}|[a-z]+)?(?:\s*\([^)]*\))?)?$/iu;
const iso =
  /^(?<year>\d{4})-?(?<month>\d{2})-?(?<day>\d{2})(?:[t\s]+(?<time>\d{2}:\d{2}(?::\d{2})?)(?:[.,]\d+)?\s*(?<zone>[+-]\d{1,2}(?::?\d{2})?|[a-z]+)?)?$/iu;

/**
 * Reads a feed's date: RFC 822 with its odd forms (two-digit years, zone names, no weekday, no
 * seconds) and ISO 8601. A time without a zone is one of `timeZone`, an unknown zone likewise;
 * both are said in `doubt`. Gives undefined for what is no date: none is made up.
 */
export function readFeedDate(text: string, timeZone: string): FeedDate | undefined {
  const trimmed = text.trim();
  const groups = (rfc822.exec(trimmed) ?? iso.exec(trimmed))?.groups;
  if (!groups) return undefined;
  const year = fullYear(groups['year'] ?? '');
  const name = groups['month'] ?? '';
  const month = /^\d/u.test(name) ? Number(name) : months.indexOf(name.toLowerCase()) + 1;
  const day = toDay(year, month, Number(groups['day']));
  if (day === undefined) return undefined;
  const clock = groups['time'];
  if (clock === undefined) return { date: day };
  const time = toTime(clock);
  if (time === undefined) return undefined;
  const zone = groups['zone'];
  const offset = zone === undefined ? undefined : toOffset(zone);
  if (offset !== undefined) return { date: `${day}T${time}${offset}` };
  const local = `${day}T${time}${offsetIn(timeZone, day, time)}`;
  const cause = zone === undefined ? 'it names no zone' : `its zone ${zone} is not known`;
  return { date: local, doubt: `${cause}; read as a time of ${timeZone}` };
}

/** RFC 2822, 4.3: two digits below 50 are of this century. */
function fullYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

function toDay(year: number, month: number, day: number): string | undefined {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const exists = year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : undefined;
}

function toTime(clock: string): string | undefined {
  const [hour = '', minute = '', second = '00'] = clock.split(':');
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return undefined;
  // A leap second is one that clocks do not show.
  return `${hour.padStart(2, '0')}:${minute}:${second === '60' ? '59' : second}`;
}

function toOffset(zone: string): string | undefined {
  const named = zones[zone.toLowerCase()];
  if (named !== undefined) return named;
  const [, sign, hours = '', minutes = '00'] = /^([+-])(\d{1,2}?):?(\d{2})?$/u.exec(zone) ?? [];
  if (sign === undefined || Number(hours) > 14 || Number(minutes) > 59) return undefined;
  return `${sign}${hours.padStart(2, '0')}:${minutes}`;
}

function offsetIn(timeZone: string, day: string, time: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number);
  const local = new TZDate(year, month - 1, date, hour, minute, second, timeZone);
  const east = -local.getTimezoneOffset();
  const size = Math.abs(east);
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${east < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}
