import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';

/** Size in bytes, CRC-32 and time of the last change of each file, by its path in the folder. */
export type Seal = ReadonlyMap<string, readonly [size: number, sum: number, changed: number]>;

/**
 * Removes from a folder every file that is not as it was when the folder was sealed: cut short,
 * altered, or left there by a process that was killed before it could seal. A missing or
 * unreadable seal vouches for nothing. Gives what is left. A checksum against accidents, not
 * against somebody who can write into the folder.
 */
export function removeUnsealed(
  folder: string,
  sealFile: string,
): { seal: Seal; removed: number } {
  if (existsSync(folder) && !statSync(folder).isDirectory()) rmSync(folder);
  const known = readSeal(sealFile);
  const seal = new Map<string, readonly [number, number, number]>();
  let removed = 0;
  for (const path of filesIn(folder)) {
    const place = join(folder, path);
    const was = known.get(path);
    const bytes = was && statSync(place).size === was[0] ? readFileSync(place) : undefined;
    if (was && bytes && crc32(bytes) === was[1]) {
      seal.set(path, [was[0], was[1], statSync(place).mtimeMs]);
      continue;
    }
    rmSync(place, { force: true });
    removed += 1;
  }
  return { seal, removed };
}

/** Seals a folder as it is; what `known` vouches for and has not changed since is not read again. */
export function sealFolder(folder: string, sealFile: string, known: Seal = new Map()): void {
  const seal = filesIn(folder).map((path) => {
    const place = join(folder, path);
    const { size, mtimeMs } = statSync(place);
    const was = known.get(path);
    const sum = was?.[0] === size && was[2] === mtimeMs ? was[1] : crc32(readFileSync(place));
    return [path, [size, sum, mtimeMs]] as const;
  });
  mkdirSync(dirname(sealFile), { recursive: true });
  const draft = `${sealFile}.new`;
  writeFileSync(draft, JSON.stringify(Object.fromEntries(seal)));
  renameSync(draft, sealFile);
}

function readSeal(sealFile: string): Seal {
  try {
    return new Map(Object.entries(JSON.parse(readFileSync(sealFile, 'utf8'))));
  } catch {
    return new Map();
  }
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}
