import type { Article } from '../../content/article/article.ts';
import { localText } from '../../content/settings/local-text.ts';
import { startOf } from '../../language/news-date.ts';
import type { LocatedContext } from './feed-context.ts';
import { isNews } from './feed-files.ts';
import { type NewsItem, toSitemapDate } from './format-sitemap.ts';

/** How long an article is in the news sitemap, in milliseconds. */
export const newsFor = 2 * 24 * 60 * 60 * 1000;
const maxItems = 1000;

/**
 * The newest articles of all editions, newest first, without those that have another canonical
 * URL, or that somebody paid for (Google, "News sitemaps").
 * A date without a time counts from the start of the day in the publication's time zone.
 */
export function toNewsItems(
  context: LocatedContext,
  isOwn: (article: Article) => boolean,
): NewsItem[] {
  const { publication, now, toUrl } = context;
  const { settings, editions } = publication;
  return editions
    .flatMap(({ articles, language }) => {
      const items: { start: number; item: NewsItem }[] = [];
      for (const article of articles) {
        const start = startOf(article.date, settings.timeZone);
        if (start < now - newsFor) break;
        if (start > now || !isOwn(article) || !isNews(article)) continue;
        const item = {
          url: toUrl(article.address),
          publication: localText(settings.name, language, settings.languages),
          language: newsLanguage(article.language),
          date: toSitemapDate(article.date),
          title: article.title,
        };
        items.push({ start, item });
      }
      return items;
    })
    .sort((a, b) => b.start - a.start || (a.item.url < b.item.url ? -1 : 1))
    .slice(0, maxItems)
    .map(({ item }) => item);
}

/** An ISO 639 code without script or region, except for Chinese (Google, "News sitemaps"). */
function newsLanguage(language: string): string {
  const { language: base, script } = new Intl.Locale(language).maximize();
  if (base === 'zh') return script === 'Hant' ? 'zh-tw' : 'zh-cn';
  return base;
}
