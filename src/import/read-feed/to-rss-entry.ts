import type { RdfFeed, RssFeed } from 'feedsmith';
import type { FeedEntry, FeedFacts, FeedText } from './feed-entry.ts';
import { pickPicture } from './pick-picture.ts';
import { looksLikeHtml } from './text-of-html.ts';

/** An item of RSS 2.0; one of RSS 1.0 has the same fields and fewer. */
export type RssItem = RssFeed.Item<string>;

export function toRssFacts(feed: RssFeed.Feed<string> | RdfFeed.Feed<string>): FeedFacts {
  return {
    title: feed.title,
    link: feed.link,
    base: feed.xml?.base ?? feed.link,
    lang: feed.xml?.lang ?? feed.dc?.languages?.[0],
  };
}

/** The neutral form of an item. What `itunes` says is about a programme, not a text. */
export function toRssEntry(item: RssItem): FeedEntry {
  const { guid, atom, dc, media } = item;
  const permalink = guid?.isPermaLink !== false ? guid?.value : undefined;
  const link = item.link ?? (/^https?:/iu.test(permalink ?? '') ? permalink : undefined);
  const full = item.content?.encoded ?? atom?.content?.value;
  const written = item.authors?.map(({ name, email }) => name ?? email ?? '') ?? [];
  const authors = dc?.creators ?? written;
  return {
    id: guid?.value ?? atom?.id,
    link:
      link ?? atom?.links?.find(({ rel }) => rel === undefined || rel === 'alternate')?.href,
    title: toText(item.title ?? dc?.titles?.[0]),
    summary: toText(item.description ?? dc?.descriptions?.[0]),
    content: full === undefined ? undefined : { form: 'html', value: full },
    published: item.pubDate ?? dc?.dates?.[0] ?? item.dcterms?.issued?.[0] ?? atom?.published,
    updated: atom?.updated ?? item.dcterms?.modified?.[0],
    authors: authors.filter((name) => name !== ''),
    topics: topicsOf(item),
    picture: pickPicture(media, item.enclosures),
    enclosed: item.enclosures?.map(({ url }) => url),
    lang: item.xml?.lang ?? dc?.languages?.[0],
    base: item.xml?.base,
  };
}

function topicsOf(item: RssItem): string[] {
  const named = item.categories?.map(({ name }) => name ?? '') ?? item.dc?.subjects ?? [];
  return named.filter((name) => name !== '');
}

/** RSS does not say whether a text is HTML. */
function toText(value: string | undefined): FeedText | undefined {
  if (value === undefined) return undefined;
  return { form: looksLikeHtml(value) || /&#?\w+;/u.test(value) ? 'html' : 'text', value };
}
