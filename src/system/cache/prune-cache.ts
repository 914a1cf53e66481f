import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { storeFile, timeGrain } from './cached-file.ts';

const day = 86_400_000;

/** Files that no build has used for this long are removed. */
const maxAge = 30 * day;

/** How many publications have files of their own in the cache; the least recently built go first. */
const maxPublications = 8;

/** Stores whose files are named by the hash of everything they are made from. */
const stores: readonly string[] = ['rendered', 'pictures', 'cards', 'compressed'];

/** File in the folder of a publication whose time is that of its last build. */
export const lastBuild = 'built';

export interface PruneOptions {
  /** Maximum size in bytes; default: 2 GB. */
  readonly limit?: number;
  /** When the last build started, in milliseconds since 1970; default: the start of this process. */
  readonly since?: number;
}

/** Size of the cache in bytes, and of the part that cannot be removed. */
export interface CacheSize {
  readonly bytes: number;
  readonly inUse: number;
}

/** Something that is removed as a whole: a file of a store, or all files of a publication. */
interface Item {
  readonly path: string;
  /** Last use, in milliseconds since 1970. */
  readonly used: number;
  readonly bytes: number;
}

/** Records the time of the last pruning, and the maximum size that the cache can have now. */
const noteName = 'pruned.json';

/** A build stores at most this many times the bytes that it prints. */
const storedPerPrinted = 4;

/**
 * Prunes the cache after a build if that may be needed: once a day, or if it may have outgrown its
 * limit. `printed` is the number of bytes that the build printed. Returns undefined if nothing was done.
 */
export async function pruneWhenDue(
  cacheDir: string,
  now: number,
  { limit, printed }: { readonly limit: number; readonly printed: number },
): Promise<CacheSize | undefined> {
  const { at, bytes } = readNote(cacheDir);
  const grown = bytes + printed * storedPerPrinted;
  const isDue = grown > limit || now < at || now - at > day;
  const size = isDue ? await pruneCache(cacheDir, now, { limit }) : undefined;
  const note = size ? { at: now, bytes: size.bytes } : { at, bytes: grown };
  if (isDue || printed > 0) await storeFile(cacheDir, noteName, JSON.stringify(note));
  return size;
}

/** Without a valid note, pruning is due. */
function readNote(cacheDir: string): { readonly at: number; readonly bytes: number } {
  try {
    const { at, bytes } = JSON.parse(readFileSync(join(cacheDir, noteName), 'utf8'));
    if (Number.isFinite(at) && Number.isFinite(bytes)) return { at, bytes };
  } catch {
    // Missing or damaged.
  }
  return { at: 0, bytes: 0 };
}

/**
 * Removes files that no build has used for 30 days, then the least recently used ones until the cache
 * is within its limit. It never removes files that were used since the build started, or files that
 * builds did not write. `now` is in milliseconds since 1970. The time of a file is its last use
 * (`markUsed`), so a copied cache loses only the order of use.
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
  const isUnused = ({ used }: Item) => used < since - timeGrain;
  const all = others + sumOf(items);
  let bytes = all;
  for (const item of items.filter(isUnused)) {
    if (now - item.used <= maxAge && !surplus.has(item) && bytes <= limit) continue;
    await rm(item.path, { recursive: true, force: true });
    bytes -= item.bytes;
  }
  return { bytes, inUse: all - sumOf(items.filter(isUnused)) };
}

function findItems(cacheDir: string) {
  const files: Item[] = [];
  const publications: Item[] = [];
  let others = 0;
  for (const name of namesIn(cacheDir)) {
    const path = join(cacheDir, name);
    // One by one: so many arguments as a store has files would overflow the stack.
    if (stores.includes(name)) for (const file of filesIn(path)) files.push(file);
    // Folders that are useful only as a whole.
    else if (name === 'code')
      for (const one of namesIn(path)) files.push(wholeOf(join(path, one)));
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

/** Synchronous: for thousands of small files this is faster than asynchronous calls. */
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
