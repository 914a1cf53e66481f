import type { Article } from '../../content/article/article.ts';

/** A day of every year, with the years that have articles of that day, newest first. */
export interface YearDay {
  /** `01-06` */
  readonly day: string;
  readonly years: readonly { readonly year: string; readonly articles: readonly Article[] }[];
}

/** The days of every year with articles of two years or more, from 1 January. */
export function toYearDays(articles: readonly Article[]): YearDay[] {
  return [...Map.groupBy(articles, ({ date }) => date.day.slice(5))]
    .map(([day, own]) => ({
      day,
      years: [...Map.groupBy(own, ({ date }) => date.day.slice(0, 4))].map(
        ([year, articles]) => ({ year, articles }),
      ),
    }))
    .filter(({ years }) => years.length > 1)
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}
