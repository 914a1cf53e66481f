import type { Article } from '../../content/article/article.ts';
import type { LocalText } from '../../content/settings/local-text.ts';
import {
  type FeedFormat,
  feedAddress,
  feedFormatNames,
  feedFormats,
  feedListsOf,
} from '../../publication/edition/feed-addresses.ts';
import type { Publication } from '../../publication/edition/publication.ts';
import type { Feed, FeedEntry } from './feed.ts';
import { entryHtml } from './feed-html.ts';
import { formatAtom } from './format-atom.ts';
import { formatJsonFeed } from './format-json-feed.ts';
import { formatRss } from './format-rss.ts';

/** The maximum number of articles in a feed. */
export const feedLength = 30;

/** Whether an article belongs into feeds and sitemaps of news. */
export function isNews({ genre }: Pick<Article, 'genre'>): boolean {
  return genre !== 'sponsored';
}

/** The list whose newest articles a feed has. */
export interface FeedSubject {
  readonly language: string;
  /** Address of the edition's front page. */
  readonly path: string;
  readonly address: string;
  /** Names of the section or topic; absent for the whole edition. */
  readonly names?: LocalText;
  /** Of the section or topic. */
  readonly description?: string;
  /** Of the section or topic: a file below `/assets/`, with its size in pixels. */
  readonly picture?: {
    readonly name: string;
    readonly width: number;
    readonly height: number;
  };
}

/** A feed in one format, and what it is made from. */
export interface PlannedFeed {
  readonly address: string;
  readonly type: string;
  readonly format: FeedFormat;
  readonly subject: FeedSubject;
  /** The path of the picture of its section or topic. */
  readonly picture?: string;
  /** Newest first. */
  readonly articles: readonly Article[];
}

/** Every feed of a publication. No feed of news has what somebody paid for. */
export function planFeeds({ editions, settings }: Publication): PlannedFeed[] {
  return editions.flatMap((edition) =>
    feedListsOf(edition, settings).flatMap(({ address, articles = [], group }) => {
      const { language, path } = edition;
      const newest = firstWhere(articles, isNews, feedLength);
      return feedFormatNames.map((format) => ({
        address: feedAddress(address, format),
        type: feedFormats[format].type,
        format,
        subject: {
          language,
          path,
          address,
          names: group?.names,
          description: group?.description,
        },
        picture: group?.picture?.file,
        articles: newest,
      }));
    }),
  );
}

/** The first `count` items that fit, without looking at the others. */
function firstWhere<T>(items: readonly T[], fits: (item: T) => boolean, count: number): T[] {
  const found: T[] = [];
  for (const item of items) {
    if (found.length === count) break;
    if (fits(item)) found.push(item);
  }
  return found;
}

const formatters = { rss: formatRss, atom: formatAtom, json: formatJsonFeed } as const;

/** The text of a feed. `loadHtml` loads the rendered text of a key. */
export async function feedText(
  feed: Feed,
  format: FeedFormat,
  loadHtml: (key: string) => Promise<readonly string[]>,
): Promise<string> {
  const texts = new Map<FeedEntry, string>();
  for (const entry of feed.entries)
    texts.set(entry, await textOf(entry, () => loadHtml(entry.text.body.key)));
  return formatters[format](feed, (entry) => texts.get(entry) ?? '');
}

/** Recent texts: an entry is in three formats, and in the feeds of several lists. */
const recentTexts = new Map<string, string>();
const maxRecent = 1000;

async function textOf(
  entry: FeedEntry,
  load: () => Promise<readonly string[]>,
): Promise<string> {
  const { url, language, direction, text } = entry;
  const key = JSON.stringify([url, language, direction, text]);
  const known = recentTexts.get(key);
  if (known !== undefined) return known;
  const html = entryHtml(entry, await load());
  recentTexts.set(key, html);
  const [oldest] = recentTexts.keys();
  if (recentTexts.size > maxRecent && oldest) recentTexts.delete(oldest);
  return html;
}
