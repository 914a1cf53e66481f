export type DatePart = 'day' | 'month' | 'year' | 'time';

const OPTIONS = {
  day: { year: 'numeric', month: 'long', day: 'numeric' },
  month: { year: 'numeric', month: 'long' },
  year: { year: 'numeric' },
  time: { hour: 'numeric', minute: '2-digit' },
} as const satisfies Record<DatePart, Intl.DateTimeFormatOptions>;

const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * A part of a date in the words of a language that only `Intl` knows, always by the Gregorian
 * calendar, which addresses and archive follow as well.
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
