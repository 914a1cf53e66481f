import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { RenderedCopy } from '../markdown/render-copy.ts';

/**
 * Rendered texts beside the content store: one file each below `CACHE_DIR/rendered`, named by
 * the hash of all that the text depends on. Its first line is the SHA-256 of the rest, so that
 * a damaged file is seen.
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
export async function storeRendered(
  cacheDir: string,
  key: string,
  copy: RenderedCopy,
): Promise<void> {
  const stored: StoredText = { html: copy.html, ids: copy.ids, text: copy.text };
  const content = JSON.stringify(stored);
  const path = pathOf(cacheDir, key);
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(temporary, `${hashOf(content)}\n${content}`);
    await rename(temporary, path);
  } catch (error) {
    // A full disk does not say where.
    throw Object.assign(error as Error, { path });
  }
}

/**
 * Reads a rendered text. Waits for the disk, since pages are made one after another: asking for
 * a small file and waiting takes several times as long. Throws `CacheDamaged` where it is not what
 * was written.
 */
export function loadRendered(cacheDir: string, key: string): StoredText {
  let file = '';
  try {
    file = readFileSync(pathOf(cacheDir, key), 'utf8');
  } catch {
    // Missing is damaged as well.
  }
  return parseStored(key, file);
}

function parseStored(key: string, file: string): StoredText {
  const newline = file.indexOf('\n');
  const content = file.slice(newline + 1);
  if (newline < 0 || file.slice(0, newline) !== hashOf(content)) {
    throw new CacheDamaged(`the cached text ${key} is missing or damaged`);
  }
  return JSON.parse(content) as StoredText;
}

function pathOf(cacheDir: string, key: string): string {
  return join(cacheDir, 'rendered', key.slice(0, 2), `${key.slice(2)}.json`);
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
