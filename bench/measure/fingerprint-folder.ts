import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Files of a folder by path, with the size in bytes and a hash of the content. */
export type Fingerprint = ReadonlyMap<
  string,
  { readonly bytes: number; readonly hash: string }
>;

export function fingerprintFolder(folder: string): Fingerprint {
  const files = new Map<string, { bytes: number; hash: string }>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const content = readFileSync(path);
    const hash = createHash('sha256').update(content).digest('base64');
    files.set(relative(folder, path), { bytes: content.length, hash });
  }
  return files;
}

/** Returns paths that only one of the two has, or that have different content, sorted. */
export function listDifferences(before: Fingerprint, after: Fingerprint): string[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter((path) => before.get(path)?.hash !== after.get(path)?.hash).sort();
}
