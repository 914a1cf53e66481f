import { join } from 'node:path';
import type { ContentFile } from '../content/article/content-file.ts';
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
  return one.bytes === other.bytes && one.recipe === other.recipe;
}

/** Files that contentFiles are kept in: where one article has changed, one of them is written. */
const parts = 64;

/** The contentFiles of an earlier run. */
export interface ContentStore {
  readonly earlier: (path: string) => StoredContentFile | undefined;
  /** Keeps these contentFiles for the next run, and no others. */
  readonly keep: (contentFiles: readonly StoredContentFile[]) => Promise<void>;
}

/**
 * The contentFiles that a build or the live preview has read, for the next one: sealed files in a folder
 * below `cacheDir`, each of which may be lost. Each content says what it was made from.
 */
export function openContentStore(cacheDir: string, folder: string): ContentStore {
  const nameOf = (part: number) => `${folder}/${part}.json`;
  const kept = Array.from({ length: parts }, (_, part) => {
    const bytes = loadSealed(cacheDir, nameOf(part));
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
 * Rendered texts: one file each below `CACHE_DIR/rendered`, named by
 * the hash of all that the text depends on, and sealed, so that a damaged file is seen.
 */
export interface StoredText {
  readonly html: readonly string[];
}

/** Writes a rendered text; whole or not at all. */
export function storeRendered(
  cacheDir: string,
  key: string,
  content: RenderedMarkdown,
): Promise<void> {
  const stored: StoredText = { html: content.html };
  return storeSealed(cacheDir, nameOf(key), JSON.stringify(stored));
}

/**
 * Whether a text is there: caches may be deleted at any time. Notes that it is used. Whether it is whole
 * is seen when it is read.
 */
export function hasRendered(cacheDir: string, key: string): boolean {
  return touch(join(cacheDir, nameOf(key)));
}

/**
 * Reads a rendered text. Waits for the disk, since pages are made one after another.
 * @throws {LostFromCache} where it was removed or damaged
 */
export function loadRendered(cacheDir: string, key: string): StoredText {
  const content = loadSealed(cacheDir, nameOf(key));
  if (content === undefined) throw new LostFromCache(join(cacheDir, nameOf(key)));
  return JSON.parse(content.toString()) as StoredText;
}

function nameOf(key: string): string {
  return `rendered/${key.slice(0, 2)}/${key.slice(2)}.json`;
}
