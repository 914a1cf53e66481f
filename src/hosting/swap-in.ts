import { existsSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { type OutputFolders, PARTS } from './output-folders.ts';

/**
 * Puts the finished build in the place of the previous one. Node cannot exchange two folders in
 * one step, so a mark is set first: whoever finds it after a crash goes on from any point
 * (`finishSwap`), because every step is seen from what already stands where. The caller holds
 * the lock.
 *
 * @throws {Error} of the disk, when a folder cannot be moved; the previous build is back in place
 */
export async function swapIn(folders: OutputFolders): Promise<void> {
  const { staging, previous, complete } = folders;
  for (const part of PARTS) await remove(previous + part);
  const parts = PARTS.filter((part) => existsSync(staging + part));
  // Renamed into place, so that it is never read half written.
  await writeFile(`${complete}.new`, JSON.stringify(parts));
  await rename(`${complete}.new`, complete);
  try {
    await moveParts(folders, parts);
  } catch (error) {
    await rm(complete, { force: true });
    await withdraw(folders, parts);
    await takeBack(folders);
    throw error;
  }
  await cleanUp(folders);
}

/**
 * Goes on with a swap that was interrupted, if there was one: afterwards the old or the complete
 * new folder is in place. The caller holds the lock.
 */
export async function finishSwap(folders: OutputFolders): Promise<void> {
  const { complete } = folders;
  if (existsSync(complete)) {
    await moveParts(folders, JSON.parse(await readFile(complete, 'utf8')));
  } else {
    await takeBack(folders);
  }
  await cleanUp(folders);
}

async function moveParts(folders: OutputFolders, parts: readonly string[]): Promise<void> {
  const { out, staging, previous } = folders;
  for (const part of PARTS) {
    const isNew = parts.includes(part);
    // Already moved, by the run that was interrupted.
    if (isNew && !existsSync(staging + part)) continue;
    if (existsSync(out + part)) {
      await remove(previous + part);
      await move(out + part, previous + part);
    }
    if (isNew) await move(staging + part, out + part);
  }
  await writeFile(folders.made, '');
}

/** A failed swap may have put the first part in place already. */
async function withdraw(folders: OutputFolders, parts: readonly string[]): Promise<void> {
  const { out, staging, previous } = folders;
  for (const part of parts) {
    if (existsSync(staging + part) || !existsSync(previous + part)) continue;
    await move(out + part, staging + part);
  }
}

/** Only renames, so that a kill in here leaves nothing half deleted. */
async function takeBack({ out, previous }: OutputFolders): Promise<void> {
  for (const part of PARTS) {
    if (!existsSync(previous + part) || existsSync(out + part)) continue;
    await move(previous + part, out + part);
  }
}

async function cleanUp({ previous, complete }: OutputFolders): Promise<void> {
  await rm(complete, { force: true });
  for (const part of PARTS) await remove(previous + part);
}

function remove(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true, maxRetries: 3 });
}

/** What Windows says of a folder in which another program (a scanner, a server) has a file open. */
const busy: readonly (string | undefined)[] = ['EPERM', 'EACCES', 'EBUSY'];

/** Renames a folder. On Windows, where an open file forbids that, it tries again for two seconds. */
async function move(from: string, to: string): Promise<void> {
  for (let tries = process.platform === 'win32' ? 20 : 0; ; tries -= 1) {
    try {
      return await rename(from, to);
    } catch (error) {
      if (tries === 0 || !busy.includes((error as NodeJS.ErrnoException).code)) throw error;
      await sleep(100);
    }
  }
}
