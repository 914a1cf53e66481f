import type { Article } from '../../content/article/article.ts';
import type { LocalText } from '../../content/settings/local-text.ts';
import {
  type FeedFormat,
  feedAddress,
  feedFormatNames,
  feedFormats,
} from '../../publication/edition/feed-addresses.ts';
import { feedListsOf } from '../../publication/edition/feed-lists.ts';
import type { Publication } from '../../publication/edition/publication.ts';
import { entryHtml } from './entry-html.ts';
import type { Feed, FeedEntry } from './feed.ts';
import { formatFeed } from './format-feed.ts';

/** How many articles a feed holds, the newest ones. */
export const feedLength = 30;

/** The list that a feed is of. */
export interface FedList {
  readonly language: string;
  /** Where its edition begins. */
  readonly path: string;
  readonly address: string;
  /** Of a section or topic; absent for the whole edition. */
  readonly names?: LocalText;
}

/** A feed in one format, and what it is made from. */
export interface PlannedFeed {
  readonly address: string;
  readonly type: string;
  readonly format: FeedFormat;
  readonly list: FedList;
  /** Newest first. */
  readonly articles: readonly Article[];
}

/** Every feed of a publication. */
export function planFeeds({ editions, settings }: Publication): PlannedFeed[] {
  return editions.flatMap((edition) =>
    feedListsOf(edition, settings.feeds).flatMap(({ address, group }) => {
      const { language, path } = edition;
      const names = group ? { names: group.names } : {};
      const articles = (group?.articles ?? edition.articles).slice(0, feedLength);
      return feedFormatNames.map((format) => ({
        address: feedAddress(address, format),
        type: feedFormats[format].type,
        format,
        list: { language, path, address, ...names },
        articles,
      }));
    }),
  );
}

/** The text of a feed; `loadHtml` gives the rendered copy of a key. */
export async function feedText(
  feed: Feed,
  format: FeedFormat,
  loadHtml: (key: string) => Promise<readonly string[]>,
): Promise<string> {
  const texts = new Map<FeedEntry, string>();
  for (const entry of feed.entries)
    texts.set(entry, await textOf(entry, () => loadHtml(entry.text.body.key)));
  return formatFeed(feed, format, (entry) => texts.get(entry) ?? '');
}

/** Texts made lately: an entry stands in three formats, and in the feeds of several lists. */
const made = new Map<string, string>();
const kept = 1000;

async function textOf(
  entry: FeedEntry,
  load: () => Promise<readonly string[]>,
): Promise<string> {
  const { url, language, direction, text } = entry;
  const key = JSON.stringify([url, language, direction, text]);
  const known = made.get(key);
  if (known !== undefined) return known;
  const html = entryHtml(entry, await load());
  made.set(key, html);
  const [oldest] = made.keys();
  if (made.size > kept && oldest) made.delete(oldest);
  return html;
}
