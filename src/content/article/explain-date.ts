import { parseWrittenDate } from '../../language/news-date.ts';

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

/**
 * Suggests a valid form of a date that cannot be parsed; undefined if it is ambiguous, such as
 * `3/4/26`.
 */
export function explainDate(written: string): string | undefined {
  const text = written
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(/\s+/gu, ' ')
    // The offset is sufficient: `+0900 KST`, `+09:00[Asia/Seoul]`.
    .replace(/([+-]\d{2}:?\d{2}) ?[[(]?[A-Za-z_/]+[\])]?$/u, '$1')
    .trim();
  const zone =
    /:\d{2}(?:[.,]\d+)? ?\[?([A-Za-z][A-Za-z_]+(?:\/[A-Za-z_/-]+)?|[A-Z]{2,5}[+-]?\d*)\]?$/u.exec(
      text,
    )?.[1];
  if (zone !== undefined && !/^(?:am|pm)$/iu.test(zone))
    return `write the offset of ${zone} from UTC in its place, such as +09:00`;
  const { day, rest } = readDay(text) ?? {};
  if (day === undefined || rest === undefined) return undefined;
  const isDay = /^[,.]?$/u.test(rest);
  const time = isDay ? undefined : readTime(rest);
  if (!isDay && time === undefined) return undefined;
  const meant = time === undefined ? day : `${day}T${time}`;
  return parseWrittenDate(meant) ? `write ${meant}` : undefined;
}

/** The day at the start of a text, and the rest. */
function readDay(text: string): { day: string; rest: string } | undefined {
  const numbers =
    /^(\d{4})(?:[-/.年년] ?)(\d{1,2})(?:[-/.月월] ?)(\d{1,2})(?:日|일|\.)?(.*)$/u.exec(text);
  const compact = /^(\d{4})(\d{2})(\d{2})(T?.*)$/u.exec(text);
  const [, year = '', month = '', date = '', rest = ''] = numbers ?? compact ?? [];
  if (year !== '') return { day: toDay(year, month, date), rest };
  const named =
    /^(?:\p{L}+,? )?(?<a>\p{L}{3,9})\.? (?<b>\d{1,2})(?:st|nd|rd|th)?,? (?<c>\d{4})(?<rest>.*)$/u.exec(
      text,
    ) ??
    /^(?:\p{L}+,? )?(?<b>\d{1,2})(?:st|nd|rd|th|\.)? (?:of )?(?<a>\p{L}{3,9})\.?,? (?<c>\d{4})(?<rest>.*)$/u.exec(
      text,
    );
  const index = months.indexOf((named?.groups?.['a'] ?? '').slice(0, 3).toLowerCase());
  if (!named?.groups || index < 0) return undefined;
  const { b = '', c = '', rest: after = '' } = named.groups;
  return { day: toDay(c, String(index + 1), b), rest: after };
}

const mornings = /^ ?(?:오전|午前|上午) ?/u;
const evenings = /^ ?(?:오후|午後|下午) ?/u;

/** The time in the rest of a text, with its offset. */
function readTime(written: string): string | undefined {
  const before = evenings.test(written) ? 'pm' : mornings.test(written) ? 'am' : undefined;
  const rest = written.replace(mornings, ' ').replace(evenings, ' ');
  const form =
    /^(?:[T,]| at)? ?(\d{1,2})[:.h](\d{2})(?:[:.](\d{2}))?(?:[.,]\d+)? ?([ap]\.?m\.?)? ?(Z|[+-]\d{2}:?\d{2})?$/iu;
  const [, hours, minutes, seconds, after, offset = ''] = form.exec(rest) ?? [];
  if (hours === undefined || minutes === undefined) return undefined;
  const half = before ?? after;
  const shift = half !== undefined && /p/iu.test(half) ? 12 : 0;
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + shift;
  const clock = [String(hour), minutes, ...(seconds === undefined ? [] : [seconds])];
  return `${clock.map((part) => part.padStart(2, '0')).join(':')}${offset}`;
}

function toDay(year: string, month: string, date: string): string {
  return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}
