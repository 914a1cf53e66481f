import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { storeFile, timeGrain } from './cached-file.ts';

const day = 86_400_000;

/** What no build has used for this long is removed. */
const keptFor = 30 * day;

/** Publications of which builds keep their own files; those that were not built longest go first. */
const maxPublications = 8;

/** Stores whose files are named by the hash of all that they are made from. */
const stores: readonly string[] = ['rendered', 'pictures', 'cards', 'compressed'];

/** Says when a publication was last built, in its folder. */
export const lastBuild = 'built';

export interface PruneOptions {
  /** Bytes that the cache may have; default: 2 GB. */
  readonly limit?: number;
  /** When the build began that has just ended: milliseconds since 1970; default: this process. */
  readonly since?: number;
}

/** Bytes that the cache has, and of them those that cannot go. */
export interface CacheSize {
  readonly bytes: number;
  readonly inUse: number;
}

/** What goes as a whole: a file of a store, or all files of a publication. */
interface Item {
  readonly path: string;
  /** When it was last used: milliseconds since 1970. */
  readonly used: number;
  readonly bytes: number;
}

/** Says when the cache was last looked through, and how large it is at most. */
const noteName = 'pruned.json';

/** A build keeps at most so many times the bytes that it prints. */
const keptOfPrinted = 4;

/**
 * Prunes the cache after a build where that may be needed: once a day, and where it may have grown over
 * its limit. `printed` is the bytes of what the build printed. Gives nothing where it was not needed.
 */
export async function pruneWhenDue(
  cacheDir: string,
  now: number,
  { limit, printed }: { readonly limit: number; readonly printed: number },
): Promise<CacheSize | undefined> {
  const { at, bytes } = readNote(cacheDir);
  const grown = bytes + printed * keptOfPrinted;
  const isDue = grown > limit || now < at || now - at > day;
  const size = isDue ? await pruneCache(cacheDir, now, { limit }) : undefined;
  const note = size ? { at: now, bytes: size.bytes } : { at, bytes: grown };
  if (isDue || printed > 0) await storeFile(cacheDir, noteName, JSON.stringify(note));
  return size;
}

/** Of a cache that was never pruned: that it is due. */
function readNote(cacheDir: string): { readonly at: number; readonly bytes: number } {
  try {
    const { at, bytes } = JSON.parse(readFileSync(join(cacheDir, noteName), 'utf8'));
    if (Number.isFinite(at) && Number.isFinite(bytes)) return { at, bytes };
  } catch {
    // Below.
  }
  return { at: 0, bytes: 0 };
}

/**
 * Removes what builds have not used for 30 days, then what was not used longest until the whole of
 * the cache is within its limit: never what was used since the build began, and nothing that builds
 * did not write. `now` is milliseconds since 1970. When a file was used is when it was changed
 * (`markUsed`), so a copy of a cache that makes all files new loses nothing but the order.
 */
export async function pruneCache(
  cacheDir: string,
  now: number,
  { limit = 2_000_000_000, since = performance.timeOrigin }: PruneOptions = {},
): Promise<CacheSize> {
  const { files, publications, others } = findItems(cacheDir);
  const inOrder = publications.sort((a, b) => b.used - a.used);
  const surplus = new Set(inOrder.slice(maxPublications));
  const items = [...files, ...publications].sort((a, b) => a.used - b.used);
  const isFree = ({ used }: Item) => used < since - timeGrain;
  const all = others + sumOf(items);
  let bytes = all;
  for (const item of items.filter(isFree)) {
    if (now - item.used <= keptFor && !surplus.has(item) && bytes <= limit) continue;
    await rm(item.path, { recursive: true, force: true });
    bytes -= item.bytes;
  }
  return { bytes, inUse: all - sumOf(items.filter(isFree)) };
}

function findItems(cacheDir: string) {
  const files: Item[] = [];
  const publications: Item[] = [];
  let others = 0;
  for (const name of namesIn(cacheDir)) {
    const path = join(cacheDir, name);
    if (stores.includes(name)) files.push(...filesIn(path));
    // Folders that are of use as a whole.
    else if (name === 'code')
      files.push(...namesIn(path).map((one) => wholeOf(join(path, one))));
    else if (name === 'publications')
      for (const id of namesIn(path)) publications.push(wholeOf(join(path, id)));
    else others += wholeOf(path).bytes;
  }
  return { files, publications, others };
}

function wholeOf(path: string): Item {
  const files = filesIn(path);
  const used = files.reduce((latest, file) => Math.max(latest, file.used), 0);
  return { path, used, bytes: sumOf(files) };
}

/** Asked one after another: for thousands of small files that costs less than side by side. */
function filesIn(path: string): Item[] {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!found) return [];
  if (!found.isDirectory()) return [{ path, used: found.mtimeMs, bytes: found.size }];
  return namesIn(path).flatMap((name) => filesIn(join(path, name)));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function sumOf(items: readonly Item[]): number {
  return items.reduce((sum, { bytes }) => sum + bytes, 0);
}
