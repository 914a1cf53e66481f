import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type MakeIndexOptions, makeIndex } from '../src/search/make-index.ts';

/** Makes a search index and puts it into the folder of a site, where its pages look for it. */
export async function writeIndex(siteDir: string, options: MakeIndexOptions): Promise<void> {
  for (const one of await makeIndex(options)) {
    const target = join(siteDir, one.file);
    await mkdir(dirname(target), { recursive: true });
    if ('from' in one) await copyFile(one.from, target);
    else await writeFile(target, one.content);
  }
}
