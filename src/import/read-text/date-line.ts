import { parseWrittenDate } from '../../language/news-date.ts';
import { findDate, updatedWords, wordsAround } from '../dates/find-date.ts';
import { translateDate } from '../dates/translate-date.ts';

const time = String.raw`(?:[T ]\d{2}:\d{2}(?::\d{2})?(?: ?(?:Z|[+-]\d{2}:?\d{2}))?)?`;
const token = new RegExp(String.raw`^date:?\s+(\d{4}-\d{2}-\d{2}${time})(?:\s+|$)`, 'iu');

/** `date 2026-01-06 First words …` -> the date and the rest; undefined for any other text. */
export function takeDateToken(
  text: string,
): { readonly date: string; readonly rest: string; readonly length: number } | undefined {
  const match = token.exec(text);
  const date = match?.[1];
  if (!match || date === undefined || parseWrittenDate(date) === undefined) return undefined;
  return { date, rest: text.slice(match[0].length), length: match[0].length };
}

/** The dates of a line that holds nothing else. */
interface DateLine {
  readonly date?: string;
  readonly updated?: string;
}

/**
 * Parses a line that holds only dates and the words around them: `6 January 2026`, `2026년 1월 6일`,
 * `Published: 6 January 2026, 2.30pm`, `입력 2026-01-06 14:30 | 수정 2026-01-07 09:00`. Undefined for
 * any other line.
 */
export function parseDateLine(
  line: string,
  { timeZone, lang }: { readonly timeZone: string; readonly lang?: string | undefined },
): DateLine | undefined {
  if (line.length > 100) return undefined;
  let rest = translateDate(line, lang);
  const dates: { date?: string; updated?: string } = {};
  let around = '';
  for (let found = findDate(rest, timeZone); found; found = findDate(rest, timeZone)) {
    const before = rest.slice(0, found.from);
    const kind = updatedWords.test(before) ? 'updated' : 'date';
    if (dates[kind] !== undefined) return undefined;
    dates[kind] = found.date;
    around += ` ${before}`;
    rest = rest.slice(found.to);
  }
  const words = `${around} ${rest}`.replace(weekdays, ' ').replace(wordsAround, ' ');
  return Object.keys(dates).length === 0 || /[\p{L}\p{N}]/u.test(words) ? undefined : dates;
}

const weekdays =
  /(?<!\p{L})(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|mi[ée]rcoles|jueves|viernes|s[áa]bado|domingo|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد|[월화수목금토일](?:요일)?|[月火水木金土日]曜日?|(?:星期|周|週)[一二三四五六日天])(?!\p{L})/giu;
