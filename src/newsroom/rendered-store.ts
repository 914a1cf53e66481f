import { join } from 'node:path';
import type { RenderedMarkdown } from '../content/markdown/render-markdown.ts';
import { LostFromCache, loadSealed, storeSealed, touch } from '../system/cache/cached-file.ts';

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
  copy: RenderedMarkdown,
): Promise<void> {
  const stored: StoredText = { html: copy.html };
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
