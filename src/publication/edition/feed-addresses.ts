import type { Edition } from './publication.ts';

/** The feeds of a list: the name of each and its media type. */
export const feedFormats = {
  rss: { name: 'feed.xml', type: 'application/rss+xml', label: 'RSS' },
  atom: { name: 'atom.xml', type: 'application/atom+xml', label: 'Atom' },
  json: { name: 'feed.json', type: 'application/feed+json', label: 'JSON Feed' },
} as const;

export type FeedFormat = keyof typeof feedFormats;

/** All formats, the one that most readers know first. */
export const feedFormatNames = Object.keys(feedFormats) as readonly FeedFormat[];

/** `/ko/section/world/`, `rss` -> `/ko/section/world/feed.xml`. */
export function feedAddress(list: string, format: FeedFormat): string {
  return list + feedFormats[format].name;
}

/** Where a sitemap of an edition stands: `/ko/sitemap-2026.xml`; `part` counts from 1. */
export function sitemapAddress(
  edition: Pick<Edition, 'path'>,
  of: string,
  part: number,
): string {
  return `${edition.path}sitemap-${of}${part === 1 ? '' : `-${part}`}.xml`;
}

/** Whether an address is one that a sitemap of an edition may take, now or with more articles. */
export function isSitemapAddress(address: string): boolean {
  return /^\/(?:[a-z\d-]+\/)?sitemap-[a-z\d-]+\.xml\/?$/iu.test(address);
}

/** `/2026/01/06/bridge/` -> `/2026/01/06/bridge.md`, the article's Markdown. */
export function markdownAddress(address: string): string {
  return `${address.replace(/\/$/u, '')}.md`;
}

/** Files of the whole site that tell programs where things are. */
export const noticeAddress = {
  sitemapIndex: '/sitemap-index.xml',
  newsSitemap: '/news-sitemap.xml',
  robots: '/robots.txt',
  llms: '/llms.txt',
  feedList: '/feeds.opml',
  security: '/.well-known/security.txt',
} as const;
