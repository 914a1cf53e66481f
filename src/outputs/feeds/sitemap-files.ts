import type { Article, Story } from '../../content/article/article.ts';
import { type NewsDate, startOf } from '../../content/article/news-date.ts';
import { sitemapAddress } from '../../publication/edition/feed-addresses.ts';
import { listAddress } from '../../publication/edition/list-addresses.ts';
import type { Edition } from '../../publication/edition/publication.ts';
import { cutSitemap } from './cut-sitemap.ts';
import type { PlacedContext } from './feed-context.ts';
import { sitemapEntry } from './format-sitemap.ts';
import { isOwnPage } from './is-own-page.ts';
import type { SitemapFile, SitemapPage } from './sitemap.ts';
import { toSitemapDate } from './to-sitemap-date.ts';

/**
 * All sitemaps of an edition: one of the pages that are no articles, and one for the articles of
 * each year, oldest first, so that a new article changes one file. Pages whose place another page
 * is to take are in none.
 */
export function createSitemapFiles(context: PlacedContext, edition: Edition): SitemapFile[] {
  const own = edition.articles.filter((article) => isOwnPage(context, article));
  const byYear = Map.groupBy(own.toReversed(), ({ date }) => date.day.slice(0, 4));
  const years = [...byYear].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    toFiles(context, edition, 'pages', otherPages(context, edition)),
    ...years.map(([year, articles]) =>
      toFiles(
        context,
        edition,
        year,
        articles.map((article) => ({
          page: storyPage(context, article),
          changed: changeOf(article),
        })),
      ),
    ),
  ].flat();
}

interface Dated {
  readonly page: SitemapPage;
  readonly changed?: NewsDate | undefined;
}

function toFiles(
  context: PlacedContext,
  edition: Edition,
  of: string,
  dated: readonly Dated[],
): SitemapFile[] {
  const { timeZone } = context.publication.settings;
  const printed = dated.map(({ page, changed }) => ({ xml: sitemapEntry(page), changed }));
  return cutSitemap(printed).map((pages, index) => {
    const newest = latest(
      pages.map(({ changed }) => changed),
      timeZone,
    );
    return {
      address: sitemapAddress(edition, of, index + 1),
      entries: pages.map(({ xml }) => xml),
      ...(newest ? { changed: toSitemapDate(newest) } : {}),
    };
  });
}

/** Front page, sections, topics and texts that are no news. */
function otherPages(context: PlacedContext, edition: Edition): Dated[] {
  const { timeZone } = context.publication.settings;
  const list = (address: string, articles: readonly Article[]): Dated => {
    const changed = latest(articles.map(changeOf), timeZone);
    const page = { url: context.toUrl(address), languages: [], pictures: [] };
    return changed
      ? { page: { ...page, changed: toSitemapDate(changed) }, changed }
      : { page, changed };
  };
  return [
    list(edition.path, edition.articles),
    ...edition.sections.map(({ slug, articles }) =>
      list(listAddress.section(edition, slug), articles),
    ),
    ...edition.topics.map(({ slug, articles }) =>
      list(listAddress.topic(edition, slug), articles),
    ),
    ...edition.pages.map((page) => ({
      page: storyPage(context, page),
      changed: page.updated,
    })),
  ];
}

function storyPage(context: PlacedContext, story: Story): SitemapPage {
  const { publication, toUrl, picturesOn } = context;
  const copies = (publication.translations.get(story.group) ?? []).filter((copy) =>
    isOwnPage(context, copy),
  );
  const changed = story.kind === 'article' ? changeOf(story) : story.updated;
  return {
    url: toUrl(story.address),
    ...(changed ? { changed: toSitemapDate(changed) } : {}),
    languages:
      copies.length < 2
        ? []
        : copies.map(({ language, address }) => ({ language, url: toUrl(address) })),
    pictures: [...new Set(picturesOn(story))].slice(0, mostPictures),
  };
}

/** Google's image extension takes so many of one page. */
const mostPictures = 1000;

/** The last change of substance (contracts, section 3); an edit of the text alone is none. */
function changeOf({ updated, date }: Article): NewsDate {
  return updated ?? date;
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
