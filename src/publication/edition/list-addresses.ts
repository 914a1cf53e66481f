import type { Article, Story } from '../../content/article/article.ts';
import type { PublicationSettings } from '../../content/settings/publication-settings.ts';
import { toArchive } from './archive.ts';
import { type ListSizes, toListParts } from './list-pages.ts';
import type { Edition, Group } from './publication.ts';
import { toYearDays } from './year-days.ts';

type EditionPath = Pick<Edition, 'path'>;

/**
 * The addresses of an edition's lists and other pages that are not stories:
 * `/ko/section/world/`, `/topic/china/`, `/page/`, `/2026/01/`.
 */
export const listAddress = {
  /** All articles. */
  all: ({ path }: EditionPath) => `${path}page/`,
  /** All sections, all topics. */
  sections: ({ path }: EditionPath) => `${path}section/`,
  topics: ({ path }: EditionPath) => `${path}topic/`,
  /** All authors. */
  authors: ({ path }: EditionPath) => `${path}author/`,
  author: ({ path }: EditionPath, slug: string) => `${path}author/${slug}/`,
  /** All running stories. */
  stories: ({ path }: EditionPath) => `${path}story/`,
  story: ({ path }: EditionPath, slug: string) => `${path}story/${slug}/`,
  section: ({ path }: EditionPath, slug: string) => `${path}section/${slug}/`,
  topic: ({ path }: EditionPath, slug: string) => `${path}topic/${slug}/`,
  year: ({ path }: EditionPath, year: string) => `${path}${year}/`,
  /** All years. */
  archive: ({ path }: EditionPath) => `${path}archive/`,
  /** All days of every year, and one of them: `01-06`. */
  days: ({ path }: EditionPath) => `${path}on-this-day/`,
  day: ({ path }: EditionPath, day: string) => `${path}on-this-day/${day}/`,
  month: ({ path }: EditionPath, year: string, month: string) => `${path}${year}/${month}/`,
  /** The pages saved on this device. Also shown offline instead of a page that is not saved. */
  offline: ({ path }: EditionPath) => `${path}offline/`,
  /** The list of pictures with their credits. */
  credits: ({ path }: EditionPath) => `${path}credits/`,
  search: ({ path }: EditionPath) => `${path}search/`,
  /** How to follow the publication. */
  follow: ({ path }: EditionPath) => `${path}follow/`,
  /** The web app manifest. */
  manifest: ({ path }: EditionPath) => `${path}manifest.webmanifest`,
} as const;

/** The folder of the search index, which all editions share. */
export const searchIndexAddress = '/search/files/';

/**
 * Older pages of a month are below `page/`, since `2026/01/06/` is the start of article addresses.
 */
export const monthPagesFolder = 'page/';

/** Forms, below the path of an edition, of the addresses of lists, also of lists without articles. */
const listPattern =
  /^(?:|404\.html|(?:section|topic|author|story)\/.*|page\/(?:\d+\/)?|(?:archive|follow|offline|search)\/|on-this-day\/(?:\d{2}-\d{2}\/)?|credits\/(?:\d+\/)?|\d{4}\/(?:\d{2}\/(?:page\/\d+\/)?)?)$/u;

/** Whether an address, below the path of its edition, is that of a list: `section/world/2/`. */
export function isListPath(path: string): boolean {
  return listPattern.test(path);
}

/** A list of an edition, or another page or file of it that is not a story. */
export interface EditionList {
  readonly kind: keyof typeof listAddress | 'front';
  readonly address: string;
  /** The items that its pages divide; absent if it is always one page. */
  readonly paged?: readonly unknown[];
  /** Folder of its older pages, below its address. */
  readonly folder?: string;
  /** For the front page, sections, topics and authors, which are in sitemaps: their articles. */
  readonly articles?: readonly Article[];
  /** The section, topic, author or running story that it lists. */
  readonly group?: Group;
  /** The content file of its newest page. */
  readonly file?: Story;
  readonly hasFeeds?: boolean;
}

type SingleList =
  | (
      | 'offline'
      | 'manifest'
      | 'search'
      | 'follow'
      | 'sections'
      | 'topics'
      | 'authors'
      | 'stories'
    )
  | ('archive' | 'days');

