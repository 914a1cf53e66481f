import type { NewsDate } from '../../content/article/news-date.ts';

/** `2026-01-06`, `2026-01-06T18:30:00+09:00`: with seconds, which XML Schema wants in an instant. */
export function toSitemapDate(date: NewsDate): string {
  return date.precision === 'day' ? date.day : date.instant;
}
