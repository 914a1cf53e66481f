import { ParseError, parseAtomFeed, parseRdfFeed, parseRssFeed } from 'feedsmith';
import type { FeedEntry, FeedFacts } from './feed-entry.ts';
import { toAtomEntry, toAtomFacts } from './to-atom-entry.ts';
import { toRssEntry, toRssFacts } from './to-rss-entry.ts';

export type XmlKind = 'rss' | 'rdf' | 'atom';

/** What a feed without its entries says of itself. */
export function parseXmlFacts(frame: string, kind: XmlKind): FeedFacts {
  return unlessNothingSaid(() => parseFacts(frame, kind)) ?? {};
}

/** The one entry of a document; undefined when it is empty. */
export function parseXmlEntry(xml: string, kind: XmlKind): FeedEntry | undefined {
  return unlessNothingSaid(() => parseEntry(xml, kind));
}

/** The parser takes a feed in which nothing is said for none. */
function unlessNothingSaid<T>(parse: () => T): T | undefined {
  try {
    return parse();
  } catch (error) {
    if (error instanceof ParseError) return undefined;
    throw error;
  }
}

function parseFacts(frame: string, kind: XmlKind): FeedFacts {
  if (kind === 'atom') return toAtomFacts(parseAtomFeed(frame));
  if (kind === 'rdf') return toRssFacts(parseRdfFeed(frame));
  const feed = parseRssFeed(frame);
  return { ...toRssFacts(feed), lang: feed.language ?? feed.dc?.languages?.[0] };
}

function parseEntry(xml: string, kind: XmlKind): FeedEntry | undefined {
  if (kind === 'atom') {
    const entry = parseAtomFeed(xml).entries?.[0];
    return entry && toAtomEntry(entry);
  }
  if (kind === 'rdf') {
    const item = parseRdfFeed(xml).items?.[0];
    const id = item?.rdf?.about;
    return item && { ...toRssEntry(item), ...(id === undefined ? {} : { id }) };
  }
  const item = parseRssFeed(xml).items?.[0];
  return item && toRssEntry(item);
}
