import type { Article, Story } from '../../content/article/article.ts';
import { identityOf } from '../../content/article/identity.ts';
import { isPageFile } from '../../content/article/old-path.ts';
import { quote } from '../../system/problems/format-problem.ts';
import { type Place, type Problem, wrongValue } from '../../system/problems/problem.ts';
import { createRegister } from './address-register.ts';
import {
  type FeedGroups,
  feedAddressesOf,
  isSitemapAddress,
  markdownAddress,
  noticeAddress,
} from './feed-addresses.ts';
import { listAddress, listAddressesOf, searchIndexAddress } from './list-addresses.ts';
import type { Edition } from './publication.ts';

/** Files that every site has, or that hosts read. */
const reserved = [
  '/404.html',
  '/sw.js',
  '/favicon.svg',
  '/apple-touch-icon.png',
  '/icon-192.png',
  '/icon-512.png',
  '/icon-maskable.png',
  '/_headers',
  '/_redirects',
  '/_routes.json',
  '/_worker.js',
  '/hosting.json',
  '/search-records.json',
  '/stories.json',
  ...Object.values(noticeAddress),
];

export interface ClaimOptions {
  readonly pageSize: number;
  /** Whether articles have a Markdown version. */
  readonly markdown: boolean;
  /** Whether editions have a search page. */
  readonly search: boolean;
  readonly feeds: FeedGroups;
  /** The position of a field in the content file of a story. */
  readonly placeOf: (story: Story, field: string) => Place;
}

interface Claimed {
  readonly addresses: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
}

/** The last request without conflicts, and its result. */
let last: { readonly asked: readonly string[]; readonly claimed: Claimed } | undefined;

/**
 * Maps every address of the site to the file that causes it. Two conflicting outputs are a problem
 * that names both. Most edits change no address, so the last result is reused.
 */
export function claimAddresses(
  stories: readonly Story[],
  editions: readonly Edition[],
  options: ClaimOptions,
): Claimed {
  const { pageSize, markdown, search, feeds } = options;
  const lists = editions.map((edition) => [
    edition.language,
    listAddress.search(edition),
    ...listAddressesOf(edition, pageSize),
    ...feedAddressesOf(edition, feeds),
  ]);
  const asked = [JSON.stringify([markdown, search, lists])];
  for (const { kind, file, address, aliases } of stories)
    asked.push(kind, file, address, aliases.join('\n'));
  const isSame =
    last?.asked.length === asked.length &&
    asked.every((text, index) => text === last?.asked[index]);
  if (last && isSame) return last.claimed;
  const claimed = claimAll(stories, editions, options);
  last = claimed.problems.length === 0 ? { asked, claimed } : undefined;
  return claimed;
}

function claimAll(
  stories: readonly Story[],
  editions: readonly Edition[],
  { pageSize, markdown, search, feeds, placeOf }: ClaimOptions,
): Claimed {
  const addresses = new Map<string, string>();
  const problems: Problem[] = [];
  const register = createRegister();
  const own = (address: string, owner: string, output = address) => {
    const other = register.claim(output, owner);
    if (other === undefined) addresses.set(address, owner);
    return other;
  };
  for (const address of reserved) own(address, 'the site itself');
  register.close('/assets/', 'the site itself');
  if (search) register.close(searchIndexAddress, 'the search index');
  for (const edition of editions) {
    for (const address of listAddressesOf(edition, pageSize))
      own(address, `a list of the edition "${edition.language}"`);
    for (const address of feedAddressesOf(edition, feeds))
      own(address, `a feed of the edition "${edition.language}"`);
    if (search)
      own(listAddress.search(edition), `the search of the edition "${edition.language}"`);
  }
  const files = new Set(stories.map(({ file }) => file));
  const claim = (story: Story, address: string, field: string, output = address) => {
    const other = isSitemapAddress(address) ? 'a sitemap' : own(address, story.file, output);
    if (other === undefined) return true;
    const isSlug = field === 'slug';
    problems.push({
      severity: 'error',
      ...placeOf(story, field),
      field,
      message: wrongValue('an address of its own', `${address}, which is that of ${other}`),
      cure: files.has(other)
        ? isSlug
          ? 'rename one of the files or give one a `slug:`'
          : 'remove it from one of the two'
        : isSlug
          ? 'rename the file or give it another `slug:`'
          : 'remove it',
    });
    return false;
  };
  // Pages first, so that a collision is reported once, for the pages.
  const placed = stories.filter((story) => claim(story, story.address, 'slug'));
  for (const story of markdown ? placed : []) {
    if (story.kind === 'article') claim(story, markdownAddress(story.address), 'slug');
  }
  for (const story of stories) {
    for (const [index, alias] of story.aliases.entries()) {
      const folder = alias.endsWith('/') ? alias : `${alias}/`;
      claim(story, folder, `aliases.${index}`, isPageFile(alias) ? alias : folder);
    }
  }
  return { addresses, problems };
}

/**
 * Reports two articles with the same identity, of which feed readers would show only one.
 * Addresses are unique already, so at least one has an `id`.
 */
export function claimIdentities(stories: readonly Story[]): Problem[] {
  const problems: Problem[] = [];
  const owners = new Map<string, Article>();
  for (const story of stories) {
    if (story.kind !== 'article') continue;
    const identity = identityOf(story);
    const other = owners.get(identity);
    owners.set(identity, other ?? story);
    if (other === undefined || (other.id === undefined && story.id === undefined)) continue;
    problems.push({
      severity: 'error',
      file: story.file,
      line: 1,
      column: 1,
      field: 'id',
      message: wrongValue(
        'an identity of its own in feeds',
        `${quote(identity)}, which is that of ${other.file}`,
      ),
      cure: 'give each article another `id:`, or none',
    });
  }
  return problems;
}
