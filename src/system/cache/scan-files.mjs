import { lstatSync, readdirSync } from 'node:fs';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';

/**
 * The files below a folder: their paths below it, with `/`, and for each its size in bytes, the
 * time of its last change in milliseconds and its inode. Waits for the disk: for thousands of
 * small files that costs less than side by side.
 * @typedef {{ readonly paths: readonly string[], readonly numbers: Float64Array }} ScannedFiles
 */

/**
 * @param {string} folder need not exist
 * @returns {ScannedFiles}
 */
export function scanFiles(folder) {
  /** @type {string[]} */
  const paths = [];
  /** @type {number[]} */
  const numbers = [];
  /** @param {string} below */
  const walk = (below) => {
    for (const entry of listFolder(`${folder}/${below}`)) {
      const path = below + entry.name;
      if (entry.isDirectory()) {
        walk(`${path}/`);
        continue;
      }
      const facts = lookAt(`${folder}/${path}`);
      paths.push(path);
      // Anything but a file gets a size that no file has.
      numbers.push(facts?.isFile() ? facts.size : -1, facts?.mtimeMs ?? 0, facts?.ino ?? 0);
    }
  };
  walk('');
  return { paths, numbers: new Float64Array(numbers) };
}

/** @param {string} path of a folder; one that cannot be read has nothing in it */
function listFolder(path) {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** @param {string} path may have been removed since it was listed, or have a name that is not UTF-8 */
function lookAt(path) {
  try {
    return lstatSync(path);
  } catch {
    return undefined;
  }
}

// As a thread of its own (`scan-folder.ts`).
if (!isMainThread && typeof workerData?.scannedFolder === 'string') {
  const found = scanFiles(workerData.scannedFolder);
  parentPort?.postMessage(found, [/** @type {ArrayBuffer} */ (found.numbers.buffer)]);
}
