import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns/format';
import type { Story } from '../content/article/article.ts';
import { releaseOf } from '../content/article/release-of.ts';
import { countOf } from '../system/problems/count-of.ts';
import { toPrintableLine } from '../system/problems/printable.ts';

/**
 * Which articles are not out yet, the next one first, and when they will be: lines to print. None
 * where there are none.
 */
export function formatScheduled(stories: readonly Story[], timeZone: string): string[] {
  if (stories.length === 0) return [];
  const inOrder = stories.toSorted((a, b) => releaseOf(a) - releaseOf(b));
  const lines = inOrder.map((story) => {
    const when = format(new TZDate(releaseOf(story), timeZone), 'yyyy-MM-dd HH:mm');
    return toPrintableLine(`  ${story.file}: on ${when.replace(/ 00:00$/u, '')} (${timeZone})`);
  });
  const count = countOf(stories.length, 'scheduled article');
  return [
    `${count} not published yet; build again after ${stories.length === 1 ? 'its date' : 'these dates'}:`,
    ...lines,
  ];
}

/** What the report for programs says of them. */
export function toScheduledFacts(stories: readonly Story[]): object[] {
  return stories.map((story) => ({
    file: story.file,
    out: new Date(releaseOf(story)).toISOString(),
  }));
}
