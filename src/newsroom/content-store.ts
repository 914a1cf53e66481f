import { loadSealed, storeSealed } from '../system/cache/cached-file.ts';
import type { StoredContentFile } from './read-content-files.ts';

/** Files that copies are kept in: where one article has changed, one of them is written. */
const parts = 64;

/** The copies of an earlier run. */
export interface ContentStore {
  readonly earlier: (path: string) => StoredContentFile | undefined;
  /** Keeps these copies for the next run, and no others. */
  readonly keep: (copies: readonly StoredContentFile[]) => Promise<void>;
}

/**
 * The copies that a build or the live preview has read, for the next one: sealed files in a folder
 * below `cacheDir`, each of which may be lost. Each copy says what it was made from.
 */
export function openContentStore(cacheDir: string, folder: string): ContentStore {
  const nameOf = (part: number) => `${folder}/${part}.json`;
  const kept = Array.from({ length: parts }, (_, part) => {
    const bytes = loadSealed(cacheDir, nameOf(part));
    return bytes ? (JSON.parse(bytes.toString()) as StoredContentFile[]) : [];
  });
  const known = new Map(kept.flat().map((item) => [item.copy.path, item]));
  return {
    earlier: (path) => known.get(path),
    keep: async (copies) => {
      const byPart = Map.groupBy(copies, ({ copy }) => partOf(copy.path));
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
