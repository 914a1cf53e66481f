import type { DraftName } from '../draft.ts';
import type { FeedMetadata, GalleryPicture } from './feed-entry.ts';
import { readElements, type XmlElement } from './xml.ts';

/** An item of an export, by element name; `wp:postmeta` and categories repeat. */
export interface WordpressItem {
  readonly line: number;
  readonly text: (name: string) => string | undefined;
  readonly all: (name: string) => readonly XmlElement[];
}

export interface WordpressSite {
  readonly feed: FeedMetadata;
  readonly authors: ReadonlyMap<string, DraftName>;
  readonly attachments: ReadonlyMap<string, WordpressPicture>;
  /** Synced blocks that several posts may include. */
  readonly shared: SharedBlocks;
}

export interface WordpressPicture extends GalleryPicture {
  readonly parent: string | undefined;
}

/** The custom fields of an item. */
export function metaOf(item: WordpressItem): [key: string, value: string][] {
  return item.all('wp:postmeta').map(({ inner }) => {
    const parts = readElements(inner, 0);
    const part = (name: string) => parts.find((one) => one.name === name)?.text.trim() ?? '';
    return [part('wp:meta_key'), part('wp:meta_value')];
  });
}

/** WordPress's synced patterns by id. */
interface SharedBlocks {
  readonly html: ReadonlyMap<string, string>;
  /** Ids that a post includes. */
  readonly used: Set<string>;
}

export function createSharedBlocks(
  blocks: readonly (readonly [id: string, html: string])[],
): SharedBlocks {
  return { html: new Map(blocks), used: new Set() };
}

const reference =
  /<!--\s*wp:(?:core\/)?block\s*\{(?:(?!-->).)*?"ref"\s*:\s*"?(?<id>\d+)(?:(?!-->).)*?\/-->/gsu;

/**
 * Replaces references to synced blocks with their HTML. An unknown reference is kept, and so is a
 * recursive one (`within`).
 */
export function includeShared(
  html: string,
  shared: SharedBlocks,
  within: readonly string[] = [],
): string {
  return html.replace(reference, (all, ...groups) => {
    const { id = '' } = groups.at(-1) as Record<string, string>;
    const text = within.includes(id) ? undefined : shared.html.get(id);
    if (text === undefined) return all;
    shared.used.add(id);
    return includeShared(text, shared, [...within, id]);
  });
}
