import type { Article } from '../../content/article/article.ts';

/** One month of an edition's archive, articles newest first. */
export interface Month {
  /** `2026` */
  readonly year: string;
  /** `01` */
  readonly month: string;
  readonly articles: readonly Article[];
}

/** One year with its months that have articles, both newest first. */
export interface Year {
  readonly year: string;
  readonly months: readonly Month[];
}

/** The archive of an edition by the day as written, newest first. */
export function toArchive(articles: readonly Article[]): Year[] {
  const byMonth = Map.groupBy(articles, (article) => article.date.day.slice(0, 7));
  const months = [...byMonth.entries()]
    .toSorted(([a], [b]) => (a < b ? 1 : -1))
    .map(([key, items]) => ({ year: key.slice(0, 4), month: key.slice(5), articles: items }));
  const byYear = Map.groupBy(months, (month) => month.year);
  return [...byYear.entries()].map(([year, items]) => ({ year, months: items }));
}
