import { parseWrittenDate } from '../../article/news-date.ts';
import { parseForeignDate } from '../dates/parse-foreign-date.ts';

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

const before =
  /^(?:(?:first\s+)?(?:published|posted|date)(?:\s+on)?:?\s+)?(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?(?=\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))/iu;

/** A line that is nothing but a date (`6 January 2026`, `2026년 1월 6일`) -> `2026-01-06`. */
export function parseDateLine(line: string): string | undefined {
  if (line.length > 60 || !before.test(line)) return undefined;
  const date = parseForeignDate(line.replace(before, ''));
  return date?.time === undefined ? date?.day : undefined;
}
