import type { Story } from '../../content/article/article.ts';
import type { PublicationSettings } from '../../content/settings/publication-settings.ts';
import { type EditionList, editionLists } from './list-addresses.ts';
import type { Edition } from './publication.ts';

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

/** Whether a story has a Markdown version. Pages have none. */
export function hasMarkdown(
  { kind }: Pick<Story, 'kind'>,
  { extras }: Pick<PublicationSettings, 'extras'>,
): boolean {
  return extras.includes('markdown') && kind !== 'page';
}

/** The lists of an edition that have feeds, the whole edition first. */
export function feedListsOf(
  edition: Edition,
  settings: Pick<PublicationSettings, 'feeds' | 'extras'>,
): EditionList[] {
  return editionLists(edition, settings).filter(({ hasFeeds }) => hasFeeds);
}

/** The addresses of the feeds of a list: one for each format. */
export function feedAddressesOf(list: string): string[] {
  return feedFormatNames.map((format) => feedAddress(list, format));
}
