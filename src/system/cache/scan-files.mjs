import { lstatSync, readdirSync } from 'node:fs';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';

/**
 * The files below a folder: their paths, with `/`, and for each its size in bytes, the time of its last
 * change in milliseconds and its inode. Synchronous: for thousands of small files this is faster than
 * asynchronous calls.
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
      // Size -1 marks anything that is not a file.
      numbers.push(facts?.isFile() ? facts.size : -1, facts?.mtimeMs ?? 0, facts?.ino ?? 0);
    }
  };
  walk('');
  return { paths, numbers: new Float64Array(numbers) };
}

/** @param {string} path of a folder; one that cannot be read counts as empty */
function listFolder(path) {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** @param {string} path may have been removed since, or have a name that is not UTF-8 */
function lookAt(path) {
  try {
    return lstatSync(path);
  } catch {
    return undefined;
  }
}

// Run as a worker thread by `scan-folder.ts`.
if (!isMainThread && typeof workerData?.scannedFolder === 'string') {
  const found = scanFiles(workerData.scannedFolder);
  parentPort?.postMessage(found, [/** @type {ArrayBuffer} */ (found.numbers.buffer)]);
}
