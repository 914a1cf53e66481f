import type { Article } from '../../content/article/article.ts';
import type { Credit } from '../../content/article/credit.ts';
import { cardFilePath } from './card-file-path.ts';

/**
 * The credit of what an article's share card shows: its featured image, or the picture that it
 * names as its card, where it states that picture's credit anywhere.
 */
export function cardCredit(article: Article): Credit | undefined {
  if (article.card === undefined) return article.image?.credit;
  const own = cardFilePath(article);
  return article.pictures.find(({ file }) => file === own)?.credit;
}
