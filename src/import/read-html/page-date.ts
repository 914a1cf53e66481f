import { createNewsDate, toMachineDate } from '../../content/article/news-date.ts';
import { findDate } from '../dates/find-date.ts';
import { parseForeignDate } from '../dates/parse-foreign-date.ts';
import { translateDate } from '../dates/translate-date.ts';

/** What may be before a date that readers see, and what parts it from what follows. */
const lead = /^(?:(?:first )?(?:published|posted|updated|modified)(?: (?:on|at))?:? )/iu;
const mark = /\s(?:[|•·–—]|-\s).*$/u;

/**
 * A date as pages write it, in any language of the interface -> the form of front matter, or
 * undefined. A time without an offset is one of `timeZone`; where the time cannot be read the day
 * counts. Seconds and milliseconds since 1970 are instants. The language of the page tells whether
 * `05.03.2024` begins with the day.
 */
export function readPageDate(
  written: string,
  timeZone: string,
  lang?: string,
): string | undefined {
  const line = written.trim().replace(/\s+/gu, ' ').slice(0, 200);
  const text = translateDate(fromEpoch(line) ?? line, lang).replace(lead, '');
  const forms = [text, text.replace(mark, ''), /^.*?\b\d{4}\b/u.exec(text)?.[0] ?? ''];
  for (const form of forms) {
    const date = parseForeignDate(form);
    if (date && date.unknownZone === undefined)
      return toMachineDate(createNewsDate(date, timeZone));
  }
  return findDate(text, timeZone)?.date;
}

function fromEpoch(text: string): string | undefined {
  if (!/^1\d{9}(?:\d{3})?$/u.test(text)) return undefined;
  return new Date(Number(text.padEnd(13, '0'))).toISOString();
}
