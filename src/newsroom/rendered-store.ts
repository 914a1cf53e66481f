import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { keepSealed, loadSealed, markUsed } from '../cache/kept-file.ts';
import type { RenderedCopy } from '../markdown/render-copy.ts';

/**
 * Rendered texts beside the content store: one file each below `CACHE_DIR/rendered`, named by
 * the hash of all that the text depends on, and sealed, so that a damaged file is seen.
 */
export interface StoredText {
  readonly html: readonly string[];
  readonly ids: readonly string[];
  readonly text: string;
}

/** Says that a rendered text is missing or damaged: the cache must be made anew. */
export class CacheDamaged extends Error {
  override readonly name = 'CacheDamaged';
}

/** Writes a rendered text; whole or not at all. */
export function storeRendered(
  cacheDir: string,
  key: string,
  copy: RenderedCopy,
): Promise<void> {
  const stored: StoredText = { html: copy.html, ids: copy.ids, text: copy.text };
  return keepSealed(cacheDir, nameOf(key), JSON.stringify(stored));
}

/** Notes that a text is used though nobody reads it: that of a copy which did not change. */
export function markRendered(cacheDir: string, key: string): void {
  markUsed(join(cacheDir, nameOf(key)));
}

/** Whether a text is there: caches may be deleted at any time. */
export function hasRendered(cacheDir: string, key: string): boolean {
  return existsSync(join(cacheDir, nameOf(key)));
}

/**
 * Reads a rendered text. Waits for the disk, since pages are made one after another. Throws
 * `CacheDamaged` where it is not what was written.
 */
export function loadRendered(cacheDir: string, key: string): StoredText {
  const content = loadSealed(cacheDir, nameOf(key));
  if (content === undefined)
    throw new CacheDamaged(`the cached text ${key} is missing or damaged`);
  return JSON.parse(content.toString()) as StoredText;
}

function nameOf(key: string): string {
  return `rendered/${key.slice(0, 2)}/${key.slice(2)}.json`;
}
