import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { indexRecords } from './index-records.ts';
import type { SearchRecord } from './search-record.ts';
import { searchVersion } from './search-version.ts';

export interface PlaceIndexOptions {
  readonly records: readonly SearchRecord[];
  /** The rendered text by its key. */
  readonly bodyOf: (key: string) => Promise<string>;
  /** Absolute; safe to lose. */
  readonly cacheDir: string;
  /** Where the index is to stand: absolute, not there yet. */
  readonly folder: string;
}

/** SHA-256 of every file of a kept index by its path, and of all that it was made from. */
interface KeptIndex {
  readonly key: string;
  readonly files: Readonly<Record<string, string>>;
}

/**
 * Puts the search index of these articles into `folder`: the one kept in the cache where nothing
 * that it is made from has changed and none of its files either, else a new one.
 */
export async function placeIndex(options: PlaceIndexOptions): Promise<void> {
  const place = join(options.cacheDir, 'search');
  const key = hashOf(JSON.stringify([await searchVersion(), options.records]));
  const kept = await loadKept(place);
  if (kept?.key === key && (await isCopied(place, kept, options.folder))) return;
  await rm(options.folder, { recursive: true, force: true });
  await makeAnew(place, key, options);
  const made = await loadKept(place);
  if (made === undefined || !(await isCopied(place, made, options.folder)))
    throw new Error(`${place}: the search index was changed while it was being made`);
}

async function makeAnew(
  place: string,
  key: string,
  { records, bodyOf }: PlaceIndexOptions,
): Promise<void> {
  await rm(place, { recursive: true, force: true });
  const files = join(place, 'files');
  await indexRecords(records, bodyOf, files);
  const hashes: Record<string, string> = {};
  for (const path of await listFiles(files))
    hashes[path] = hashOf(await readFile(join(files, path)));
  const kept: KeptIndex = { key, files: hashes };
  // Last, and in one step: an index that was interrupted has no list.
  await writeFile(join(place, 'list.new'), JSON.stringify(kept));
  await rename(join(place, 'list.new'), join(place, 'list.json'));
}

async function loadKept(place: string): Promise<KeptIndex | undefined> {
  try {
    return JSON.parse(await readFile(join(place, 'list.json'), 'utf8')) as KeptIndex;
  } catch {
    return undefined;
  }
}

/** False where a file is missing or damaged. */
async function isCopied(place: string, { files }: KeptIndex, folder: string): Promise<boolean> {
  const waiting = Object.entries(files).values();
  const copy = async (): Promise<boolean> => {
    for (const [path, hash] of waiting) {
      const bytes = await readFile(join(place, 'files', path)).catch(() => undefined);
      if (bytes === undefined || hashOf(bytes) !== hash) return false;
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), bytes);
    }
    return true;
  };
  const copied = await Promise.all(Array.from({ length: 16 }, copy));
  return copied.every(Boolean);
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((path) => path.replaceAll(sep, '/'))
    .sort();
}

function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
