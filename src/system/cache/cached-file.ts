import { createHash, randomUUID } from 'node:crypto';
import {
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { lstat, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Milliseconds after which a long-running process records the use of a file again. */
const day = 86_400_000;

/** Resolution of file times in milliseconds: two changes may have the same time, or one this much too early. */
export const timeGrain = 100;

/**
 * Writes a file below `cacheDir`, whole or not at all. `name` is its path there, with `/`. Removes
 * what is in the way (a file in the place of a folder, a folder in the place of the file), because the
 * cache may be deleted at any time. Synchronous inside: thousands of small files are faster that way.
 *
 * @throws {Error} of the disk, with its `path`
 */
export async function storeFile(
  cacheDir: string,
  name: string,
  data: Uint8Array | string,
): Promise<void> {
  const path = join(cacheDir, name);
  try {
    try {
      writeWhole(path, data);
    } catch (error) {
      if (!wrongKind.includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
      await clearWay(cacheDir, name);
      writeWhole(path, data);
    }
  } catch (error) {
    // The error of a full disk has no path.
    throw Object.assign(error as Error, { path });
  }
}

/**
 * Like `storeFile`, with a checksum of the name and the content in front. `loadSealed` ignores a file
 * that is damaged or was copied from another name.
 */
export function storeSealed(
  cacheDir: string,
  name: string,
  data: Uint8Array | string,
): Promise<void> {
  const bytes = Buffer.from(data);
  return storeFile(cacheDir, name, Buffer.concat([sealOf(name, bytes), bytes]));
}

/**
 * Reads what `storeSealed` wrote under this name; undefined if there is no valid file.
 * Synchronous: thousands of small files are read several times faster that way.
 */
export function loadSealed(cacheDir: string, name: string): Buffer | undefined {
  const path = join(cacheDir, name);
  try {
    const file = readFileSync(path);
    const data = file.subarray(sealLength);
    if (!file.subarray(0, sealLength).equals(sealOf(name, data))) return undefined;
    markUsed(path);
    return data;
  } catch {
    return undefined;
  }
}

/** Records the use of a file, so that it is not pruned: once per process and per day. */
export function markUsed(path: string): void {
  try {
    const now = Date.now();
    const noted = Math.max(performance.timeOrigin, now - day);
    if (statSync(path).mtimeMs < noted) utimesSync(path, now / 1000, now / 1000);
  } catch {
    // A cache that cannot be written can still be read.
  }
}

/** Records the use of a file each time, unlike `markUsed`; false if the file does not exist. */
export function touch(path: string): boolean {
  try {
    const now = Date.now() / 1000;
    utimesSync(path, now, now);
    return true;
  } catch {
    return existsSync(path);
  }
}

/** The code of `LostFromCache`. */
const lostFromCache = 'LOST_FROM_CACHE';

/**
 * Whether an error, also of another process, means that a file of the cache (`LostFromCache`) or a
 * module of a bundle was removed or damaged.
 */
export function isLostFromCache(error: unknown, cacheDir: string): boolean {
  const { code } = (error ?? {}) as NodeJS.ErrnoException;
  return code === lostFromCache || isLostModule(error, cacheDir);
}

/** Whether an error means that a module of a bundle in the cache is missing. */
export function isLostModule(error: unknown, cacheDir: string): boolean {
  const { code = '', message = '' } = (error ?? {}) as NodeJS.ErrnoException;
  const isMissing = ['ENOENT', 'ERR_MODULE_NOT_FOUND'].includes(code);
  return isMissing && message.includes(join(cacheDir, 'code'));
}

/**
 * A file of the cache was removed or damaged during the build. The constructor removes the rest of it,
 * so that a second attempt makes it again.
 */
export class LostFromCache extends Error {
  override readonly name = 'LostFromCache';
  readonly code = lostFromCache;

  constructor(path: string) {
    super(`${path} was changed during the build; build again`);
    rmSync(path, { recursive: true, force: true });
  }
}

/** Removes what is in the way of a file below `cacheDir`: files in the place of folders, and the reverse. */
export async function clearWay(cacheDir: string, name: string): Promise<void> {
  const parts = name.split('/');
  for (let length = 1; length < parts.length; length += 1) {
    const folder = join(cacheDir, ...parts.slice(0, length));
    const found = await stat(folder).catch(() => undefined);
    if (!found?.isDirectory()) await rm(folder, { force: true });
  }
  const path = join(cacheDir, name);
  const found = await lstat(path).catch(() => undefined);
  if (found?.isDirectory()) await rm(path, { recursive: true, force: true });
}

const wrongKind = ['ENOENT', 'EEXIST', 'ENOTDIR', 'EISDIR', 'ENOTEMPTY', 'ELOOP'];

/** Writes a file and creates missing folders. Synchronous. */
export function writeInFolder(path: string, data: Uint8Array | string): void {
  try {
    writeFileSync(path, data);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, data);
  }
}

/** Copies a file and creates missing folders: without copying its bytes where the disk can. */
export function copyInFolder(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to, constants.COPYFILE_FICLONE);
}

function writeWhole(path: string, data: Uint8Array | string): void {
  const draft = `${path}.${randomUUID()}.tmp`;
  try {
    writeInFolder(draft, data);
    renameSync(draft, path);
  } catch (error) {
    try {
      rmSync(draft, { force: true });
    } catch {
      // The first error is more useful.
    }
    throw error;
  }
}

/** 64 hexadecimal digits and a line feed. */
const sealLength = 65;

function sealOf(name: string, data: Uint8Array): Buffer {
  const hash = createHash('sha256').update(name).update('\0').update(data).digest('hex');
  return Buffer.from(`${hash}\n`);
}
