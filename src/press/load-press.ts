import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { enableCompileCache } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { OutputFile } from 'esbuild';
import { clearWay, LostFromCache } from '../system/cache/cached-file.ts';
import { filesFolder, loadStoredFolder, storeFolder } from '../system/cache/cached-folder.ts';
import { hashCode } from '../system/cache/hash-code.ts';
import { packageFolder } from '../system/cache/package-folder.ts';
import { withLock } from '../system/processes/hold-lock.mjs';

/** The modules that commands load, by the export that they use. */
const modules = {
  runPress: 'press/run-press',
  openPreview: 'press/open-preview',
} as const;

/** The scripts of child processes. */
const workers = [
  'press/print-worker',
  'press/template-worker',
  'newsroom/render-worker',
  'outputs/pictures/picture-worker',
  'outputs/search/index-worker',
  'outputs/share-card/card-worker',
];

/** Packages that are not bundled: they have native code or programs, or load their own files. */
const external = ['@takumi-rs/core', 'astro', 'esbuild', 'pagefind', 'satteri', 'sharp'];

/** CommonJS packages load others with `require`. */
const banner =
  "import{createRequire as createRequireOfPress}from'node:module';const require=createRequireOfPress(import.meta.url);";

/** The exports of the bundled press. */
export interface Press {
  readonly runPress: typeof import('./run-press.ts')['runPress'];
  readonly openPreview: typeof import('./open-preview.ts')['openPreview'];
}

/**
 * Loads a module of the press from a bundle in the cache, which is built once for each version of
 * the code. Loading its thousand modules one by one takes six times as long and three times the
 * memory.
 *
 * @throws {LostFromCache} where another process deletes files of the bundle
 */
export async function loadPress<Name extends keyof typeof modules>(
  cacheDir: string,
  module: Name,
): Promise<Pick<Press, Name>> {
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
  const file = join(filesFolder(cacheDir, name), `${modules[module]}.mjs`);
  // V8 compiles the code once. Child processes inherit the setting.
  const compiled = join(cacheDir, 'code/compiled');
  process.env['NODE_COMPILE_CACHE'] = compiled;
  enableCompileCache(compiled);
  return import(pathToFileURL(file).href);
}

async function makeBundle(cacheDir: string, name: string): Promise<void> {
  await clearWay(cacheDir, `${name}/list.json`);
  await rm(join(cacheDir, name), { recursive: true, force: true });
  const made = await bundle(filesFolder(cacheDir, name));
  for (const { path, contents } of made) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, contents);
  }
  const { files } = await storeFolder(cacheDir, name, {});
  // Another process has deleted files in the meantime.
  if (files.length !== made.length) throw new LostFromCache(join(cacheDir, name));
}

/** esbuild does not write the files, since its errors do not say that a disk is full. */
async function bundle(folder: string): Promise<OutputFile[]> {
  const { build, stop } = await import('esbuild');
  const { outputFiles } = await build({
    write: false,
    absWorkingDir: packageFolder(),
    entryPoints: [...Object.values(modules), ...workers].map((name) => `src/${name}.ts`),
    outbase: 'src',
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: `node${process.versions.node}`,
    banner: { js: banner },
    define: {
      BUNDLE_FOLDER: JSON.stringify(folder),
      PACKAGE_FOLDER: JSON.stringify(packageFolder()),
    },
    logLevel: 'silent',
    plugins: [
      {
        name: 'external',
        setup({ onResolve }) {
          onResolve({ filter: /^[^./]/ }, ({ path }) =>
            external.includes(path)
              ? { path: import.meta.resolve(path), external: true }
              : undefined,
          );
        },
      },
    ],
  });
  // Frees the memory of its process, which is larger than the whole bundle.
  await stop();
  return outputFiles;
}
