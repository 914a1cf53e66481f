import { parseWrittenDate } from '../../article/news-date.ts';

const time = String.raw`(?:[T ]\d{2}:\d{2}(?::\d{2})?(?: ?(?:Z|[+-]\d{2}:?\d{2}))?)?`;
const token = new RegExp(String.raw`^date:?\s+(\d{4}-\d{2}-\d{2}${time})(?:\s+|$)`, 'iu');

/** `date 2026-01-06 First words …` -> the date and what follows; nothing for any other text. */
export function takeDateToken(
  text: string,
): { readonly date: string; readonly rest: string; readonly length: number } | undefined {
  const match = token.exec(text);
  const date = match?.[1];
  if (!match || date === undefined || parseWrittenDate(date) === undefined) return undefined;
  return { date, rest: text.slice(match[0].length), length: match[0].length };
}

const months = [
  'jan',
  'feb',
  'mar',
  'apr',
  'may',
  'jun',
  'jul',
  'aug',
  'sep',
  'oct',
  'nov',
  'dec',
];
const before = String.raw`^(?:(?:first\s+)?(?:published|posted|date)(?:\s+on)?:?\s+)?(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?`;
const month = String.raw`(?<name>[a-z]{3,9})\.?`;
const forms: readonly RegExp[] = [
  new RegExp(String.raw`${before}(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$`, 'iu'),
  new RegExp(
    String.raw`${before}${month}\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})$`,
    'iu',
  ),
  new RegExp(
    String.raw`${before}(?<day>\d{1,2})(?:st|nd|rd|th)?\s+${month},?\s+(?<year>\d{4})$`,
    'iu',
  ),
  /^(?<year>\d{4})\s*[年년]\s*(?<month>\d{1,2})\s*[月월]\s*(?<day>\d{1,2})\s*[日일]$/u,
];

/** A line that is nothing but a date (`6 January 2026`, `2026년 1월 6일`) -> `2026-01-06`. */
export function parseDateLine(line: string): string | undefined {
  if (line.length > 60) return undefined;
  for (const form of forms) {
    const { year = '', month = '', day = '', name = '' } = form.exec(line)?.groups ?? {};
    if (year === '') continue;
    const number = month === '' ? monthNumber(name) : Number(month);
    const date = `${year}-${two(number)}-${two(Number(day))}`;
    if (parseWrittenDate(date)) return date;
  }
  return undefined;
}

/** The number of a month by its English name or its beginning; 0 for no month. */
export function monthNumber(name: string): number {
  return months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
