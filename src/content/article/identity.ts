import type { Article } from './article.ts';

/**
 * What an article is known by in feeds, as text: the `id` of front matter, else its address
 * (contracts, section 5). No origin and no base path are part of it, so that a site that moves
 * does not bring all its articles again; and an article that moves keeps its identity where its
 * first address is given as `id`.
 */
export function identityOf({ id, address }: Pick<Article, 'id' | 'address'>): string {
  return id ?? address;
}
