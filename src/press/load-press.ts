import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { OutputFile } from 'esbuild';
import { hashCode } from '../cache/hash-code.ts';
import { clearWay } from '../cache/kept-file.ts';
import { filesFolder, keepFolder, loadFolder } from '../cache/kept-folder.ts';

/** What runs in a process: the press itself, and its children. */
const scripts = [
  'press/run-press',
  'press/print-worker',
  'newsroom/render-worker',
  'pictures/picture-worker',
  'search/index-worker',
  'share-card/card-worker',
];

/** Packages with native code or programs, or so large that only their own code can load them. */
const outside = ['@takumi-rs/core', 'astro', 'esbuild', 'pagefind', 'satteri', 'sharp'];

/** Packages that are no modules ask for others in this way. */
const banner =
  "import{createRequire as createRequireOfPress}from'node:module';const require=createRequireOfPress(import.meta.url);";

/**
 * Loads the press as a bundle of few files, which is made once for each version of the code: its
 * thousand modules take six times as long to load one by one, and three times the memory.
 *
 * @param root the project's folder
 */
export async function loadPress(
  root: string,
  cacheDir: string,
): Promise<typeof import('./run-press.ts')> {
  // Packages that stay outside are named by absolute paths.
  const key = createHash('sha256')
    .update(`${hashCode(root)}\0${root}`)
    .digest('hex');
  const name = `code/press-${key.slice(0, 32)}`;
  const folder = filesFolder(cacheDir, name);
  if ((await loadFolder(cacheDir, name)) === undefined) {
    await clearWay(cacheDir, `${name}/list.json`);
    await rm(join(cacheDir, name), { recursive: true, force: true });
    for (const { path, contents } of await bundle(root, folder)) {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, contents);
    }
    await keepFolder(cacheDir, name, {});
  }
  return import(pathToFileURL(join(folder, 'press/run-press.mjs')).href);
}

/** Not written by the bundler: its errors do not say that a disk is full. */
async function bundle(root: string, folder: string): Promise<OutputFile[]> {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    write: false,
    absWorkingDir: root,
    entryPoints: scripts.map((name) => `src/${name}.ts`),
    outbase: 'src',
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: `node${process.versions.node}`,
    banner: { js: banner },
    define: { PRESS_FOLDER: JSON.stringify(folder) },
    logLevel: 'silent',
    plugins: [
      {
        name: 'outside',
        setup({ onResolve }) {
          onResolve({ filter: /^[^./]/ }, ({ path }) =>
            outside.includes(path)
              ? { path: import.meta.resolve(path), external: true }
              : undefined,
          );
        },
      },
    ],
  });
  return outputFiles;
}
