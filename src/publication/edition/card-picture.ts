import type { Article } from '../../content/article/article.ts';
import type { Credit } from '../../content/article/credit.ts';
import { joinPath } from '../../content/article/file-path.ts';
import { featuredIn } from '../../content/article/story-pictures.ts';
import { decodePercent } from '../../language/decode-percent.ts';

/**
 * The path of an article's `card` below the content folder; undefined if it has none, or one
 * outside that folder.
 */
export function cardFilePath({ card, path }: Article): string | undefined {
  if (card === undefined) return undefined;
  const decoded = decodePercent(card).normalize('NFC');
  const base = decoded.startsWith('/') ? [] : path.split('/').slice(0, -1);
  return joinPath(base, decoded);
}

/**
 * The credit of the picture on an article's share card: the featured image, or the `card` picture
 * if the article credits it anywhere.
 */
export function cardCredit(article: Article): Credit | undefined {
  if (article.card === undefined) return featuredIn(article)?.credit;
  const own = cardFilePath(article);
  return article.pictures.find(({ file }) => file === own)?.credit;
}
