import {
  type FeedFormat,
  feedAddress,
  feedFormatNames,
  feedFormats,
  noticeAddress,
} from '../edition/feed-addresses.ts';
import { feedListsOf } from '../edition/feed-lists.ts';
import { createFeed } from './create-feed.ts';
import { entryHtml } from './entry-html.ts';
import type { Feed, FeedEntry } from './feed.ts';
import { type FeedContext, isPlaced } from './feed-context.ts';
import { formatFeed } from './format-feed.ts';
import { formatFeedList } from './format-feed-list.ts';
import type { TextFile } from './text-file.ts';

/** A feed in one format, or a text that is ready. */
export type FeedFile =
  | {
      readonly address: string;
      readonly type: string;
      readonly format: FeedFormat;
      readonly feed: Feed;
    }
  | TextFile;

/** Every feed, and the list of them all; none where the site's address is not known. */
export function createFeeds(context: FeedContext): FeedFile[] {
  if (!isPlaced(context)) return [];
  const { editions, settings } = context.publication;
  const feeds = editions.flatMap((edition) =>
    feedListsOf(edition, settings.feeds).flatMap((list) => {
      const feed = createFeed(context, edition, list);
      return feedFormatNames.map((format) => {
        const { type } = feedFormats[format];
        return { address: feedAddress(list.address, format), type, format, feed };
      });
    }),
  );
  const list = {
    address: noticeAddress.feedList,
    type: 'text/x-opml',
    text: formatFeedList(context),
  };
  return [...feeds, list];
}

/** The text of a file; `loadHtml` gives the rendered copy of a key. */
export async function feedText(
  file: FeedFile,
  loadHtml: (key: string) => Promise<readonly string[]>,
): Promise<string> {
  if ('text' in file) return file.text;
  const texts = new Map<FeedEntry, string>();
  for (const entry of file.feed.entries)
    texts.set(entry, await textOf(entry, () => loadHtml(entry.text.body.key)));
  return formatFeed(file.feed, file.format, (entry) => texts.get(entry) ?? '');
}

/** Texts made lately: an entry stands in three formats, and in the feeds of several lists. */
const made = new Map<FeedEntry, string>();
const kept = 1000;

async function textOf(
  entry: FeedEntry,
  load: () => Promise<readonly string[]>,
): Promise<string> {
  const known = made.get(entry);
  if (known !== undefined) return known;
  const text = entryHtml(entry, await load());
  made.set(entry, text);
  const [oldest] = made.keys();
  if (made.size > kept && oldest) made.delete(oldest);
  return text;
}
