import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';

/** What a build is a build of: all that the files in its own part of the cache may depend on. */
export interface BuildOf {
  readonly contentDir: string;
  readonly outDir: string;
  readonly basePath: string;
  readonly siteUrl?: string;
}

/**
 * The part of `CACHE_DIR` that only builds of one content folder with the same settings use, as a
 * path below it with `/`. `root` is the project's folder. What is kept by the hash of all that it is
 * made from (texts, pictures, cards) is outside, for all of them.
 */
export function publicationFolder(root: string, build: BuildOf): string {
  const { contentDir, outDir, basePath, siteUrl = '' } = build;
  const folders = [root, resolve(root, contentDir), resolve(root, outDir)].map(realPath);
  const id = createHash('sha256')
    .update(JSON.stringify([...folders, basePath, siteUrl]))
    .digest('hex')
    .slice(0, 16);
  return `publications/${id}`;
}

/** Two names of one folder are one folder. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
