import type { Article, Story } from '../../content/article/article.ts';
import { identityOf } from '../../content/article/identity.ts';
import { isPageFile } from '../../content/article/old-path.ts';
import type { PublicationSettings } from '../../content/settings/publication-settings.ts';
import { quote } from '../../system/problems/format-problem.ts';
import { type Place, type Problem, wrongValue } from '../../system/problems/problem.ts';
import { createRegister } from './address-register.ts';
import {
  feedAddressesOf,
  hasMarkdown,
  isSitemapAddress,
  markdownAddress,
} from './feed-addresses.ts';
import { groupAliases } from './group-aliases.ts';
import {
  type EditionList,
  editionLists,
  listAddress,
  listPageAddresses,
  replaceableLists,
  searchIndexAddress,
} from './list-addresses.ts';
import { listSizes } from './list-pages.ts';
import type { Edition } from './publication.ts';
import { noticeAddress, replaceableFiles, reservedAddresses } from './site-files.ts';
import type { PlacedPage } from './theme-pages.ts';

export interface ClaimOptions {
  readonly settings: PublicationSettings;
  /** The position of a field in the content file of a story. */
  readonly placeOf: (story: Story, field: string) => Place;
  /** The pages of the theme that have an address. Default: none. */
  readonly themePages?: readonly PlacedPage[];
  /** Files that are published as they are. Default: none. */
  readonly publicFiles?: readonly ClaimedFile[];
}

/** A file with its path in the site, and its path as problems name it. */
export interface ClaimedFile {
  readonly file: string;
  readonly shown: string;
}

/** A file whose address is that of `other`. */
export interface RefusedFile extends ClaimedFile {
  readonly other: string;
}

interface Claimed {
  readonly addresses: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
  readonly refused: readonly RefusedFile[];
  /** Of pages of the theme. */
  readonly themeProblems: readonly Problem[];
}

/** What problems call lists whose address no page may have. */
const listNames: Readonly<Partial<Record<EditionList['kind'], string>>> = {
  all: 'the list of all articles',
  author: 'the list of an author',
  day: 'the list of a calendar day',
  front: 'the front page',
  month: 'the list of a month',
  offline: 'the list of saved articles',
  search: 'the search',
  section: 'the list of a section',
  story: 'the list of a running story',
  topic: 'the list of a topic',
  year: 'the list of a year',
};

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
  const { settings, publicFiles = [], themePages = [] } = options;
  const owned = editions.flatMap((edition) => ownedAddresses(edition, settings));
  const asked = [
    JSON.stringify([
      settings.extras,
      settings.security?.contact === undefined,
      owned,
      publicFiles,
      themePages,
    ]),
  ];
  for (const { kind, file, address, aliases, draft } of stories)
    asked.push(kind, file, address, aliases.join('\n'), `${draft}`);
  const isSame =
    last?.asked.length === asked.length &&
    asked.every((text, index) => text === last?.asked[index]);
  if (last && isSame) return last.claimed;
  const replaceable = new Set(
    editions.flatMap((edition) => replaceableLists.map((kind) => listAddress[kind](edition))),
  );
  const claimed = claimAll(stories, { owned, replaceable }, options);
  last =
    claimed.problems.length + claimed.refused.length + claimed.themeProblems.length === 0
      ? { asked, claimed }
      : undefined;
  return claimed;
}

/** The addresses of an edition's lists and feeds, each with its owner as shown in problems. */
function ownedAddresses(
  edition: Edition,
  settings: PublicationSettings,
): (readonly [address: string, owner: string])[] {
  const lists = editionLists(edition, settings);
  const sizes = listSizes(settings);
  const owned = (addresses: readonly string[], what: string) =>
    addresses.map(
      (address) => [address, `${what} of the edition "${edition.language}"`] as const,
    );
  return [
    ...lists.flatMap((list) =>
      owned(listPageAddresses(list, sizes), listNames[list.kind] ?? 'a list'),
    ),
    ...owned(
      groupAliases(edition, settings).map(({ alias }) => alias),
      'another name of a section or topic',
    ),
    ...lists.flatMap(({ address, hasFeeds }) =>
      hasFeeds ? owned(feedAddressesOf(address), 'a feed') : [],
    ),
  ];
}

function claimAll(
  stories: readonly Story[],
  {
    owned,
    replaceable,
  }: {
    readonly owned: ReturnType<typeof ownedAddresses>;
    readonly replaceable: ReadonlySet<string>;
  },
  { settings, placeOf, publicFiles = [], themePages = [] }: ClaimOptions,
): Claimed {
  const { extras } = settings;
  const addresses = new Map<string, string>();
  const problems: Problem[] = [];
  const register = createRegister();
  const own = (address: string, owner: string, output = address) => {
    const other = register.claim(output, owner);
    if (other === undefined) addresses.set(address, owner);
    return other;
  };
  for (const address of reservedAddresses) own(address, 'the site itself');
  register.close('/assets/', 'the site itself');
  if (extras.includes('search')) register.close(searchIndexAddress, 'the search index');
  for (const [address, owner] of owned) own(address, owner);
  const themeProblems = themePages.flatMap(({ address, file }): Problem[] => {
    const other = own(address, file);
    if (other === undefined) return [];
    return [
      {
        ...{ severity: 'error', file, line: 1, column: 1, field: 'page' },
        message: wrongValue('an address of its own', `${address}, which is that of ${other}`),
        cure: 'rename the file',
      },
    ];
  });
  const replaced = new Set(replaceableFiles);
  if (settings.security?.contact === undefined) replaced.add(noticeAddress.security);
  const refused = publicFiles.flatMap((item): RefusedFile[] => {
    const address = `/${item.file.replace(/(?<=^|\/)index\.html$/u, '')}`;
    if (replaced.has(address)) return [];
    const other = isSitemapAddress(address) ? 'a sitemap' : own(address, item.shown);
    return other === undefined ? [] : [{ ...item, other }];
  });
  const files = new Set([...stories, ...themePages].map(({ file }) => file));
  const claim = (story: Story, address: string, field: string, output = address) => {
    const other = isSitemapAddress(address) ? 'a sitemap' : own(address, story.file, output);
    if (other === undefined) return true;
    const isSlug = field === 'slug';
    // Not an error: once this page is published, it replaces the list.
    if (isSlug && story.kind === 'page' && replaceable.has(address) && !files.has(other))
      return false;
    // Likewise the list of an author or a running story, until its draft is published.
    const hasList = story.kind === 'person' || story.kind === 'running-story';
    if (isSlug && hasList && story.draft && !files.has(other)) return false;
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
  for (const story of placed)
    if (hasMarkdown(story, settings)) claim(story, markdownAddress(story.address), 'slug');
  for (const story of stories) {
    for (const [index, alias] of story.aliases.entries()) {
      const folder = alias.endsWith('/') ? alias : `${alias}/`;
      claim(story, folder, `aliases.${index}`, isPageFile(alias) ? alias : folder);
    }
  }
  return { addresses, problems, refused, themeProblems };
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
