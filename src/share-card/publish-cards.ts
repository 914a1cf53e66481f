import { constants } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { cardPath } from './card-store.ts';
import type { LoadedCard } from './load-cards.ts';

/** Files that are copied side by side. */
const atOnce = 32;

/**
 * Copies cards into a folder of the output. Astro would make each a page of its own: ten times the
 * time, and one more copy in its cache.
 */
export async function publishCards(
  cards: Iterable<LoadedCard>,
  { cacheDir, folder }: { readonly cacheDir: string; readonly folder: string },
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const names = new Set([...cards].map(({ name }) => name)).values();
  const work = async () => {
    for (const name of names)
      await copyFile(cardPath(cacheDir, name), join(folder, name), constants.COPYFILE_FICLONE);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}
