import type { Named } from './feed.ts';
import type { FeedContext } from './feed-context.ts';

/**
 * A name with its address, absolute: that of `publication.yaml` may be a page of the site
 * (`/about/`), written as it stands in an `href`.
 */
export function toNamed(
  { siteUrl = '', basePath }: Pick<FeedContext, 'siteUrl' | 'basePath'>,
  { name, url }: { readonly name: string; readonly url?: string | undefined },
): Named {
  if (url === undefined) return { name };
  const full = url.startsWith('/') ? siteUrl + basePath.slice(0, -1) + url : url;
  return { name, url: full };
}
