import type { Article } from '../../content/article/article.ts';
import { featuredIn } from '../../content/article/story-pictures.ts';

/** What makes an article one to show first. */
const merits: readonly (readonly [points: number, has: (article: Article) => boolean])[] = [
  [3, (article) => featuredIn(article)?.address !== undefined],
  [2, ({ body }) => body.length.minutes >= 4],
  [1, ({ body }) => body.length.minutes >= 2],
  [1, ({ summary }) => summary !== undefined],
];

/** What an article loses for each one chosen before it that it resembles. */
const repeats: readonly (readonly [
  points: number,
  isLike: (article: Article, chosen: Article) => boolean,
])[] = [
  [2, (article, chosen) => article.section?.slug === chosen.section?.slug],
  [1, (article, chosen) => article.date.day.slice(0, 7) === chosen.date.day.slice(0, 7)],
];

/** Chooses articles by the tables above, in the order given, which also decides between equals. */
export function chooseHighlights(all: readonly Article[], count: number): Article[] {
  // Nobody can buy a place here.
  const articles = all.filter(({ genre }) => genre !== 'sponsored');
  const scores = new Map(
    articles.map((article) => [
      article,
      merits.reduce((sum, [points, has]) => sum + (has(article) ? points : 0), 0),
    ]),
  );
  const chosen = new Set<Article>();
  while (chosen.size < Math.min(count, articles.length)) {
    const [best] = [...scores].reduce((best, other) => (other[1] > best[1] ? other : best));
    chosen.add(best);
    scores.delete(best);
    for (const [other, score] of scores)
      scores.set(
        other,
        repeats.reduce(
          (sum, [points, isLike]) => sum - (isLike(other, best) ? points : 0),
          score,
        ),
      );
  }
  return articles.filter((article) => chosen.has(article));
}
