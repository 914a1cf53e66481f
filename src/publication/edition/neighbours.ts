import type { Article } from '../../content/article/article.ts';
import { positionIn } from './position-in.ts';
import type { Edition } from './publication.ts';

/**
 * The articles before and after an article in its section, or in the whole edition if it has none.
 */
export function neighboursOf(
  edition: Edition,
  article: Article,
): { readonly previous?: Article | undefined; readonly next?: Article | undefined } {
  const group = edition.sections.find((section) => section.slug === article.section?.slug);
  const list = group?.articles ?? edition.articles;
  const index = positionIn(list, article);
  return { previous: list[index + 1], next: list[index - 1] };
}
