import type { Article } from '../../content/article/article.ts';
import type { NewsDate } from '../../content/article/news-date.ts';

/** When an article came out and when it last changed in substance: ISO 8601 in UTC. */
export interface FeedDates {
  readonly published: string;
  /** That of publication where nothing was updated; never before it. */
  readonly updated: string;
}

/**
 * Dates as feeds know them, which is as instants: a day alone is 12:00 UTC, the hour at which it is
 * that day nearly everywhere (contracts, section 3). Neither date knows of the text, so that
 * an edit brings no article back to the top.
 */
export function toFeedDates({ date, updated }: Pick<Article, 'date' | 'updated'>): FeedDates {
  const published = toInstant(date);
  const changed = updated === undefined ? published : toInstant(updated);
  return { published: print(published), updated: print(Math.max(published, changed)) };
}

function toInstant(date: NewsDate): number {
  return Date.parse(date.precision === 'day' ? `${date.day}T12:00:00Z` : date.instant);
}

function print(time: number): string {
  return new Date(time).toISOString().replace('.000Z', 'Z');
}
