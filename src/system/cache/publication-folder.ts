import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';

/** What identifies a publication: everything that the files in its part of the cache may depend on. */
export interface BuildIdentity {
  readonly contentDir: string;
  readonly outDir: string;
  readonly basePath: string;
  readonly siteUrl?: string;
}

/**
 * The part of `CACHE_DIR` for builds of one content folder with the same settings, as a path with `/`.
 * `root` is the project folder. Files that are stored by the hash of everything they are made from
 * (texts, pictures, cards) are outside and shared.
 */
export function publicationFolder(root: string, build: BuildIdentity): string {
  const { contentDir, outDir, basePath, siteUrl = '' } = build;
  const folders = [root, resolve(root, contentDir), resolve(root, outDir)].map(realPath);
  const id = createHash('sha256')
    .update(JSON.stringify([...folders, basePath, siteUrl]))
    .digest('hex')
    .slice(0, 16);
  return `publications/${id}`;
}

/** Different names of a folder give one path. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
