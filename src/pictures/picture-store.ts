import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Where a file lies until it is published, by its name. */
export function picturePath(cacheDir: string, name: string): string {
  return join(cacheDir, 'pictures', name);
}

/** Keeps files until they are published: each whole or not at all. */
export async function keepFiles(
  cacheDir: string,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  for (const [name, data] of files) await writeWhole(picturePath(cacheDir, name), data);
}

/**
 * Notes what was made under a key, when all of its files are kept: their sizes go into the note,
 * so that it counts only as long as they are there.
 */
export async function keepRecord(
  cacheDir: string,
  key: string,
  made: object,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  const sizes = Object.fromEntries([...files].map(([name, { length }]) => [name, length]));
  await writeWhole(recordPath(cacheDir, key), JSON.stringify({ made, sizes }));
}

/** What was noted under a key; undefined where there is nothing, or not all of it any more. */
export async function loadRecord(cacheDir: string, key: string): Promise<unknown> {
  try {
    const record = JSON.parse(await readFile(recordPath(cacheDir, key), 'utf8'));
    for (const [name, size] of Object.entries(record.sizes)) {
      if ((await stat(picturePath(cacheDir, name))).size !== size) return undefined;
    }
    return record.made;
  } catch {
    return undefined;
  }
}

function recordPath(cacheDir: string, key: string): string {
  return picturePath(cacheDir, `${key}.json`);
}

async function writeWhole(path: string, data: Uint8Array | string): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(temporary, data);
  await rename(temporary, path);
}
