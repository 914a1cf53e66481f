import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { listIndexFiles } from '../../src/outputs/search/list-index-files.ts';
import { findParts, makeParts } from '../../src/outputs/search/make-parts.ts';
import { planIndex } from '../../src/outputs/search/plan-index.ts';
import type { SearchRecord } from '../../src/outputs/search/search-record.ts';
import { packBytes } from '../../src/outputs/search/to-pack.ts';

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
