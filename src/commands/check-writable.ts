import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../cache/make-folder.mjs';
import { explainDiskError } from '../hosting/hosting-error.ts';

/**
 * Makes sure that the cache can be written before anything is built, since each of those who write
 * there would say something else. Throws a `HostingError` that names the folder and the cure.
 */
export async function checkWritable(cacheDir: string): Promise<void> {
  const probe = join(cacheDir, `writable.${process.pid}`);
  try {
    await makeFolder(cacheDir);
    await writeFile(probe, '');
  } catch (error) {
    throw explainDiskError(error, cacheDir, 'CACHE_DIR');
  } finally {
    await rm(probe, { force: true }).catch(() => {});
  }
}
