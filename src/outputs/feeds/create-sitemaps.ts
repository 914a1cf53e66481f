import { noticeAddress } from '../../publication/edition/feed-addresses.ts';
import { type FeedContext, isPlaced } from './feed-context.ts';
import { formatNewsSitemap, formatSitemap, formatSitemapIndex } from './format-sitemap.ts';
import { toNewsItems } from './news-items.ts';
import { createSitemapFiles } from './sitemap-files.ts';
import type { TextFile } from './text-file.ts';

const type = 'application/xml';

/** All sitemaps and the list of them; none where the site's address is not known. */
export function createSitemaps(context: FeedContext): TextFile[] {
  if (!isPlaced(context)) return [];
  const files = context.publication.editions.flatMap((edition) =>
    createSitemapFiles(context, edition),
  );
  const { sitemapIndex, newsSitemap } = noticeAddress;
  return [
    { address: sitemapIndex, type, text: formatSitemapIndex(files, context.toUrl) },
    ...files.map(({ address, entries }) => ({ address, type, text: formatSitemap(entries) })),
    { address: newsSitemap, type, text: formatNewsSitemap(toNewsItems(context)) },
  ];
}
