import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { clearWay } from '../system/cache/kept-file.ts';
import { filesFolder, keepFolder } from '../system/cache/kept-folder.ts';
import { listFiles } from '../system/cache/list-files.ts';
import { type BundledScripts, bundleFeedStyle, bundleScripts } from './bundle-scripts.ts';
import { pressAdapter } from './press-adapter.ts';
import { loadTemplates } from './print-sheet.ts';

/** Where Astro writes the module that it was given as the server. */
export const entry = 'server/entry.mjs';

/** Bytes in base64. */
export interface BundleNote {
  readonly scripts: Omit<BundledScripts, 'files' | 'serviceWorker'> & {
    readonly files: Readonly<Record<string, string>>;
    readonly serviceWorker: string;
  };
  readonly styles: readonly string[];
  readonly feedCss: string;
}

export interface CompileOptions {
  /** The project's folder. */
  readonly root: string;
  readonly cacheDir: string;
  /** Of the folder that is made: its path below `cacheDir`. */
  readonly name: string;
  /** Astro puts it into style sheets. */
  readonly basePath: string;
}

/** Compiles the templates and bundles the scripts into a kept folder. */
export async function compileTemplates(options: CompileOptions): Promise<void> {
  const { root, cacheDir, name } = options;
  const folder = filesFolder(cacheDir, name);
  await clearWay(cacheDir, `${name}/list.json`);
  rmSync(join(cacheDir, name), { recursive: true, force: true });
  await buildTemplates(folder, options);
  const scripts = await bundleScripts(root);
  const encode = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
  await keepFolder<BundleNote>(cacheDir, name, {
    scripts: {
      ...scripts,
      files: Object.fromEntries(
        [...scripts.files].map(([name, bytes]) => [name, encode(bytes)]),
      ),
      serviceWorker: encode(scripts.serviceWorker),
    },
    styles: (await loadTemplates(join(folder, entry))).styles,
    feedCss: await bundleFeedStyle(root),
  });
}

/**
 * Has Astro build `src/site/pages` as a server, which renders a page when it is asked to: the documented
 * way to render pages one by one (https://docs.astro.build/en/reference/adapter-reference/).
 */
async function buildTemplates(
  folder: string,
  { root, basePath }: CompileOptions,
): Promise<void> {
  const { build } = await import('astro');
  const nothing = join(folder, 'public');
  mkdirSync(nothing, { recursive: true });
  await build({
    root,
    base: basePath,
    outDir: folder,
    cacheDir: join(folder, 'cache'),
    publicDir: nothing,
    logLevel: 'error',
    mode: 'production',
    output: 'server',
    build: { server: join(folder, 'server'), client: join(folder, 'client') },
    image: { service: { entrypoint: 'astro/assets/services/noop' } },
    security: { checkOrigin: false },
    adapter: pressAdapter(root),
    // A package that stays outside is not found from the cache.
    vite: { ssr: { noExternal: true } },
  });
  for (const name of ['public', 'cache', 'client']) {
    const own = join(folder, name);
    const unseen = name === 'client' && existsSync(own) ? listFiles(own) : [];
    if (unseen.length > 0)
      throw new Error(
        `src/site/pages: expected no files for the browser, got ${unseen.join(', ')}`,
      );
    rmSync(own, { recursive: true, force: true });
  }
}
