import type { Dirent } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { keepFile } from './kept-file.ts';

const day = 86_400_000;

/** What no build has used for this long is removed. */
const keptFor = 30 * day;

/** Publications of which builds keep their own files; those that were not built longest go first. */
const mostPublications = 8;

/** Stores whose files are named by the hash of all that they are made from. */
const stores = ['rendered', 'pictures', 'cards', 'compressed'];

/** Says when a publication was last built, in its folder. */
export const lastBuild = 'built';

/**
 * Removes what builds have not used for 30 days, at most once a day. A damaged or missing date only
 * costs time, now or in the next build. `now` is milliseconds since 1970.
 */
export async function pruneCache(cacheDir: string, now: number): Promise<void> {
  await prunePublications(cacheDir, now);
  const mark = await stat(join(cacheDir, 'pruned')).catch(() => undefined);
  if (mark && Math.abs(now - mark.mtimeMs) < day) return;
  for (const store of stores)
    await pruneFiles(join(cacheDir, store), (changed) => now - changed > keptFor);
  await keepFile(cacheDir, 'pruned', '');
}

async function pruneFiles(folder: string, isOld: (changed: number) => boolean): Promise<void> {
  for (const entry of await entriesOf(folder, { recursive: true })) {
    if (entry.isDirectory()) continue;
    const path = join(entry.parentPath, entry.name);
    const found = await stat(path).catch(() => undefined);
    if (found && isOld(found.mtimeMs)) await rm(path, { force: true });
  }
}

async function prunePublications(cacheDir: string, now: number): Promise<void> {
  const folder = join(cacheDir, 'publications');
  const dated = await Promise.all(
    (await entriesOf(folder)).map(async ({ name }) => {
      const found = await stat(join(folder, name, lastBuild)).catch(() => undefined);
      return { path: join(folder, name), built: found?.mtimeMs ?? 0 };
    }),
  );
  const inOrder = dated.sort((a, b) => b.built - a.built);
  for (const [index, { path, built }] of inOrder.entries())
    if (index >= mostPublications || now - built > keptFor)
      await rm(path, { recursive: true, force: true });
}

function entriesOf(
  folder: string,
  { recursive = false }: { recursive?: boolean } = {},
): Promise<Dirent[]> {
  return readdir(folder, { recursive, withFileTypes: true }).catch(() => []);
}
