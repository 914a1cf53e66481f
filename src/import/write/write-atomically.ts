import { rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { makeFolder } from '../../system/cache/make-folder.mjs';

/**
 * Writes a file atomically: under a temporary name that the site ignores, then by a rename. A
 * rest of an interrupted run is overwritten.
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
