import type { JsonFeed } from 'feedsmith';
import type { FeedEntry, FeedFacts } from './feed-entry.ts';
import { toName } from './to-atom-entry.ts';

type JsonItem = JsonFeed.Item<string>;

export function toJsonFacts(feed: JsonFeed.Feed<string>): FeedFacts {
  return {
    title: feed.title,
    link: feed.home_page_url,
    base: feed.home_page_url ?? feed.feed_url,
    lang: feed.language,
  };
}

/** The neutral form of an item; who is named for the feed is named for its items. */
export function toJsonEntry(item: JsonItem, feed: JsonFeed.Feed<string>): FeedEntry {
  const attached = item.attachments?.find(({ mime_type = '' }) =>
    mime_type.startsWith('image/'),
  );
  const picture = item.image ?? item.banner_image ?? attached?.url;
  const { content_html: html, content_text: text } = item;
  return {
    id: item.id,
    link: item.url ?? item.external_url,
    title: item.title === undefined ? undefined : { form: 'text', value: item.title },
    summary: item.summary === undefined ? undefined : { form: 'text', value: item.summary },
    content:
      html !== undefined
        ? { form: 'html', value: html }
        : text === undefined
          ? undefined
          : { form: 'text', value: text },
    published: item.date_published,
    updated: item.date_modified,
    authors: (item.authors ?? feed.authors ?? []).flatMap(toName),
    topics: (item.tags ?? []).filter((name) => name !== ''),
    picture: picture === undefined ? undefined : { url: picture },
    enclosed: item.attachments?.map(({ url }) => url),
    lang: item.language,
  };
}
