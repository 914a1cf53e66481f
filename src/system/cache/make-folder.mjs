import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes a folder and those that contain it, one by one: asked for a whole path, Node says of a
 * read-only disk that something is missing, and where no folder can be made (`/proc`) it never ends.
 * @param {string} folder absolute
 * @returns {Promise<void>}
 */
export async function makeFolder(folder) {
  try {
    await mkdir(folder);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EEXIST' && (await isFolder(folder))) return;
    if (code === 'EEXIST') throw refused(folder, 'ENOTDIR');
    if (code !== 'ENOENT') throw error;
    const parent = dirname(folder);
    if (parent === folder || (await isFolder(parent))) throw refused(folder, 'ENOTSUP');
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
 * @param {'ENOTDIR' | 'ENOTSUP'} code something else is there; the system makes no folder there
 */
function refused(folder, code) {
  const what =
    code === 'ENOTDIR'
      ? 'is a file, where a folder is needed'
      : 'no folder can be created here';
  return Object.assign(new Error(`${folder}: ${what}`), { code, path: folder });
}
