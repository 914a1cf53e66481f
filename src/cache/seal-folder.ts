import {
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  unlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { keepSealed, loadSealed } from './kept-file.ts';

/** Size in bytes, CRC-32 and time of the last change of each file, by its path in the folder. */
export type Seal = ReadonlyMap<string, readonly [size: number, sum: number, changed: number]>;

/** A folder below `cacheDir` and the file that seals it, by their paths there. */
export interface SealedFolder {
  readonly cacheDir: string;
  readonly folder: string;
  readonly seal: string;
}

/**
 * Removes from a folder every file that is not as it was when the folder was sealed: cut short,
 * altered, or left there by a process that was killed before it could seal. A missing or
 * unreadable seal, or that of another folder, vouches for nothing. Gives what is left. A checksum
 * against accidents, not against somebody who can write into the folder.
 */
export function removeUnsealed({ cacheDir, folder, seal: sealFile }: SealedFolder): {
  seal: Seal;
  removed: number;
} {
  const top = join(cacheDir, folder);
  if (existsSync(top) && !lstatSync(top).isDirectory()) rmSync(top);
  const known = readSeal(cacheDir, sealFile);
  const seal = new Map<string, readonly [number, number, number]>();
  let removed = 0;
  for (const path of filesIn(top)) {
    const place = join(top, path);
    const was = known.get(path);
    const { size, mtimeMs } = lstatSync(place);
    const bytes = was && size === was[0] ? readFileSync(place) : undefined;
    if (was && bytes && crc32(bytes) === was[1]) {
      seal.set(path, [was[0], was[1], mtimeMs]);
      continue;
    }
    // Not `rmSync`, which leaves a link to nothing where it is.
    unlinkSync(place);
    removed += 1;
  }
  removeEmptyFolders(top);
  return { seal, removed };
}

/** Folders without a file may be in the way of one. */
function removeEmptyFolders(folder: string): void {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const place = join(folder, entry.name);
    removeEmptyFolders(place);
    if (readdirSync(place).length === 0) rmdirSync(place);
  }
}

/** Seals a folder as it is; what `known` vouches for and has not changed since is not read again. */
export async function sealFolder(
  { cacheDir, folder, seal: sealFile }: SealedFolder,
  known: Seal = new Map(),
): Promise<void> {
  const top = join(cacheDir, folder);
  const seal = filesIn(top).map((path) => {
    const place = join(top, path);
    const { size, mtimeMs } = lstatSync(place);
    const was = known.get(path);
    const sum = was?.[0] === size && was[2] === mtimeMs ? was[1] : crc32(readFileSync(place));
    return [path, [size, sum, mtimeMs]] as const;
  });
  await keepSealed(cacheDir, sealFile, JSON.stringify(Object.fromEntries(seal)));
}

function readSeal(cacheDir: string, sealFile: string): Seal {
  const seal = loadSealed(cacheDir, sealFile);
  return seal === undefined ? new Map() : new Map(Object.entries(JSON.parse(seal.toString())));
}

function filesIn(top: string): string[] {
  if (!existsSync(top)) return [];
  return readdirSync(top, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(top.length + 1));
}
