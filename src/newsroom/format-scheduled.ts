import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns';
import type { Article } from '../article/article.ts';
import { countOf } from '../problems/count-of.ts';
import { toPrintableLine } from '../problems/printable.ts';

/**
 * Which articles are not out yet, the next one first, and when they will be: lines to print. None
 * where there are none.
 */
export function formatScheduled(stories: readonly Article[], timeZone: string): string[] {
  if (stories.length === 0) return [];
  const inOrder = stories.toSorted((a, b) => a.start - b.start);
  const lines = inOrder.map(({ file, start }) => {
    const when = format(new TZDate(start, timeZone), 'yyyy-MM-dd HH:mm');
    return toPrintableLine(`  ${file}: out on ${when.replace(/ 00:00$/u, '')} (${timeZone})`);
  });
  const count = countOf(stories.length, 'scheduled article');
  return [
    `${count} kept back; build again when ${stories.length === 1 ? 'it is' : 'they are'} out:`,
    ...lines,
  ];
}

/** What the report for programs says of them. */
export function toScheduledFacts(stories: readonly Article[]): object[] {
  return stories.map(({ file, start }) => ({ file, out: new Date(start).toISOString() }));
}
