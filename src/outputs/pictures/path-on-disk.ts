import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The path on the disk of a file of the content folder. `path` is below `folder`, in NFC, as
 * everywhere in Dateline. The disk may have any part of it in NFD, as macOS and archives made there
 * write names; most file systems of Linux distinguish the two forms.
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

/** The name in a folder that is `name` in NFC; itself where there is none. */
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
