import { createHash, randomUUID } from 'node:crypto';
import {
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

/** Milliseconds after which a process that goes on notes the use of a file again. */
const day = 86_400_000;

/**
 * A disk may give two changes within so many milliseconds one time, or a time that is so much too
 * early.
 */
export const timeGrain = 100;

/**
 * Writes a file below `cacheDir`, whole or not at all. `name` is its path there, with `/`. What is
 * in its way (a file where a folder is needed, a folder where the file goes) is removed: the cache
 * may be deleted at any time. Waits for the disk: thousands of small files are written faster so.
 *
 * @throws {Error} of the disk, with the `path` that it is about
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
    // A full disk does not say where.
    throw Object.assign(error as Error, { path });
  }
}

/**
 * As `storeFile`, with a checksum of name and content before it: a file that is damaged, or that
 * was kept under another name, does not count.
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
 * What `storeSealed` wrote under this name; undefined where there is nothing, or anything else.
 * Synchronous: thousands of small files are read several times faster so.
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

/** Notes that a file of the cache was used, once in a process and once a day: it is not pruned. */
export function markUsed(path: string): void {
  try {
    const now = Date.now();
    const noted = Math.max(performance.timeOrigin, now - day);
    if (statSync(path).mtimeMs < noted) utimesSync(path, now / 1000, now / 1000);
  } catch {
    // A cache that cannot be written is still worth reading.
  }
}

/** Notes that a file is used, as `markUsed` does, in every process; false where it is not there. */
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
 * Whether an error, also of another process, says that something of the cache was removed or damaged: a
 * file (`LostFromCache`), or a module of a bundle.
 */
export function isLostFromCache(error: unknown, cacheDir: string): boolean {
  const { code } = (error ?? {}) as NodeJS.ErrnoException;
  return code === lostFromCache || isLostModule(error, cacheDir);
}

/** Whether an error says that a module of a bundle in the cache is not there. */
export function isLostModule(error: unknown, cacheDir: string): boolean {
  const { code = '', message = '' } = (error ?? {}) as NodeJS.ErrnoException;
  const isMissing = ['ENOENT', 'ERR_MODULE_NOT_FOUND'].includes(code);
  return isMissing && message.includes(join(cacheDir, 'code'));
}

/**
 * Says that a file of the cache was removed or damaged after it had been counted on. It is removed,
 * so that it is made again where the work begins again.
 */
export class LostFromCache extends Error {
  override readonly name = 'LostFromCache';
  readonly code = lostFromCache;

  constructor(path: string) {
    super(`${path} was changed during the build; build again`);
    rmSync(path, { recursive: true, force: true });
  }
}

/** Removes what is in the way of a file below `cacheDir`: no folder may be a file, nor the file a folder. */
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

/** Writes a file, and makes the folders that contain it where they are missing. Waits for the disk. */
export function writeInFolder(path: string, data: Uint8Array | string): void {
  try {
    writeFileSync(path, data);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, data);
  }
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
      // The first error says more.
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
