import { startOf } from '../../content/article/news-date.ts';
import { localText } from '../../content/settings/local-text.ts';
import type { PlacedContext } from './feed-context.ts';
import type { NewsItem } from './format-sitemap.ts';
import { isOwnPage } from './is-own-page.ts';
import { toSitemapDate } from './to-sitemap-date.ts';

/** Milliseconds that an article is news for. */
export const newsFor = 2 * 24 * 60 * 60 * 1000;
const most = 1000;

/**
 * The newest articles of all editions, newest first, as news sitemaps want them: copies of what
 * others have published are left out. A day alone counts from its start in the publication's zone.
 */
export function toNewsItems(context: PlacedContext): NewsItem[] {
  const { publication, now, toUrl } = context;
  const { settings, editions } = publication;
  return editions
    .flatMap(({ articles, language }) => {
      const items: { start: number; item: NewsItem }[] = [];
      for (const article of articles) {
        const start = startOf(article.date, settings.timeZone);
        if (start < now - newsFor) break;
        if (start > now || !isOwnPage(context, article)) continue;
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
    .slice(0, most)
    .map(({ item }) => item);
}

/** ISO 639, without script or region; Chinese is the exception (Google, "News sitemaps"). */
function newsLanguage(language: string): string {
  const { language: base, script } = new Intl.Locale(language).maximize();
  if (base === 'zh') return script === 'Hant' ? 'zh-tw' : 'zh-cn';
  return base;
}
