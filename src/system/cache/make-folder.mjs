import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Creates a folder and its parents, one by one. With `recursive`, Node reports a read-only disk as a
 * missing folder, and never returns where folders cannot be created (`/proc`).
 * @param {string} folder absolute
 * @returns {Promise<void>}
 */
export async function makeFolder(folder) {
  try {
    await mkdir(folder);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EEXIST' && (await isFolder(folder))) return;
    if (code === 'EEXIST') throw failure(folder, 'ENOTDIR');
    if (code !== 'ENOENT') throw error;
    const parent = dirname(folder);
    if (parent === folder || (await isFolder(parent))) throw failure(folder, 'ENOTSUP');
    await makeFolder(parent);
    await makeFolder(folder);
  }
}

/** @param {string} folder */
async function isFolder(folder) {
  return (await stat(folder).catch(() => undefined))?.isDirectory() === true;
}

/**
 * @param {string} folder
 * @param {'ENOTDIR' | 'ENOTSUP'} code a file is in the way; the system does not create folders here
 */
function failure(folder, code) {
  const what = code === 'ENOTDIR' ? 'is a file, not a folder' : 'no folder can be created here';
  return Object.assign(new Error(`${folder}: ${what}`), { code, path: folder });
}
