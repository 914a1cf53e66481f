import { toArchive } from './archive.ts';
import { toListParts } from './list-pages.ts';
import type { Edition } from './publication.ts';

/**
 * The addresses of an edition's lists: `/ko/section/world/`, `/topic/china/`, `/page/`,
 * `/2026/01/`.
 */
export const listAddress = {
  all: (edition: Pick<Edition, 'path'>) => `${edition.path}page/`,
  /** All sections, all topics. */
  sections: (edition: Pick<Edition, 'path'>) => `${edition.path}section/`,
  topics: (edition: Pick<Edition, 'path'>) => `${edition.path}topic/`,
  section: (edition: Pick<Edition, 'path'>, slug: string) => `${edition.path}section/${slug}/`,
  topic: (edition: Pick<Edition, 'path'>, slug: string) => `${edition.path}topic/${slug}/`,
  year: (edition: Pick<Edition, 'path'>, year: string) => `${edition.path}${year}/`,
  month: (edition: Pick<Edition, 'path'>, year: string, month: string) =>
    `${edition.path}${year}/${month}/`,
  /** The pages saved on this device. Also shown offline instead of a page that is not saved. */
  offline: (edition: Pick<Edition, 'path'>) => `${edition.path}offline/`,
  /** The list of pictures with their credits. */
  credits: (edition: Pick<Edition, 'path'>) => `${edition.path}credits/`,
  search: (edition: Pick<Edition, 'path'>) => `${edition.path}search/`,
  /** The web app manifest. */
  manifest: (edition: Pick<Edition, 'path'>) => `${edition.path}manifest.webmanifest`,
} as const;

/** The folder of the search index, which all editions share. */
export const searchIndexAddress = '/search/files/';

/**
 * Older pages of a month are below `page/`, since `2026/01/06/` is the start of article addresses.
 */
export const monthPagesFolder = 'page/';

/** Every address of an edition other than articles and pages: front page, lists and so on. */
export function listAddressesOf(edition: Edition, pageSize: number): string[] {
  const pagesOf = (address: string, items: readonly unknown[], folder = '') =>
    toListParts(items, pageSize).map(({ suffix }) => address + (suffix && folder + suffix));
  return [
    edition.path,
    listAddress.offline(edition),
    listAddress.manifest(edition),
    ...(edition.sections.length > 0 ? [listAddress.sections(edition)] : []),
    ...(edition.topics.length > 0 ? [listAddress.topics(edition)] : []),
    ...pagesOf(listAddress.all(edition), edition.articles),
    ...(edition.pictures.length > 0
      ? pagesOf(listAddress.credits(edition), edition.pictures)
      : []),
    ...edition.sections.flatMap((group) =>
      pagesOf(listAddress.section(edition, group.slug), group.articles),
    ),
    ...edition.topics.flatMap((group) =>
      pagesOf(listAddress.topic(edition, group.slug), group.articles),
    ),
    ...toArchive(edition.articles).flatMap(({ year, months }) => [
      listAddress.year(edition, year),
      ...months.flatMap(({ month, articles }) =>
        pagesOf(listAddress.month(edition, year, month), articles, monthPagesFolder),
      ),
    ]),
  ];
}
