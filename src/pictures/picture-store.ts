import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
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
 * Notes what was made under a key, when all of its files are kept: their hashes and its own go
 * into the note, so that it counts only as long as all of it is as it was.
 */
export async function keepRecord(
  cacheDir: string,
  key: string,
  made: object,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  const hashes = Object.fromEntries([...files].map(([name, data]) => [name, hashOf(data)]));
  const note = JSON.stringify({ made, hashes });
  await writeWhole(recordPath(cacheDir, key), `${hashOf(note)}\n${note}`);
}

/** What was noted under a key; undefined where there is nothing, or not all of it as it was. */
export async function loadRecord(cacheDir: string, key: string): Promise<unknown> {
  try {
    const [hash, note = ''] = (await readFile(recordPath(cacheDir, key), 'utf8')).split('\n');
    if (hashOf(note) !== hash) return undefined;
    const { made, hashes } = JSON.parse(note);
    for (const [name, wanted] of Object.entries(hashes)) {
      if (hashOf(await readFile(picturePath(cacheDir, name))) !== wanted) return undefined;
    }
    return made;
  } catch {
    return undefined;
  }
}

function hashOf(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex');
}

function recordPath(cacheDir: string, key: string): string {
  return picturePath(cacheDir, `${key}.json`);
}

async function writeWhole(path: string, data: Uint8Array | string): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(temporary, data);
    await rename(temporary, path);
  } catch (error) {
    // A full disk does not say where.
    throw Object.assign(error as Error, { path });
  }
}