/**
 * Lists that a page of the content folder may replace: only links lead to them.
 */
export const replaceableLists = [
  ...(['archive', 'authors', 'credits', 'days'] as const),
  ...(['follow', 'sections', 'stories', 'topics'] as const),
];

/** Whether a page of an edition has the address of a list. */
export function isReplaced(
  kind: EditionList['kind'],
  edition: Pick<Edition, 'path' | 'pages'>,
): boolean {
  const own = replaceableLists.find((name) => name === kind);
  if (own === undefined) return false;
  const address = listAddress[own](edition);
  return edition.pages.some((page) => page.address === address);
}

/** The settings that decide which lists there are. */
export type ListSettings = Pick<PublicationSettings, 'feeds' | 'extras' | 'follow'>;

/** Everything of an edition that is not a story, a feed or a sitemap, the front page first. */
export function editionLists(
  edition: Edition,
  { feeds, extras, follow }: ListSettings,
): EditionList[] {
  const { articles, sections, topics, authors, runningStories, pictures } = edition;
  const one = (kind: SingleList) => ({
    kind,
    address: listAddress[kind](edition),
  });
  const ofGroups = (
    kind: 'section' | 'topic' | 'author' | 'story',
    groups: readonly (Group & { readonly file?: Story })[],
    hasFeeds: boolean,
  ) =>
    groups.map((group) => ({
      kind,
      address: listAddress[kind](edition, group.slug),
      // The page of a running story's file has all articles.
      paged: kind === 'story' && group.file ? undefined : group.articles,
      articles: group.articles,
      group,
      file: group.file,
      hasFeeds,
    }));
  const days = extras.includes('days') ? toYearDays(articles) : [];
  const lists: EditionList[] = [
    { kind: 'front', address: edition.path, articles, hasFeeds: true },
    one('offline'),
    one('manifest'),
    ...(extras.includes('search') ? [one('search')] : []),
    ...(follow ? [one('follow')] : []),
    ...(sections.length > 0 ? [one('sections')] : []),
    ...(topics.length > 0 ? [one('topics')] : []),
    ...(authors.length > 0 ? [one('authors')] : []),
    ...(runningStories.length > 0 ? [one('stories')] : []),
    { kind: 'all', address: listAddress.all(edition), paged: articles },
    ...(pictures.length > 0
      ? [{ kind: 'credits' as const, address: listAddress.credits(edition), paged: pictures }]
      : []),
    ...ofGroups('section', sections, feeds.includes('sections')),
    ...ofGroups('topic', topics, feeds.includes('topics')),
    ...ofGroups('author', authors, feeds.includes('authors')),
    ...ofGroups('story', runningStories, feeds.includes('stories')),
    ...(articles.length > 0 ? [one('archive')] : []),
    ...(days.length > 0 ? [one('days')] : []),
    ...days.map(({ day }) => ({
      kind: 'day' as const,
      address: listAddress.day(edition, day),
    })),
    ...toArchive(articles).flatMap(({ year, months }): EditionList[] => [
      { kind: 'year', address: listAddress.year(edition, year) },
      ...months.map(({ month, articles }) => ({
        kind: 'month' as const,
        address: listAddress.month(edition, year, month),
        paged: articles,
        folder: monthPagesFolder,
      })),
    ]),
  ];
  return lists.filter(({ kind }) => !isReplaced(kind, edition));
}

/** The address of a page of a list by its suffix: `/2026/01/`, `3/` -> `/2026/01/page/3/`. */
export function listPageAddress(
  { address, folder = '' }: Pick<EditionList, 'address' | 'folder'>,
  suffix: string,
): string {
  return address + (suffix && folder + suffix);
}

/**
 * The addresses of all pages of a list, the newest page first, without the page of a content file.
 */
export function listPageAddresses(list: EditionList, sizes: ListSizes): string[] {
  return toListParts(list.paged ?? [], sizes).flatMap(({ suffix }) =>
    list.file && suffix === '' ? [] : listPageAddress(list, suffix),
  );
}
