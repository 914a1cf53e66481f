import { constants } from 'node:fs';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { loadRendered } from '../newsroom/rendered-store.ts';
import { type IndexFile, makeIndex } from '../search/make-index.ts';
import type { SearchRecord } from '../search/search-record.ts';

/** Files that are copied side by side. */
const atOnce = 32;

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
  const bodyOf = async (key: string) => loadRendered(cacheDir, key).html.join('');
  await copyFiles(await makeIndex({ records, bodyOf, cacheDir: own }), folder);
}

/** Copies the files of an index into the folder of a site. */
async function copyFiles(list: readonly IndexFile[], folder: string): Promise<void> {
  for (const path of new Set(list.map(({ file }) => dirname(join(folder, file)))))
    await mkdir(path, { recursive: true });
  const files = list.values();
  const copy = async () => {
    for (const one of files) {
      const target = join(folder, one.file);
      if ('from' in one) await copyFile(one.from, target, constants.COPYFILE_FICLONE);
      else await writeFile(target, one.content);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, copy));
}
