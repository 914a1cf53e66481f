import { noticeAddress } from '../../publication/edition/feed-addresses.ts';
import { type FeedContext, isPlaced } from './feed-context.ts';

/**
 * RFC 9309: everything may be read, and here is the list of it. Programs ask for this file at the root
 * of an origin alone, so below a path it says what belongs there.
 */
export function formatRobots(context: FeedContext): string {
  const { basePath, toUrl } = context;
  const lines = [
    ...(basePath === '/'
      ? []
      : [
          `# Crawlers read /robots.txt of the origin, not this file, which stands below ${basePath}`,
          '# The lines that begin with "Sitemap" belong into that one.',
          '',
        ]),
    'User-agent: *',
    'Allow: /',
    ...(isPlaced(context)
      ? [
          '',
          `Sitemap: ${toUrl(noticeAddress.sitemapIndex)}`,
          `Sitemap: ${toUrl(noticeAddress.newsSitemap)}`,
        ]
      : []),
  ];
  return `${lines.join('\n')}\n`;
}
