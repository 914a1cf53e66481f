import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type MakeIndexOptions, planIndex } from '../../src/outputs/search/make-index.ts';

/** Creates a search index and puts it into the folder of a site, where its pages expect it. */
export async function writeIndex(
  siteDir: string,
  options: Omit<MakeIndexOptions, 'publicationCache'>,
): Promise<void> {
  const { make } = await planIndex({ ...options, publicationCache: 'own' });
  for (const one of await make()) {
    const target = join(siteDir, one.file);
    await mkdir(dirname(target), { recursive: true });
    if ('from' in one) await copyFile(one.from, target);
    else await writeFile(target, one.content);
  }
}
