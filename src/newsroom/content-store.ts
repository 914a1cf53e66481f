import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { ContentFile } from '../content/article/content-file.ts';
import type { DataHashes } from '../content/article/read-data-files.ts';
import type { RenderedMarkdown } from '../content/markdown/render-markdown.ts';
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

/** The number of files of a store. When an article changes, only one of them is written. */
const parts = 64;

/** The content files that an earlier run has read. */
export interface ContentStore {
  readonly earlier: (path: string) => StoredContentFile | undefined;
  /** Replaces the content files of the store. */
  readonly keep: (contentFiles: readonly StoredContentFile[]) => Promise<void>;
}

/**
 * Opens the store of content files that a build or the dev preview has read. It consists of sealed files
 * in a folder below `cacheDir`; a lost or damaged one only means that its content files are read again.
 */
export function openContentStore(cacheDir: string, folder: string): ContentStore {
  const nameOf = (part: number) => `${folder}/${part}.json`;
  const kept = Array.from({ length: parts }, (_, part) => {
    const bytes = loadSealed(cacheDir, nameOf(part));
    // The seal is a hash: the content is what `keep` wrote.
    return bytes ? (JSON.parse(bytes.toString()) as StoredContentFile[]) : [];
  });
  const known = new Map(kept.flat().map((item) => [item.content.path, item]));
  return {
    earlier: (path) => known.get(path),
    keep: async (contentFiles) => {
      const byPart = Map.groupBy(contentFiles, ({ content }) => partOf(content.path));
      for (const [part, before] of kept.entries()) {
        const now = byPart.get(part) ?? [];
        const old = new Set(before);
        if (now.length === before.length && now.every((item) => old.has(item))) continue;
        await storeSealed(cacheDir, nameOf(part), JSON.stringify(now));
        kept[part] = now;
      }
    },
  };
}

function partOf(path: string): number {
  let hash = 0;
  for (let index = 0; index < path.length; index += 1)
    hash = (hash * 31 + path.charCodeAt(index)) | 0;
  return Math.abs(hash % parts);
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
  return storeSealed(cacheDir, nameOf(key), JSON.stringify(stored));
}

/**
 * Whether a text is in the cache, which may be deleted at any time. Marks it as used. Its seal is checked
 * when it is loaded.
 */
export function hasRendered(cacheDir: string, key: string): boolean {
  return touch(join(cacheDir, nameOf(key)));
}

/**
 * Loads a rendered text. Synchronous, since pages are made one after another.
 *
 * @throws {LostFromCache} where it is missing or damaged
 */
export function loadRendered(cacheDir: string, key: string): StoredText {
  const bytes = loadSealed(cacheDir, nameOf(key));
  if (bytes === undefined) throw new LostFromCache(join(cacheDir, nameOf(key)));
  // The seal is a hash: the content is what `storeRendered` wrote.
  return JSON.parse(bytes.toString()) as StoredText;
}

function nameOf(key: string): string {
  return `rendered/${key.slice(0, 2)}/${key.slice(2)}.json`;
}
