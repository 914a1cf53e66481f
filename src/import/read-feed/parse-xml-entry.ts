import { ParseError, parseAtomFeed, parseRdfFeed, parseRssFeed } from 'feedsmith';
import type { FeedMetadata, ImportedEntry } from './feed-entry.ts';
import { type EntryText, joinEntries } from './split-feed.ts';
import { toAtomEntry, toAtomMetadata, toRssEntry, toRssMetadata } from './to-feed-entry.ts';

export type XmlKind = 'rss' | 'rdf' | 'atom';

/** Parses the metadata of a feed without its entries. */
export function parseXmlMetadata(frame: string, kind: XmlKind): FeedMetadata {
  return ignoreEmpty(() => parseMetadata(frame, kind)) ?? {};
}

/** Entries per batch: starting the parser takes longer than parsing an entry. */
const maxBatch = 50;
/** Characters per batch. */
const maxBatchCharacters = 100_000;

/** A parsed entry; `fault` is set instead of `entry` if it cannot be parsed. */
interface ParsedEntry {
  readonly line: number;
  readonly xml: string;
  readonly entry?: ImportedEntry | undefined;
  readonly fault?: unknown;
}

/** Parses entries in order. `entry` is undefined for an empty one. */
export function* parseXmlEntries(
  entries: readonly EntryText[],
  kind: XmlKind,
): Generator<ParsedEntry> {
  for (let from = 0; from < entries.length; ) {
    let to = from;
    for (let size = 0; to < entries.length && to - from < maxBatch; to++) {
      size += entries[to]?.xml.length ?? 0;
      if (size > maxBatchCharacters && to > from) break;
    }
    const batch = entries.slice(from, to);
    const parsed = parseBatch(batch, kind);
    for (const [index, { xml, line }] of batch.entries())
      yield parsed === undefined
        ? parseAlone(xml, line, kind)
        : { line, xml, entry: parsed[index] };
    from = to;
  }
}

/** Undefined if the parser returns another number of entries: it skips empty ones. */
function parseBatch(
  batch: readonly EntryText[],
  kind: XmlKind,
): readonly ImportedEntry[] | undefined {
  const xml = batch.length < 2 ? undefined : joinEntries(batch);
  if (xml === undefined) return undefined;
  try {
    const parsed = parseEntries(xml, kind);
    return parsed.length === batch.length ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function parseAlone(xml: string, line: number, kind: XmlKind): ParsedEntry {
  try {
    return { line, xml, entry: ignoreEmpty(() => parseEntries(xml, kind)[0]) };
  } catch (fault) {
    return { line, xml, fault };
  }
}

/** The parser rejects a feed in which every element is empty. */
function ignoreEmpty<T>(parse: () => T): T | undefined {
  try {
    return parse();
  } catch (error) {
    if (error instanceof ParseError) return undefined;
    throw error;
  }
}

function parseMetadata(frame: string, kind: XmlKind): FeedMetadata {
  if (kind === 'atom') return toAtomMetadata(parseAtomFeed(frame));
  if (kind === 'rdf') return toRssMetadata(parseRdfFeed(frame));
  const feed = parseRssFeed(frame);
  return { ...toRssMetadata(feed), lang: feed.language ?? feed.dc?.languages?.[0] };
}

function parseEntries(xml: string, kind: XmlKind): ImportedEntry[] {
  if (kind === 'atom') return (parseAtomFeed(xml).entries ?? []).map(toAtomEntry);
  if (kind === 'rss') return (parseRssFeed(xml).items ?? []).map(toRssEntry);
  return (parseRdfFeed(xml).items ?? []).map((item) => {
    const id = item.rdf?.about;
    return { ...toRssEntry(item), id };
  });
}
