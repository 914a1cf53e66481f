import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Finds the path on disk of a file in the content folder. `path` is below `folder` and in NFC, as
 * everywhere in Dateline. On disk, parts of it may be in NFD, as macOS writes names; most file systems
 * of Linux distinguish the two forms.
 */
export function pathOnDisk(folder: string, path: string): string {
  const plain = join(folder, path);
  if (isAscii(path) || existsSync(plain)) return plain;
  let found = folder;
  for (const part of path.split('/')) {
    const direct = join(found, part);
    const name = isAscii(part) || existsSync(direct) ? part : nameOnDisk(found, part);
    found = join(found, name);
  }
  return found;
}

/** Finds the entry of a folder that is `name` in NFC; gives `name` where there is none. */
function nameOnDisk(folder: string, name: string): string {
  try {
    return readdirSync(folder).find((entry) => entry.normalize('NFC') === name) ?? name;
  } catch {
    return name;
  }
}

function isAscii(text: string): boolean {
  return !/[^\0-\x7f]/u.test(text);
}
