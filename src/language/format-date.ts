import { TZDateMini } from '@date-fns/tz';
import { format } from 'date-fns/format';
import { canonicalLanguage } from './canonical-language.ts';
import { DATE_PATTERNS, type DatePatterns } from './date-patterns.ts';
import { rowForLanguage } from './fallback-languages.ts';
import { intlLocales } from './intl-locales.ts';
import { zoneName } from './zone-name.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/;
const knownZones = new Set<string>();

/** Formatted days by language and day: pages show the same days again and again. */
const knownDays = new Map<string, string>();
const mostDays = 20_000;

/**
 * Formats a calendar day (`2026-01-06`): `6 January 2026`, `2026년 1월 6일`. No time zone changes
 * it. Years follow ISO 8601 and are not padded (`0033-04-03` -> `3 April 33`). @throws
 * RangeError if the day does not exist
 */
export function formatDay(day: string, language: string): string {
  const key = `${language} ${day}`;
  let text = knownDays.get(key);
  if (text === undefined) {
    text = formatPart(startOfDay(day), language, 'UTC', 'day');
    if (knownDays.size >= mostDays) knownDays.clear();
    knownDays.set(key, text);
  }
  return text;
}

/**
 * Formats an instant (ISO 8601 with offset or Z) as day, time and zone name in a time zone: `6
 * January 2026, 18:30 GMT+9`. Omits seconds. @throws RangeError if the instant has no offset or
 * does not exist, or if the zone is unknown
 */
export function formatInstant(instant: string, language: string, timeZone: string): string {
  const day = INSTANT.exec(instant)?.[1] ?? '';
  const date = new Date(isDay(day) ? instant : Number.NaN);
  if (Number.isNaN(date.getTime())) {
    throw new RangeError(
      `expected an instant such as 2026-01-06T18:30+09:00, got "${instant}"`,
    );
  }
  if (!isTimeZone(timeZone))
    throw new RangeError(`expected a time zone such as Asia/Seoul, got "${timeZone}"`);
  const join = patternsFor(language)?.instant ?? ((...parts: string[]) => parts.join(' '));
  return join(
    formatPart(date, language, timeZone, 'day'),
    formatPart(date, language, timeZone, 'time'),
    zoneName(date, language, timeZone),
  );
}

/** Formats a month of a year; `month` counts from 1: (2026, 1) -> `January 2026`. */
export function formatMonth(year: number, month: number, language: string): string {
  return formatPart(
    startOfDay(`${padded(year, 4)}-${padded(month, 2)}-01`),
    language,
    'UTC',
    'month',
  );
}

/** Formats a year: `2026`, `2026년`. */
export function formatYear(year: number, language: string): string {
  return formatPart(startOfDay(`${padded(year, 4)}-01-01`), language, 'UTC', 'year');
}

/**
 * Formats a period of years, both included: `1980 – 1989`, `1980년 ~ 1989년`. One year is formatted
 * alone.
 */
export function formatYears(from: number, to: number, language: string): string {
  if (from === to) return formatYear(from, language);
  const format = knownRanges.get(language) ?? createRangeFormat(language);
  knownRanges.set(language, format);
  const [start, end] = [from, to].map((year) => startOfDay(`${padded(year, 4)}-06-01`));
  return format.formatRange(start as Date, end as Date);
}

/** Created once for each language: creating one takes longer than using it. */
const knownRanges = new Map<string, Intl.DateTimeFormat>();

function createRangeFormat(language: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(intlLocales(language), {
    ...{ calendar: 'gregory', numberingSystem: 'latn', timeZone: 'UTC' },
    year: 'numeric',
  });
}

/** Formats a day of every year: `01-06` -> `6 January`, `02-29` -> `29 February`. */
export function formatYearDay(day: string, language: string): string {
  return formatPart(startOfDay(`${leapYear}-${day}`), language, 'UTC', 'yearDay');
}

/** Formats a month of every year; `month` counts from 1: 1 -> `January`, `1월`. */
export function formatMonthName(month: number, language: string): string {
  return formatPart(
    startOfDay(`${leapYear}-${padded(month, 2)}-01`),
    language,
    'UTC',
    'monthName',
  );
}

const leapYear = 2000;

/** Whether a text is an IANA time zone name, in any case. Offsets are not names. */
export function isTimeZone(name: string): boolean {
  if (knownZones.has(name)) return true;
  if (!/^[a-z]/i.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
  } catch {
    return false;
  }
  // Asking `Intl` takes a third of a millisecond, and each formatted date asks.
  knownZones.add(name);
  return true;
}

function formatPart(date: Date, language: string, timeZone: string, part: DatePart): string {
  const patterns = patternsFor(language);
  if (patterns === undefined) return formatByIntl(date, language, timeZone, part);
  // A plain Date would be formatted in the time zone of the process.
  return format(new TZDateMini(date.getTime(), timeZone), patterns[part], {
    locale: patterns.locale,
  });
}

/** Undefined if `Intl` formats the language; English if `Intl` does not know it either. */
function patternsFor(language: string): DatePatterns | undefined {
  const found = rowForLanguage(DATE_PATTERNS, language)?.row;
  if (found !== undefined) return found;
  const tag = canonicalLanguage(language);
  const served = tag !== undefined && Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0;
  return served ? undefined : DATE_PATTERNS['en'];
}

/** Midnight UTC of a calendar day: UTC is the one zone in which every day has a midnight. */
function startOfDay(day: string): Date {
  if (!isDay(day)) throw new RangeError(`expected a day such as 2026-01-06, got "${day}"`);
  return new Date(`${day}T00:00:00Z`);
}

function isDay(text: string): boolean {
  const date = new Date(DAY.test(text) ? `${text}T00:00:00Z` : Number.NaN);
  // Date reads 30 February as a day in March.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function padded(number: number, length: number): string {
  return String(number).padStart(length, '0');
}

export type DatePart = 'day' | 'month' | 'year' | 'yearDay' | 'monthName' | 'time';

const OPTIONS = {
  day: { year: 'numeric', month: 'long', day: 'numeric' },
  month: { year: 'numeric', month: 'long' },
  year: { year: 'numeric' },
  yearDay: { month: 'long', day: 'numeric' },
  monthName: { month: 'long' },
  time: { hour: 'numeric', minute: '2-digit' },
} as const satisfies Record<DatePart, Intl.DateTimeFormatOptions>;

const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * Formats a part of a date in a language that only `Intl` knows. Uses the Gregorian calendar,
 * like URLs and the archive.
 */
export function formatByIntl(
  date: Date,
  language: string,
  timeZone: string,
  part: DatePart,
): string {
  const key = `${language} ${timeZone} ${part}`;
  const options = { ...OPTIONS[part], timeZone, calendar: 'gregory' };
  const format = formats.get(key) ?? new Intl.DateTimeFormat(language, options);
  formats.set(key, format);
  return format.format(date.getTime());
}
