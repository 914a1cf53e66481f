import type { Root } from 'hast';
import { formatDay, formatInstant, formatMonth } from '../../../language/format-date.ts';
import {
  createNewsDate,
  parseWrittenDate,
  toMachineDate,
} from '../../../language/news-date.ts';
import type { MarkdownJob } from '../markdown-job.ts';
import { eachElement } from '../visit-tree.ts';

/**
 * Writes dates of timelines such as `2026-01-06`, `2026-01` and `2026-01-06T18:30+09:00` in the words
 * of the language. Times are in the time zone of the publication.
 */
export function writeDates(tree: Root, { directives, options }: MarkdownJob): void {
  if (!directives.some(({ name }) => name.toLowerCase() === 'timeline')) return;
  const { language, timeZone = 'UTC' } = options;
  eachElement(tree, ({ properties, children }) => {
    const { className } = properties;
    if (!Array.isArray(className) || !className.includes('when')) return;
    const [only] = children;
    if (only?.type !== 'text') return;
    const [, year, month] = /^(\d{4})-(\d{2})$/u.exec(only.value) ?? [];
    if (year && month) only.value = formatMonth(Number(year), Number(month), language);
    const written = parseWrittenDate(only.value.replace(/, /u, ' '));
    if (!written) return;
    const date = createNewsDate(written, timeZone);
    properties['dateTime'] = toMachineDate(date);
    only.value =
      date.precision === 'day'
        ? formatDay(date.day, language)
        : formatInstant(date.instant, language, timeZone);
  });
}
