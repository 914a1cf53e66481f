import { TZDate } from '@date-fns/tz';

/**
 * A calendar day, which no time zone moves, or an instant. Both keep `day`, the day as written,
 * which addresses and archives use.
 */
export type NewsDate =
  | { readonly precision: 'day'; readonly day: string }
  | {
      readonly precision: 'instant';
      readonly day: string;
      /** ISO 8601 with offset: `2026-01-06T18:30:00+09:00`. */
      readonly instant: string;
    };

/** A date as written, before the publication's time zone is applied. */
export interface WrittenDate {
  /** `2026-01-06` */
  readonly day: string;
  /** `18:30:00` */
  readonly time?: string;
  /** `+09:00`. Without an offset, the time is in the publication's zone. */
  readonly offset?: string;
}

const form =
  /^(?<year>\d{4})-(?<month>\d{2})-(?<date>\d{2})(?:(?:[Tt]|\s+)(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,]\d+)?)?\s*(?<offset>[Zz]|UTC|GMT|[+\-\u2212]\d{1,2}(?::?\d{2})?)?)?$/u;

/**
 * Parses `2026-01-06`, `2026-01-06T18:30+09:00`, and the forms of Jekyll and Hugo (`2026-01-06
 * 18:30:00 +0900`, `… -4`, `2026-01-06 5:00:00`). Undefined for other forms, for days that do not
 * exist and for offsets beyond ±14:00 (the widest in use, IANA tzdata).
 */
export function parseWrittenDate(text: string): WrittenDate | undefined {
  const groups = form.exec(text.trim())?.groups;
  if (!groups) return undefined;
  const { year = '', month = '', date = '', hour, minute, second = '00', offset } = groups;
  if (Number(year) < 1 || !isCalendarDay(Number(year), Number(month), Number(date)))
    return undefined;
  const day = `${year}-${month}-${date}`;
  if (hour === undefined || minute === undefined) return { day };
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const time = `${hour.padStart(2, '0')}:${minute}:${second}`;
  if (offset === undefined) return { day, time };
  const normal = normalOffset(offset);
  return normal === undefined ? undefined : { day, time, offset: normal };
}

function isCalendarDay(year: number, month: number, date: number): boolean {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return date >= 1 && date <= (days[month - 1] ?? 0);
}

function normalOffset(offset: string): string | undefined {
  if (/^(?:z|utc|gmt)$/iu.test(offset)) return '+00:00';
  const [, sign = '', hours = '', minutes = '00'] =
    /^([+-])(\d{1,2}?):?(\d{2})?$/u.exec(offset.replace('\u2212', '-')) ?? [];
  const total = Number(hours) * 60 + Number(minutes);
  const valid = hours !== '' && Number(minutes) < 60 && total <= 14 * 60;
  return valid ? `${sign}${hours.padStart(2, '0')}:${minutes}` : undefined;
}

/** Applies the time zone of the publication (IANA name) to a written date without an offset. */
export function createNewsDate(written: WrittenDate, timeZone: string): NewsDate {
  const { day, time, offset } = written;
  if (time === undefined) return { precision: 'day', day };
  const instant =
    offset === undefined ? inZone(day, time, timeZone) : `${day}T${time}${offset}`;
  return { precision: 'instant', day, instant };
}

/**
 * The start of a date in milliseconds since 1970: for a day, its first moment in `timeZone`.
 * Determines the order of lists and the release of scheduled articles.
 */
export function startOf(date: NewsDate, timeZone: string): number {
  if (date.precision === 'instant') return Date.parse(date.instant);
  const key = `${date.day} ${timeZone}`;
  const start = starts.get(key) ?? startOfDay(date.day, timeZone);
  starts.set(key, start);
  return start;
}

/** A cache of day starts: many articles share a day, and time zone lookups are slow. */
const starts = new Map<string, number>();

function startOfDay(written: string, timeZone: string): number {
  const [year = 0, month = 1, day = 1] = written.split('-').map(Number);
  const start = new TZDate(0, timeZone);
  start.setFullYear(year, month - 1, day);
  start.setHours(0, 0, 0, 0);
  return start.getTime();
}

/** The machine form of `<time datetime>`: `2026-01-06`, `2026-01-06T18:30+09:00`. */
export function toMachineDate(date: NewsDate): string {
  return date.precision === 'day'
    ? date.day
    : date.instant.replace(/(T\d{2}:\d{2}):00(?:\.0+)?/u, '$1');
}

/** Whether `later` is before `earlier`, at the precision of both. */
export function isBefore(later: NewsDate, earlier: NewsDate, timeZone: string): boolean {
  if (later.precision === 'day' || earlier.precision === 'day') return later.day < earlier.day;
  return startOf(later, timeZone) < startOf(earlier, timeZone);
}

/**
 * A local time with its offset. A time in a DST gap moves forward by the gap. Of a repeated time,
 * the first is used.
 */
function inZone(day: string, time: string, timeZone: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number);
  const local = new TZDate(0, timeZone);
  local.setFullYear(year, month - 1, date);
  local.setHours(hour, minute, second, 0);
  // Clocks change by an hour, on Lord Howe Island by half an hour.
  for (const back of [30, 60]) {
    const earlier = new TZDate(local.getTime() - back * 60_000, timeZone);
    if (earlier.getHours() === hour && earlier.getMinutes() === minute)
      local.setTime(earlier.getTime());
  }
  const minutes = -local.getTimezoneOffset();
  const two = (value: number) => String(value).padStart(2, '0');
  const size = Math.abs(minutes);
  const offset = `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(Math.round(size) % 60)}`;
  const clock = [local.getHours(), local.getMinutes(), second].map(two).join(':');
  // The gap may end on the next day.
  const shown = [local.getMonth() + 1, local.getDate()].map(two).join('-');
  return `${String(local.getFullYear()).padStart(4, '0')}-${shown}T${clock}${offset}`;
}
