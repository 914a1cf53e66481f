import type { Article } from '../../content/article/article.ts';
import { compareText } from './compare-text.ts';

/** The order of an edition's articles: newest first, then by slug. */
export function newestFirst(a: Article, b: Article): number {
  return b.start - a.start || compareText(a.slug, b.slug);
}
