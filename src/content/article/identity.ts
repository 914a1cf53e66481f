import type { Article } from './article.ts';

/**
 * The identity of an article in feeds, as text: the `id` of front matter, else its address. It
 * contains neither origin nor base path, so a site that moves keeps its feed entries. An article
 * that moves keeps its identity if its first address is given as `id`.
 */
export function identityOf({ id, address }: Pick<Article, 'id' | 'address'>): string {
  return id ?? address;
}
