import type { Article, Story } from '../../content/article/article.ts';
import { otherCanonicalUrl } from '../../content/article/original.ts';
import { type NewsDate, startOf } from '../../language/news-date.ts';
import { sitemapAddress } from '../../publication/edition/feed-addresses.ts';
import { editionLists } from '../../publication/edition/list-addresses.ts';
import type { Edition } from '../../publication/edition/publication.ts';
import { noticeAddress } from '../../publication/edition/site-files.ts';
import { versionsOfPage } from '../../publication/edition/theme-pages.ts';
import {
  type FeedContext,
  hasSiteUrl,
  type LocatedContext,
  type TextFile,
} from './feed-context.ts';
import {
  formatNewsSitemap,
  formatSitemap,
  formatSitemapIndex,
  type SitemapPage,
  sitemapEntry,
  splitSitemap,
  toSitemapDate,
} from './format-sitemap.ts';
import { toNewsItems } from './news-items.ts';

const type = 'application/xml';

/** All sitemaps and their index; empty without a site URL. */
export function createSitemaps(context: FeedContext): TextFile[] {
  if (!hasSiteUrl(context)) return [];
  const isOwn = (story: Story) => isCanonicalPage(context, story);
  const files = context.publication.editions.flatMap((edition) =>
    editionSitemaps(context, edition, isOwn),
  );
  const { sitemapIndex, newsSitemap } = noticeAddress;
  return [
    { address: sitemapIndex, type, text: formatSitemapIndex(files, context.toUrl) },
    ...files.map(({ address, entries }) => ({ address, type, text: formatSitemap(entries) })),
    { address: newsSitemap, type, text: formatNewsSitemap(toNewsItems(context, isOwn)) },
  ];
}

/** Whether search engines should index a story's own page, not another URL instead. */
function isCanonicalPage({ publication, toUrl }: LocatedContext, story: Story): boolean {
  if (story.kind !== 'article') return true;
  const other = otherCanonicalUrl(story, publication.settings.canonical);
  return other === undefined || other === toUrl(story.address);
}

/** A sitemap with its printed entries and the date of its newest change. */
interface SitemapFile {
  readonly address: string;
  readonly entries: readonly string[];
  readonly changed?: string;
}

/**
 * The sitemaps of an edition: one for everything except articles, and one for the articles of each
 * year, oldest first, so that a new article changes only one of them.
 */
function editionSitemaps(
  context: LocatedContext,
  edition: Edition,
  isOwn: (story: Story) => boolean,
): SitemapFile[] {
  const byYear = Map.groupBy(edition.articles.filter(isOwn).toReversed(), ({ date }) =>
    date.day.slice(0, 4),
  );
  const years = [...byYear].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    toFiles(context, edition, 'pages', otherPages(context, edition, isOwn)),
    ...years.map(([year, articles]) =>
      toFiles(
        context,
        edition,
        year,
        articles.map((article) => storyPage(context, article, isOwn)),
      ),
    ),
  ].flat();
}

interface DatedPage {
  readonly page: SitemapPage;
  readonly changed?: NewsDate;
}

function toFiles(
  context: LocatedContext,
  edition: Edition,
  of: string,
  pages: readonly DatedPage[],
): SitemapFile[] {
  const { timeZone } = context.publication.settings;
  const printed = pages.map(({ page, changed }) => ({ xml: sitemapEntry(page), changed }));
  return splitSitemap(printed).map((entries, index) => {
    const newest = latest(
      entries.map(({ changed }) => changed),
      timeZone,
    );
    return {
      address: sitemapAddress(edition, of, index + 1),
      entries: entries.map(({ xml }) => xml),
      changed: newest && toSitemapDate(newest),
    };
  });
}

/** The pages of the theme. When they change is not known. */
function themePagesOf(
  { publication: { themePages = [] }, toUrl }: LocatedContext,
  { language }: Edition,
): DatedPage[] {
  return themePages
    .filter((page) => page.language === language)
    .map((page) => {
      const versions = versionsOfPage(page, themePages);
      return {
        page: {
          url: toUrl(page.address),
          languages:
            versions.length < 2
              ? []
              : versions.map(({ language, address }) => ({ language, url: toUrl(address) })),
          pictures: [],
        },
      };
    });
}

/** The front page, sections, topics, authors, running stories, standing pages and pages of the theme. */
function otherPages(
  context: LocatedContext,
  edition: Edition,
  isOwn: (story: Story) => boolean,
): DatedPage[] {
  const { settings } = context.publication;
  const { timeZone } = settings;
  const list = (address: string, articles: readonly Article[]): DatedPage => {
    const changed = latest(articles.map(lastChange), timeZone);
    const url = context.toUrl(address);
    return {
      page: {
        ...{ url, languages: [], pictures: [] },
        changed: changed && toSitemapDate(changed),
      },
      changed,
    };
  };
  return [
    ...editionLists(edition, settings).flatMap(({ address, articles, file }) => {
      if (articles === undefined) return [];
      const own = list(address, articles);
      return file === undefined ? own : withChange(storyPage(context, file, isOwn), own);
    }),
    ...edition.pages.map((page) => storyPage(context, page, isOwn)),
    ...themePagesOf(context, edition),
  ];
}

/** The page of a content file that also lists articles: changed with the newest of them. */
function withChange(
  { page }: DatedPage,
  { page: { changed: text }, changed }: DatedPage,
): DatedPage {
  return { page: { ...page, changed: text }, changed };
}

/** The maximum number of pictures of a page in Google's image extension. */
const maxPictures = 1000;

function storyPage(
  context: LocatedContext,
  story: Story,
  isOwn: (story: Story) => boolean,
): DatedPage {
  const { publication, toUrl, picturesOn } = context;
  const versions = (publication.translations.get(story.group) ?? []).filter(isOwn);
  const changed = lastChange(story);
  return {
    page: {
      url: toUrl(story.address),
      changed: changed && toSitemapDate(changed),
      languages:
        versions.length < 2
          ? []
          : versions.map(({ language, address }) => ({ language, url: toUrl(address) })),
      pictures: [...new Set(picturesOn(story))].slice(0, maxPictures),
    },
    changed,
  };
}

/** The last change of substance. An edit without `updated` is none. */
function lastChange(story: Story): NewsDate | undefined {
  return story.updated ?? (story.kind === 'article' ? story.date : undefined);
}

function latest(
  dates: readonly (NewsDate | undefined)[],
  timeZone: string,
): NewsDate | undefined {
  let newest: NewsDate | undefined;
  for (const date of dates) {
    if (date === undefined) continue;
    if (newest === undefined || startOf(date, timeZone) > startOf(newest, timeZone))
      newest = date;
  }
  return newest;
}
