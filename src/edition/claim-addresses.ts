import type { Story } from '../article/article.ts';
import type { Problem } from '../problems/problem.ts';
import { isSitemapAddress, markdownAddress, noticeAddress } from './feed-addresses.ts';
import { type FeedGroups, feedAddressesOf } from './feed-lists.ts';
import { listAddress, listAddressesOf, searchIndexAddress } from './list-addresses.ts';
import type { Edition } from './publication.ts';

/** Addresses that are always there, whatever the content. */
const reserved = [
  '/404.html',
  '/assets/',
  '/sw.js',
  '/_headers',
  '/_redirects',
  '/hosting.json',
  '/search-records.json',
  '/stories.json',
  ...Object.values(noticeAddress),
];

export interface ClaimOptions {
  readonly pageSize: number;
  /** Whether each article's Markdown has an address too. */
  readonly markdown: boolean;
  /** Whether each edition has a page for searching. */
  readonly search: boolean;
  readonly feeds: FeedGroups;
}

/**
 * Every address of the site with the file that is the reason for it. Two outputs with one
 * address are a problem that names both. Case does not tell addresses apart: some hosts and
 * file systems do not either. Nor does a slash at the end: a file cannot be a folder as well.
 */
export function claimAddresses(
  stories: readonly Story[],
  editions: readonly Edition[],
  { pageSize, markdown, search, feeds }: ClaimOptions,
): { addresses: Map<string, string>; problems: Problem[] } {
  const addresses = new Map<string, string>();
  const owners = new Map<string, string>();
  const problems: Problem[] = [];
  const own = (address: string, owner: string) => {
    const key = address.normalize('NFC').toLowerCase().replace(/\/$/u, '');
    const other = owners.get(key);
    if (other === undefined) {
      owners.set(key, owner);
      addresses.set(address, owner);
    }
    return other;
  };
  for (const address of reserved) own(address, 'the site itself');
  if (search) own(searchIndexAddress, 'the search index');
  for (const edition of editions) {
    for (const address of listAddressesOf(edition, pageSize))
      own(address, `a list of the edition "${edition.language}"`);
    for (const address of feedAddressesOf(edition, feeds))
      own(address, `a feed of the edition "${edition.language}"`);
    if (search)
      own(listAddress.search(edition), `the search of the edition "${edition.language}"`);
  }
  const claim = (story: Story, address: string, field: string) => {
    const other = isSitemapAddress(address) ? 'a sitemap' : own(address, story.file);
    if (other === undefined) return true;
    problems.push({
      severity: 'error',
      file: story.file,
      line: 1,
      column: 1,
      field,
      expected: 'an address of its own',
      got: `${address}, which is that of ${other}`,
      cure:
        field === 'slug'
          ? 'rename one of the files or give one a `slug:`'
          : 'remove it from one of the two',
    });
    return false;
  };
  // All pages before what stands beside them: a collision is told once, of the pages.
  const placed = stories.filter((story) => claim(story, story.address, 'slug'));
  for (const story of markdown ? placed : []) {
    if (story.kind === 'article') claim(story, markdownAddress(story.address), 'slug');
  }
  for (const story of stories) {
    for (const alias of story.aliases)
      claim(story, alias.endsWith('/') ? alias : `${alias}/`, 'aliases');
  }
  return { addresses, problems };
}
