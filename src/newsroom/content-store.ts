import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { ContentFile } from '../content/article/content-file.ts';
import type { DataHashes } from '../content/article/read-data-files.ts';
import type { RenderedMarkdown } from '../content/markdown/render-markdown.ts';
import { bucketOf, buckets } from '../system/cache/bucket.ts';
import { LostFromCache, loadSealed, storeSealed, touch } from '../system/cache/cached-file.ts';
import type { Problem } from '../system/problems/problem.ts';

/** Everything that the reading of a file depends on. */
export interface ReadFrom {
  /** A hash of the renderer and its settings. */
  readonly recipe: string;
  /** The SHA-256 of the file. */
  readonly bytes: string;
  /**
   * The size, times and inode of the file when it was read. Where these are the same, so are the bytes.
   * Absent where the file had changed so recently that a later change might not show in its times.
   */
  readonly look?: string;
  /** The data files of its tables and charts. */
  readonly data?: DataHashes;
}

/** A content file and what it was read from. */
export interface StoredContentFile extends ReadFrom {
  readonly content: ContentFile;
}

/** The problems of a content file that has errors. */
export interface FailedReading extends ReadFrom {
  readonly problems: readonly Problem[];
  /** What can be read of it. */
  readonly faulty?: ContentFile;
  /** Whether its renderer crashed or timed out, which another time it may not. */
  readonly lost?: true;
}

export type Reading = StoredContentFile | FailedReading;

/** Whether two readings of a file have the same inputs, and therefore the same result. */
export function isSameReading(one: ReadFrom, other: ReadFrom): boolean {
  return (
    one.bytes === other.bytes &&
    one.recipe === other.recipe &&
    isDeepStrictEqual(one.data, other.data)
  );
}

/** What an earlier run has read. */
export interface ContentStore {
  readonly earlier: (path: string) => Reading | undefined;
  /** Replaces the readings of the store, or of some of its buckets. */
  readonly keep: (readings: ReadonlyMap<string, Reading>) => Promise<void>;
}

/** The path of a content file without its language and ending. Translations are in the bucket of their original. */
export function bucketOfContent(path: string): number {
  const name = path.lastIndexOf('/') + 1;
  const end = path.indexOf('.', name);
  return bucketOf(end < 0 ? path : path.slice(0, end));
}

/**
 * Opens the store of the content files that a build or the dev preview has read, also those with errors. It
 * consists of sealed files in a folder below `cacheDir`, one for each bucket, so that one changed article means
 * that one of them is written; a lost or damaged one only means that its content files are read again.
 *
 * @param isOwn whether a bucket is read and written. Default: all
 */
export function openContentStore(
  cacheDir: string,
  folder: string,
  isOwn: (bucket: number) => boolean = () => true,
): ContentStore {
  const nameOf = (bucket: number) => `${folder}/${bucket}.json`;
  const known = new Map<string, Reading>();
  const kept = new Map<number, ReadonlyMap<string, Reading>>();
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    if (!isOwn(bucket)) continue;
    const bytes = loadSealed(cacheDir, nameOf(bucket));
    // The seal is a hash: the content is what `keep` wrote.
    const items = new Map(bytes ? (JSON.parse(bytes.toString()) as [string, Reading][]) : []);
    for (const [path, reading] of items) known.set(path, reading);
    kept.set(bucket, items);
  }
  return {
    earlier: (path) => known.get(path),
    keep: async (readings) => {
      const lists = Map.groupBy([...readings], ([path]) => bucketOfContent(path));
      for (const [bucket, before] of kept) {
        const now = new Map(lists.get(bucket)?.filter(([, one]) => !('lost' in one)));
        if (
          now.size === before.size &&
          [...now].every(([path, one]) => before.get(path) === one)
        )
          continue;
        await storeSealed(cacheDir, nameOf(bucket), JSON.stringify([...now]));
        kept.set(bucket, now);
      }
    },
  };
}

/**
 * A rendered text. Each is a sealed file below `CACHE_DIR/rendered`, named by the hash of everything that
 * it depends on.
 */
export interface StoredText {
  readonly html: readonly string[];
}

/** Writes a rendered text, atomically. */
export function storeRendered(
  cacheDir: string,
  key: string,
  content: RenderedMarkdown,
): Promise<void> {
  const stored: StoredText = { html: content.html };
  return storeSealed(cacheDir, renderedPath(key), JSON.stringify(stored));
}

/**
 * Whether a text is in the cache, which may be deleted at any time. Marks it as used. Its seal is checked
 * when it is loaded.
 */
export function hasRendered(cacheDir: string, key: string): boolean {
  return touch(join(cacheDir, renderedPath(key)));
}

/**
 * Loads a rendered text. Synchronous, since pages are made one after another.
 *
 * @throws {LostFromCache} where it is missing or damaged
 */
export function loadRendered(cacheDir: string, key: string): StoredText {
  const bytes = loadSealed(cacheDir, renderedPath(key));
  if (bytes === undefined) throw new LostFromCache(join(cacheDir, renderedPath(key)));
  // The seal is a hash: the content is what `storeRendered` wrote.
  return JSON.parse(bytes.toString()) as StoredText;
}

/** The path of a rendered text below `CACHE_DIR`, with `/`. */
export function renderedPath(key: string): string {
  return `rendered/${key.slice(0, 2)}/${key.slice(2)}.json`;
}
