import { rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { makeFolder } from '../../system/cache/make-folder.mjs';

/**
 * Writes a file whole or not at all: beside it under a name that the site leaves alone, then by
 * a rename. What an interrupted run left there is written over by the next.
 */
export async function writeAtomically(
  path: string,
  content: string | Uint8Array,
): Promise<void> {
  await makeFolder(dirname(path));
  const part = join(dirname(path), `.${basename(path)}.part`);
  try {
    await writeFile(part, content);
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}
