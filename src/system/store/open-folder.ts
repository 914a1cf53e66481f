import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../cache/make-folder.mjs';
import { StoreError } from './store-error.ts';

/** What the codes of the disk mean for a folder that all machines write. */
const reasons: Readonly<Record<string, string>> = {
  EACCES: 'this user may not write there; give it the right, or name another folder',
  EPERM: 'this user may not write there; give it the right, or name another folder',
  EROFS: 'the disk is mounted read-only; mount it for writing, or name another folder',
  ENOTDIR: 'a file is in its place; remove it, or name another folder',
  ENOTSUP: 'no folder can be created there; name another one',
  ENOSPC: 'the disk is full; make room, or name a folder on another disk',
  EDQUOT: 'the quota of this user is used up; make room, or name another folder',
  ENAMETOOLONG: 'the path is too long; name a shorter one',
  ESTALE: 'the network disk was mounted again; mount it on this machine again',
  ENOTCONN: 'the network disk is not connected; mount it again',
};

/**
 * Creates a folder with its parents, and checks that files can be written there.
 *
 * @throws {StoreError} with the setting that names the folder, the reason and the cure
 */
export async function openFolder(
  folder: string,
  setting: 'STORE' | 'CACHE_DIR',
): Promise<void> {
  const probe = join(folder, `writable.${process.pid}`);
  try {
    await makeFolder(folder);
    await writeFile(probe, '');
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    const what = setting === 'STORE' ? 'expected' : 'expected CACHE_DIR to be';
    const reason = reasons[code] ?? message;
    throw new StoreError(
      `${what} a folder that can be written, got ${folder}: ${reason}`,
      code,
    );
  } finally {
    await rm(probe, { force: true }).catch(() => {});
  }
}
