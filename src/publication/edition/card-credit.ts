import type { Article } from '../../content/article/article.ts';
import type { Credit } from '../../content/article/credit.ts';
import { cardFilePath } from './card-file-path.ts';

/**
 * The credit of the picture on an article's share card: the featured image, or the `card` picture
 * if the article credits it anywhere.
 */
export function cardCredit(article: Article): Credit | undefined {
  if (article.card === undefined) return article.image?.credit;
  const own = cardFilePath(article);
  return article.pictures.find(({ file }) => file === own)?.credit;
}
