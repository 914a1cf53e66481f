import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  loadSealed,
  markUsed,
  storeFile,
  storeSealed,
} from '../../system/cache/cached-file.ts';

/** The path of a file in the cache, by its name. */
export function picturePath(cacheDir: string, name: string): string {
  return join(cacheDir, nameOf(name));
}

/** Writes files to the cache, each atomically. */
export async function keepFiles(
  cacheDir: string,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  for (const [name, data] of files) await storeFile(cacheDir, nameOf(name), data);
}

/**
 * Records what was made under a key, with the hashes of its files. Call it after all files are kept:
 * the record is valid only while they are unchanged.
 */
export async function keepRecord(
  cacheDir: string,
  key: string,
  made: object,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  const hashes = Object.fromEntries(
    [...files].map(([name, data]) => [name, hash('sha256', data)]),
  );
  await storeSealed(cacheDir, nameOf(`${key}.json`), JSON.stringify({ made, hashes }));
}

/** Loads the record of a key; undefined where there is none, or a file has changed. */
export async function loadRecord(cacheDir: string, key: string): Promise<unknown> {
  const note = loadSealed(cacheDir, nameOf(`${key}.json`));
  if (note === undefined) return undefined;
  try {
    // The seal is a hash: the content is what `keepRecord` wrote.
    const { made, hashes } = JSON.parse(note.toString());
    for (const [name, wanted] of Object.entries(hashes)) {
      const path = picturePath(cacheDir, name);
      if (hash('sha256', await readFile(path)) !== wanted) return undefined;
      markUsed(path);
    }
    return made;
  } catch {
    return undefined;
  }
}

function nameOf(file: string): string {
  return `pictures/${file}`;
}
