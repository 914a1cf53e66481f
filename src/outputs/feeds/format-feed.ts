import type { FeedFormat } from '../../publication/edition/feed-addresses.ts';
import type { Feed, FeedEntry } from './feed.ts';
import { formatAtom } from './format-atom.ts';
import { formatJsonFeed } from './format-json-feed.ts';
import { formatRss } from './format-rss.ts';

/** The text of an entry, by the entry: HTML that can stand anywhere. */
export type EntryHtml = (entry: FeedEntry) => string;

const formatters = { rss: formatRss, atom: formatAtom, json: formatJsonFeed } as const;

/** A feed as the text of its file. */
export function formatFeed(feed: Feed, format: FeedFormat, html: EntryHtml): string {
  return formatters[format](feed, html);
}
