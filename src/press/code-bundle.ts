import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroAdapter, AstroIntegration } from 'astro';
import { transform } from 'esbuild';
import { hashCode } from '../cache/hash-code.ts';
import { clearWay, keepSealed, loadSealed, markUsed } from '../cache/kept-file.ts';
import { listFiles } from '../hosting/list-files.ts';
import { terminal } from '../terminal/terminal.ts';
import { type BundledScripts, bundleScripts } from './bundle-scripts.ts';

/** Folders of `src` that decide what pages look like and run. */
const folders = ['browser', 'components', 'language', 'layouts', 'pages', 'press', 'styles'];

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

export type Templates = typeof import('./template-entry.ts');

interface KeptBundle {
  /** SHA-256 of each file of the templates, by its path. */
  readonly files: Readonly<Record<string, string>>;
  /** Bytes in base64. */
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
  const name = `code/${key}`;
  const known = loadKept(cacheDir, name) ?? (await compile(name, options));
  const { scripts } = known;
  const decode = (text: string) => Buffer.from(text, 'base64');
  return {
    templates: join(cacheDir, name, entry),
    scripts: {
      ...scripts,
      files: new Map(
        Object.entries(scripts.files).map(([name, bytes]) => [name, decode(bytes)]),
      ),
      serviceWorker: decode(scripts.serviceWorker),
    },
    styles: known.styles,
    feedCss: known.feedCss,
  };
}

/** The templates in this process. */
export function loadTemplates({
  templates,
}: Pick<CodeBundle, 'templates'>): Promise<Templates> {
  return import(pathToFileURL(templates).href);
}

function loadKept(cacheDir: string, name: string): KeptBundle | undefined {
  const bytes = loadSealed(cacheDir, `${name}.json`);
  if (bytes === undefined) return undefined;
  const kept = JSON.parse(bytes.toString()) as KeptBundle;
  const isWhole = Object.entries(kept.files).every(([file, hash]) => {
    const path = join(cacheDir, name, file);
    markUsed(path);
    return hashOf(path) === hash;
  });
  return isWhole ? kept : undefined;
}

async function compile(name: string, options: CodeBundleOptions): Promise<KeptBundle> {
  const { root, cacheDir } = options;
  terminal().progress('Templates');
  const folder = join(cacheDir, name);
  await clearWay(cacheDir, `${name}.json`);
  rmSync(folder, { recursive: true, force: true });
  await buildTemplates(folder, options);
  const scripts = await bundleScripts(root, { preview: false });
  const feedCss = await loadFeedCss(root);
  const encode = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
  const kept: KeptBundle = {
    files: Object.fromEntries(
      listFiles(folder).map((file) => [file, hashOf(join(folder, file)) ?? '']),
    ),
    scripts: {
      ...scripts,
      files: Object.fromEntries(
        [...scripts.files].map(([name, bytes]) => [name, encode(bytes)]),
      ),
      serviceWorker: encode(scripts.serviceWorker),
    },
    styles: (await loadTemplates({ templates: join(folder, entry) })).styles,
    feedCss,
  };
  // Last, and in one step: what was interrupted has no list.
  await keepSealed(cacheDir, `${name}.json`, JSON.stringify(kept));
  return kept;
}

export async function loadFeedCss(root: string): Promise<string> {
  const rules = await readFile(join(root, 'src/styles/feed.css'));
  const { code } = await transform(rules, { loader: 'css', minify: true, charset: 'utf8' });
  return code.trimEnd();
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
    adapter: pressAdapter,
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

const adapter: AstroAdapter = {
  name: 'dateline-press',
  entrypointResolution: 'auto',
  serverEntrypoint: fileURLToPath(new URL('template-entry.ts', import.meta.url)),
  adapterFeatures: { buildOutput: 'server' },
  supportedAstroFeatures: {
    staticOutput: 'stable',
    serverOutput: 'stable',
    hybridOutput: 'stable',
    sharpImageService: 'stable',
  },
};

/** What has Astro render pages when they are asked for. */
export const pressAdapter: AstroIntegration = {
  name: adapter.name,
  hooks: { 'astro:config:done': ({ setAdapter }) => setAdapter(adapter) },
};

function hashOf(path: string): string | undefined {
  try {
    return createHash('sha256').update(readFileSync(path)).digest('hex');
  } catch {
    return undefined;
  }
}
