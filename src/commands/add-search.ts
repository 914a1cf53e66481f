import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { searchIndexAddress } from '../edition/list-addresses.ts';
import { loadRendered } from '../newsroom/rendered-store.ts';
import { placeIndex } from '../search/place-index.ts';
import type { SearchRecord } from '../search/search-record.ts';

/**
 * Puts the search index into a folder of built pages, in the place of the list of articles that
 * a route has left there. Nothing where the publication has no search.
 *
 * @param folder absolute
 * @param own the part of the cache for this publication alone; absolute, as `cacheDir`
 * @throws {Error} when the index cannot be made
 */
export async function addSearch(
  folder: string,
  { own, cacheDir }: { readonly own: string; readonly cacheDir: string },
): Promise<void> {
  const list = join(folder, 'search-records.json');
  const records = JSON.parse(await readFile(list, 'utf8')) as SearchRecord[];
  await rm(list);
  if (records.length === 0) return;
  await placeIndex({
    records,
    bodyOf: async (key) => loadRendered(cacheDir, key).html.join(''),
    cacheDir: own,
    folder: join(folder, searchIndexAddress),
  });
}
