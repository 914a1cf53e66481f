import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { hashCode } from '../cache/hash-code.ts';
import { clearWay } from '../cache/kept-file.ts';
import { filesFolder, type KeptFolder, keepFolder, loadFolder } from '../cache/kept-folder.ts';
import { listFiles } from '../cache/list-files.ts';
import { withLock } from '../hosting/hold-lock.mjs';
import type { BundledScripts } from './bundle-scripts.ts';
import { pressAdapter } from './press-adapter.ts';
import { loadTemplates } from './print-sheet.ts';

/** Folders of `src` that decide what pages look like and run. */
const folders = [
  ...['browser', 'components', 'language', 'layouts', 'pages', 'press', 'security', 'styles'],
];

/** What is compiled once for each version of the code. */
export interface CodeBundle {
  /** The module that renders pages (`template-entry.ts`): an absolute path. */
  readonly templates: string;
  readonly scripts: BundledScripts;
  /** The style sheets of pages, exactly as they are printed. */
  readonly styles: readonly string[];
  /** Rules of the style sheet of feeds. */
  readonly feedCss: string;
}

/** Where Astro writes the module that it was given as the server. */
const entry = 'server/entry.mjs';

/** Bytes in base64. */
interface BundleNote {
  readonly scripts: Omit<BundledScripts, 'files' | 'serviceWorker'> & {
    readonly files: Readonly<Record<string, string>>;
    readonly serviceWorker: string;
  };
  readonly styles: readonly string[];
  readonly feedCss: string;
}

export interface CodeBundleOptions {
  /** The project's folder. */
  readonly root: string;
  readonly cacheDir: string;
  /** Astro puts it into style sheets. */
  readonly basePath: string;
}

/** Loads what was compiled of this version of the code, and compiles it where nothing whole is kept. */
export async function loadCodeBundle(options: CodeBundleOptions): Promise<CodeBundle> {
  const { root, cacheDir, basePath } = options;
  const key = createHash('sha256')
    .update(hashCode(root, folders))
    .update(`\0${basePath}`)
    .digest('hex')
    .slice(0, 32);
  const name = `code/pages-${key}`;
  const load = () => loadFolder<BundleNote>(cacheDir, name);
  const { note } =
    (await load()) ??
    // A live preview and a build may need the same.
    (await withLock(
      join(cacheDir, 'templates.lock'),
      'compiling the same templates',
      async () => (await load()) ?? (await compile(name, options)),
    ));
  const { scripts } = note;
  const decode = (text: string) => Buffer.from(text, 'base64');
  return {
    templates: join(filesFolder(cacheDir, name), entry),
    scripts: {
      ...scripts,
      files: new Map(
        Object.entries(scripts.files).map(([name, bytes]) => [name, decode(bytes)]),
      ),
      serviceWorker: decode(scripts.serviceWorker),
    },
    styles: note.styles,
    feedCss: note.feedCss,
  };
}

async function compile(
  name: string,
  options: CodeBundleOptions,
): Promise<KeptFolder<BundleNote>> {
  const { root, cacheDir } = options;
  const folder = filesFolder(cacheDir, name);
  await clearWay(cacheDir, `${name}/list.json`);
  rmSync(join(cacheDir, name), { recursive: true, force: true });
  await buildTemplates(folder, options);
  const { bundleFeedStyle, bundleScripts } = await import('./bundle-scripts.ts');
  const scripts = await bundleScripts(root);
  const encode = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
  return keepFolder<BundleNote>(cacheDir, name, {
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
 * Has Astro build `src/pages` as a server, which renders a page when it is asked to: the documented
 * way to render pages one by one (https://docs.astro.build/en/reference/adapter-reference/).
 */
async function buildTemplates(
  folder: string,
  { root, basePath }: CodeBundleOptions,
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
      throw new Error(`src/pages: expected no files for the browser, got ${unseen.join(', ')}`);
    rmSync(own, { recursive: true, force: true });
  }
}
