import type { Root } from 'hast';
import { formatDay, formatMonth } from '../../../language/format-date.ts';
import type { MarkdownJob } from '../markdown-job.ts';
import { eachElement } from '../visit-tree.ts';

/** Writes dates of timelines such as `2026-01-06` and `2026-01` in the words of the language. */
export function writeDates(tree: Root, { directives, options }: MarkdownJob): void {
  if (!directives.some(({ name }) => name.toLowerCase() === 'timeline')) return;
  eachElement(tree, ({ properties: { className }, children }) => {
    if (!Array.isArray(className) || !className.includes('when')) return;
    const [only] = children;
    if (only?.type === 'text') only.value = inWords(only.value, options.language);
  });
}

function inWords(written: string, language: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/u.test(written)) return formatDay(written, language);
  const [, year, month] = /^(\d{4})-(\d{2})$/u.exec(written) ?? [];
  return year && month ? formatMonth(Number(year), Number(month), language) : written;
}
