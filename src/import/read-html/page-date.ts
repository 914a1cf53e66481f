import { createNewsDate, toMachineDate } from '../../article/news-date.ts';
import { parseForeignDate } from '../dates/parse-foreign-date.ts';

/** What may stand before a date that readers see, and what parts it from what follows. */
const lead = /^(?:(?:first )?(?:published|posted|updated|modified)(?: (?:on|at))?:? )/iu;
const mark = /\s(?:[|•·–—]|-\s).*$/u;

/**
 * A date as pages write it -> the form of front matter, or undefined. A time without an offset
 * is one of `timeZone`; where the time cannot be read the day counts.
 */
export function readPageDate(written: string, timeZone: string): string | undefined {
  const text = written.trim().replace(/\s+/gu, ' ').slice(0, 100).replace(lead, '');
  const forms = [text, text.replace(mark, ''), /^.*?\b\d{4}\b/u.exec(text)?.[0] ?? ''];
  for (const form of forms) {
    const date = parseForeignDate(form);
    if (date && date.unknownZone === undefined)
      return toMachineDate(createNewsDate(date, timeZone));
  }
  return undefined;
}
