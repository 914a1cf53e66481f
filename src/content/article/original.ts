import type { Article } from './article.ts';

/**
 * The URL that search engines should index instead of an article's own page: `canonical` of its
 * front matter, or where it was first published if the publication prefers originals. Undefined
 * if the article's own page is canonical.
 *
 * @param preference `canonical` of `publication.yaml`
 */
export function otherCanonicalUrl(
  { canonical, source }: Pick<Article, 'canonical' | 'source'>,
  preference: 'original' | 'self',
): string | undefined {
  const wanted = canonical ?? preference;
  if (wanted === 'self') return undefined;
  return wanted === 'original' ? source?.url : wanted;
}

/** Who first published an article: the name of its source, else the host name of its URL. */
export function sourceNameOf({ source }: Pick<Article, 'source'>): string | undefined {
  if (source?.name !== undefined) return source.name;
  return source?.url === undefined ? undefined : new URL(source.url).hostname;
}
