import { join } from 'node:path';
import { keepSealed, loadSealed } from '../cache/kept-file.ts';
import type { RenderedCopy } from '../markdown/render-copy.ts';

/**
 * Rendered texts: one file each below `CACHE_DIR/rendered`, named by
 * the hash of all that the text depends on, and sealed, so that a damaged file is seen.
 */
export interface StoredText {
  readonly html: readonly string[];
  readonly ids: readonly string[];
  readonly text: string;
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

/** Whether a text is there, whole: caches may be deleted, or damaged, at any time. */
export function hasRendered(cacheDir: string, key: string): boolean {
  return loadSealed(cacheDir, nameOf(key)) !== undefined;
}

/**
 * Reads a rendered text. Waits for the disk, since pages are made one after another.
 * @throws {Error} where it was removed or damaged since the build began
 */
export function loadRendered(cacheDir: string, key: string): StoredText {
  const content = loadSealed(cacheDir, nameOf(key));
  if (content === undefined)
    throw new Error(`${join(cacheDir, nameOf(key))} was changed during the build; build again`);
  return JSON.parse(content.toString()) as StoredText;
}

function nameOf(key: string): string {
  return `rendered/${key.slice(0, 2)}/${key.slice(2)}.json`;
}
