import { copyFile, cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import { listIndexFiles } from '../../src/outputs/search/list-index-files.ts';
import { findParts, makeParts } from '../../src/outputs/search/make-parts.ts';
import { planIndex } from '../../src/outputs/search/plan-index.ts';
import type { SearchRecord } from '../../src/outputs/search/search-record.ts';
import { packBytes } from '../../src/outputs/search/to-pack.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { type Files, sharedSite } from '../test-site.ts';

interface WriteIndexOptions {
  readonly records: readonly SearchRecord[];
  /** Gives a rendered text by its key. */
  readonly bodyOf: (key: string) => Promise<string>;
  readonly cacheDir: string;
  /** The maximum number of articles in a part. */
  readonly max?: number;
  /** The largest number of parts without a directory. */
  readonly few?: number;
  readonly packed?: boolean;
}

/** Creates a search index and puts it into the folder of a site, where its pages expect it. */
export async function writeIndex(
  siteDir: string,
  { records, bodyOf, cacheDir, max, few, packed }: WriteIndexOptions,
): Promise<void> {
  const cache = { cacheDir, publicationCache: 'own' };
  const { kept, lost } = await findParts(planIndex(records, max), cache);
  const made = await makeParts(lost, cache, bodyOf);
  for (const one of await listIndexFiles([...kept, ...made], cache, { few, packed })) {
    const target = join(siteDir, one.file);
    await mkdir(dirname(target), { recursive: true });
    if ('from' in one) await copyFile(one.from, target);
    else if ('content' in one) await writeFile(target, one.content);
    else await writeFile(target, packBytes(one));
  }
}

/**
 * Copies a site, gives the copy an index of `records` instead of its own, and returns its folder. The body of a record
 * is its text.
 */
export async function siteWithIndex(
  t: TestContext,
  files: Files,
  options: Omit<WriteIndexOptions, 'bodyOf' | 'cacheDir'>,
): Promise<string> {
  const site = await sharedSite(t, files);
  const folder = await temporaryFolder(t);
  const outDir = join(folder, 'out');
  await cp(site.outDir, outDir, { recursive: true });
  await rm(join(outDir, 'search/files'), { recursive: true });
  const cacheDir = join(folder, 'cache');
  await writeIndex(outDir, { ...options, bodyOf: async (key) => key, cacheDir });
  return outDir;
}
