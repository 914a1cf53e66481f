import { statSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import { CommandError } from './command-error.ts';

/** Throws where `CONTENT_DIR` is no folder, before anything is built for it. */
export function mustBeFolder(contentDir: string): void {
  if (statSync(resolve(contentDir), { throwIfNoEntry: false })?.isDirectory()) return;
  const got = JSON.stringify(contentDir);
  throw new CommandError(
    `CONTENT_DIR: expected a folder of Markdown articles, got ${got}; make the folder or name another one`,
  );
}

/**
 * Throws where the cache would lie among the articles: the live preview would read them again after
 * each of its own writes. Folders that are never read, such as `.cache`, may lie there.
 */
export function mustKeepCacheApart(cacheDir: string, contentDir: string): void {
  const path = relative(resolve(contentDir), resolve(cacheDir));
  if (isAbsolute(path) || /^\.\.(?:[\\/]|$)|(?:^|[\\/])(?:[._]|node_modules)/u.test(path))
    return;
  throw new CommandError(
    `CACHE_DIR: expected a folder outside of CONTENT_DIR, got ${JSON.stringify(cacheDir)}; name another one, such as .cache`,
  );
}
