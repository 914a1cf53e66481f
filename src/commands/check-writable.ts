import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { explainDiskError } from '../hosting/hosting-error.ts';

/**
 * Makes sure that the cache can be written before anything is built, since each of those who write
 * there would say something else. Throws a `HostingError` that names the folder and the cure.
 */
export async function checkWritable(cacheDir: string): Promise<void> {
  const probe = join(cacheDir, `writable.${process.pid}`);
  try {
    // One folder first: of a read-only disk Node says, asked for a whole path, that it is not there.
    await mkdir(cacheDir).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') await mkdir(cacheDir, { recursive: true });
      else if (error.code !== 'EEXIST') throw error;
    });
    await writeFile(probe, '');
  } catch (error) {
    throw explainDiskError(error, cacheDir, 'CACHE_DIR');
  } finally {
    await rm(probe, { force: true }).catch(() => {});
  }
}
