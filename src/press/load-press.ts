import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { enableCompileCache } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { clearWay, LostFromCache } from '../system/cache/cached-file.ts';
import { filesFolder, loadStoredFolder, storeFolder } from '../system/cache/cached-folder.ts';
import { hashCode } from '../system/cache/hash-code.ts';
import { isPackaged, packageFolder } from '../system/cache/package-folder.ts';
import { withLock } from '../system/processes/hold-lock.mjs';
import { workerScript } from '../system/processes/worker-script.ts';
import { bundlePress, pressModules } from './bundle-code.ts';

/** The exports of the bundled press. */
export interface Press {
  readonly runPress: typeof import('./run-press.ts')['runPress'];
  readonly openPreview: typeof import('./open-preview.ts')['openPreview'];
  readonly runStage: typeof import('./shards/run-stage.ts')['runStage'];
  readonly checkTheme: typeof import('./check-theme.ts')['checkTheme'];
}

/**
 * Loads a module of the press from a bundle: that of the package, or in a clone one in the cache, which is
 * built once for each version of the code. Loading its thousand modules one by one takes six times as
 * long and three times the memory.
 *
 * @throws {LostFromCache} where another process deletes files of the bundle
 */
export async function loadPress<Name extends keyof typeof pressModules>(
  cacheDir: string,
  module: Name,
): Promise<Pick<Press, Name>> {
  const name = pressModules[module];
  const file = isPackaged()
    ? workerScript(name)
    : join(await loadBundle(cacheDir), `${name}.mjs`);
  // V8 compiles the code once. Child processes inherit the setting.
  const compiled = join(cacheDir, 'code/compiled');
  process.env['NODE_COMPILE_CACHE'] = compiled;
  enableCompileCache(compiled);
  return import(pathToFileURL(file).href);
}

/** Gives the folder of the bundle in the cache. */
async function loadBundle(cacheDir: string): Promise<string> {
  // The bundle contains absolute paths of packages and child processes, so it is not for a moved cache.
  const key = createHash('sha256')
    .update(`${hashCode()}\0${packageFolder()}\0${cacheDir}`)
    .digest('hex');
  const name = `code/press-${key.slice(0, 32)}`;
  const isThere = async () => (await loadStoredFolder(cacheDir, name)) !== undefined;
  if (!(await isThere()))
    await withLock(join(cacheDir, 'press.lock'), 'bundling the same code', async () => {
      if (!(await isThere())) await makeBundle(cacheDir, name);
    });
  return filesFolder(cacheDir, name);
}

async function makeBundle(cacheDir: string, name: string): Promise<void> {
  await clearWay(cacheDir, `${name}/list.json`);
  await rm(join(cacheDir, name), { recursive: true, force: true });
  const made = await bundlePress(filesFolder(cacheDir, name));
  for (const { path, contents } of made) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, contents);
  }
  const { files } = await storeFolder(cacheDir, name, {});
  // Another process has deleted files in the meantime.
  if (files.length !== made.length) throw new LostFromCache(join(cacheDir, name));
}
