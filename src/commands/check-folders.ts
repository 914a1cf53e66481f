import { statSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve } from 'node:path';
import type { Settings } from '../content/settings/settings.ts';
import { explainDiskError } from '../hosting/hosting-error.ts';
import { makeFolder } from '../system/cache/make-folder.mjs';
import { usualContentFolder } from './default-content-folder.ts';
import { CommandError } from './parse-command.ts';

/**
 * `mayBeNew`: if `CONTENT_DIR` is not set and a content folder does not exist, the command makes the usual
 * one.
 *
 * @throws {CommandError} if `CONTENT_DIR` is not a folder
 */
export function mustBeFolder(
  contentDir: string,
  { mayBeNew = false }: { readonly mayBeNew?: boolean } = {},
): void {
  const found = statSync(resolve(contentDir), { throwIfNoEntry: false });
  if (found?.isDirectory()) return;
  if (!process.env['CONTENT_DIR']) {
    if (mayBeNew && found === undefined) return;
    throw new CommandError(
      `CONTENT_DIR: not set, and expected a folder ${usualContentFolder}/ or one with publication.yaml, got neither in ${resolve()}; create one, or set CONTENT_DIR to your folder of Markdown articles`,
    );
  }
  const got = JSON.stringify(contentDir);
  throw new CommandError(
    `CONTENT_DIR: expected a folder of Markdown articles, got ${got}; create it or set another one`,
  );
}

/**
 * The dev preview would react to its own writes to a cache inside the content folder. The cache may be
 * in a folder there that is never read, such as `.cache`, or anywhere in a project folder that is the
 * content folder itself (see `projectFiles`).
 *
 * @throws {CommandError} if `CONTENT_DIR` is not a folder, or contains the cache
 */
export function mustBeApart({
  contentDir,
  cacheDir,
}: Pick<Settings, 'contentDir' | 'cacheDir'>): void {
  mustBeFolder(contentDir);
  const path = relative(resolve(contentDir), resolve(cacheDir));
  if (path !== '' && isProjectFolder(contentDir)) return;
  if (isAbsolute(path) || /^\.\.(?:[\\/]|$)|(?:^|[\\/])(?:[._]|node_modules)/u.test(path))
    return;
  throw new CommandError(
    `CACHE_DIR: expected a folder outside of CONTENT_DIR, got ${JSON.stringify(cacheDir)}; set another one, such as .cache`,
  );
}

/** Whether the content folder is the project folder itself. */
export function isProjectFolder(contentDir: string): boolean {
  return resolve(contentDir) === resolve();
}

/** @throws {HostingError} if the cache cannot be written, with the folder and what to do */
export async function mustBeWritable(cacheDir: string): Promise<void> {
  const probe = join(cacheDir, `writable.${process.pid}`);
  try {
    await makeFolder(cacheDir);
    await writeFile(probe, '');
  } catch (error) {
    throw explainDiskError(error, cacheDir, 'CACHE_DIR');
  } finally {
    await rm(probe, { force: true }).catch(() => {});
  }
}
