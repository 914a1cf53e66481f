import { resolve } from 'node:path';
import { pruneCache } from '../cache/prune-cache.ts';
import type { Settings } from '../publication/settings.ts';
import { terminal } from '../terminal/terminal.ts';

/** Removes from the cache what builds do not use any more, and says where its limit is too low. */
export async function tidyCache({ cacheDir, cacheLimit }: Settings): Promise<void> {
  const { bytes } = await pruneCache(resolve(cacheDir), Date.now(), { limit: cacheLimit });
  if (bytes <= cacheLimit) return;
  terminal().say(
    `${cacheDir}: ${formatSize(bytes)}, more than the limit of ${formatSize(cacheLimit)}: this build uses all of it (CACHE_LIMIT)`,
  );
}

function formatSize(bytes: number): string {
  return bytes >= 1_000_000_000
    ? `${(bytes / 1_000_000_000).toFixed(1)} GB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
