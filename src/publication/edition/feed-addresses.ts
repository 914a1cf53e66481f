import { listAddress } from './list-addresses.ts';
import type { Edition, Group } from './publication.ts';

/** The feed formats of a list, with file names and media types. */
export const feedFormats = {
  rss: { name: 'feed.xml', type: 'application/rss+xml', label: 'RSS' },
  atom: { name: 'atom.xml', type: 'application/atom+xml', label: 'Atom' },
  json: { name: 'feed.json', type: 'application/feed+json', label: 'JSON Feed' },
} as const;

export type FeedFormat = keyof typeof feedFormats;

/** All formats, the best known first. */
export const feedFormatNames = Object.keys(feedFormats) as readonly FeedFormat[];

/** `/ko/section/world/`, `rss` -> `/ko/section/world/feed.xml`. */
export function feedAddress(list: string, format: FeedFormat): string {
  return list + feedFormats[format].name;
}

/** The address of a sitemap of an edition: `/ko/sitemap-2026.xml`. `part` counts from 1. */
export function sitemapAddress(
  edition: Pick<Edition, 'path'>,
  of: string,
  part: number,
): string {
  return `${edition.path}sitemap-${of}${part === 1 ? '' : `-${part}`}.xml`;
}

/** Whether an address is reserved for sitemaps. */
export function isSitemapAddress(address: string): boolean {
  return /^\/(?:[a-z\d-]+\/)?sitemap-[a-z\d-]+\.xml\/?$/iu.test(address);
}

/** The address of a Markdown version: `/2026/01/06/bridge/` -> `/2026/01/06/bridge.md`. */
export function markdownAddress(address: string): string {
  return `${address.replace(/\/$/u, '')}.md`;
}

/** Files of the whole site for programs. */
export const noticeAddress = {
  sitemapIndex: '/sitemap-index.xml',
  newsSitemap: '/news-sitemap.xml',
  robots: '/robots.txt',
  llms: '/llms.txt',
  feedList: '/feeds.opml',
  security: '/.well-known/security.txt',
} as const;

/** A list with feeds: of the whole edition, a section or a topic. */
export interface FeedList {
  readonly address: string;
  readonly group?: Group;
}

/** Which groups have their own feeds (`feeds` of `publication.yaml`). */
export type FeedGroups = readonly ('sections' | 'topics')[];

/** The lists of an edition with feeds, the whole edition first. */
export function feedListsOf(edition: Edition, groups: FeedGroups): FeedList[] {
  const sections = groups.includes('sections') ? edition.sections : [];
  const topics = groups.includes('topics') ? edition.topics : [];
  return [
    { address: edition.path },
    ...sections.map((group) => ({ address: listAddress.section(edition, group.slug), group })),
    ...topics.map((group) => ({ address: listAddress.topic(edition, group.slug), group })),
  ];
}

/** The addresses of all feeds of an edition. */
export function feedAddressesOf(edition: Edition, groups: FeedGroups): string[] {
  return feedListsOf(edition, groups).flatMap(({ address }) =>
    feedFormatNames.map((format) => feedAddress(address, format)),
  );
}
