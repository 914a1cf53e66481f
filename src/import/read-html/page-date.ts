import { createNewsDate, parseWrittenDate, toMachineDate } from '../../article/news-date.ts';

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/**
 * A date as pages write it -> the form of front matter, or undefined. Beside what front matter
 * allows: RFC 2822 (`Tue, 06 Jan 2026 09:30:00 GMT`), ISO 8601 without hyphens, a month in
 * English words, and `2026年1月6日`, `2026년 1월 6일`, `2026.01.06`, `2026/1/6`. A day and a
 * month in figures alone (`3/4/26`) are not told apart, so such a date is none. A time without
 * an offset is one of `timeZone`.
 */
export function readPageDate(written: string, timeZone: string): string | undefined {
  const text = written.trim().replace(/\s+/gu, ' ').slice(0, 100);
  for (const form of [text, ...otherForms(text)]) {
    const date = parseWrittenDate(form);
    if (date !== undefined) return toMachineDate(createNewsDate(date, timeZone));
  }
  return undefined;
}

function* otherForms(text: string): Generator<string> {
  const basic = /^(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?(Z|[+-]\d\d:?\d\d)?)?$/iu.exec(
    text,
  );
  if (basic) {
    const [, year, month, day, hour, minute, second = '00', zone = ''] = basic;
    const time = hour === undefined ? '' : `T${hour}:${minute}:${second}${zone}`;
    yield `${year}-${month}-${day}${time}`;
  }
  const figures =
    /^(\d{4})\s*[年년./-]\s*(\d{1,2})\s*[月월./-]\s*(\d{1,2})\s*(?:[日일.]|$|(?=[ T]))\s*(.*)$/u;
  const east = figures.exec(text);
  if (east) yield joined(east[1], east[2], east[3], east[4]);
  const dayFirst =
    /^(?:[a-z]+,? )?(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3})[a-z]*\.?,? (\d{4}),?(.*)$/iu;
  const first = dayFirst.exec(text);
  if (first) yield joined(first[3], monthOf(first[2]), first[1], first[4]);
  const monthFirst =
    /^(?:[a-z]+,? )?([a-z]{3})[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4}),?(.*)$/iu;
  const second = monthFirst.exec(text);
  if (second) yield joined(second[3], monthOf(second[1]), second[2], second[4]);
}

function monthOf(name = ''): string {
  return String(months.indexOf(name.toLowerCase()) + 1);
}

function joined(year = '', month = '', day = '', rest = ''): string {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time =
    /^\D{0,4}?\b(\d{1,2}):(\d\d)(:\d\d)?(?: ?([ap])\.?m\.?)?(?: ?(Z|GMT|UTC|[+-]\d\d:?\d\d))?\b/iu.exec(
      rest.trim(),
    );
  if (!time) return date;
  const [, hour = '', minute, seconds = '', half, zone = ''] = time;
  const hours = half ? (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : hour;
  const offset = /^(?:gmt|utc)$/iu.test(zone) ? 'Z' : zone;
  return `${date}T${String(hours).padStart(2, '0')}:${minute}${seconds}${offset}`;
}
