import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { type BuildOptions, build, type Plugin, transform } from 'esbuild';

/** Scripts for the reader's browser, as pages and routes need them. */
export interface BundledScripts {
  /** Set into pages, by name: the same text on all of them, so that a policy can name its hash. */
  readonly inline: Readonly<Record<InlineScript, string>>;
  /** Name below `/assets/` of what every page loads. */
  readonly reader: string;
  /** All files below `/assets/`, the parts that are loaded on first use included. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly serviceWorker: Uint8Array;
}

const inlineScripts = ['apply-settings', 'tell-age'] as const;

type InlineScript = (typeof inlineScripts)[number];

/** `import css from './x.css?inline'`: a style sheet as text, as Vite has it. */
const inlineStyles: Plugin = {
  name: 'inline-styles',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\.css\?inline$/ }, ({ path, resolveDir }) => ({
      path: resolve(resolveDir, path.replace('?inline', '')),
      namespace: 'inline-style',
    }));
    onLoad({ filter: /./, namespace: 'inline-style' }, async ({ path }) => {
      const css = await transform(await readFile(path), { loader: 'css', minify: true });
      return { contents: css.code.trimEnd(), loader: 'text' };
    });
  },
};

/** Browsers since about 2022: popovers and the rest are asked for where they are used. */
const common = {
  bundle: true,
  minify: true,
  write: false,
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'silent',
  target: ['chrome105', 'firefox110', 'safari16'],
  plugins: [inlineStyles],
  define: { 'process.env.NODE_ENV': '"production"' },
} satisfies BuildOptions;

export interface BundleOptions {
  /** Whether it is for the live preview: `import.meta.env.PROD` tells scripts, as Vite has it. */
  readonly preview: boolean;
}

/**
 * Bundles `src/browser` of the project at `root`. Same sources, same bytes. Files carry the hash
 * of their bytes and name each other relatively, so they work below any base path.
 *
 * @throws {Error} with esbuild's messages, where a script does not compile
 */
export async function bundleScripts(
  root: string,
  { preview }: BundleOptions,
): Promise<BundledScripts> {
  const folder = resolve(root, 'src/browser');
  const [inline, worker, files] = await Promise.all([
    bundle(inlineScripts, { ...common, format: 'iife', absWorkingDir: folder }, 'inline/'),
    bundle(['service-worker'], { ...common, format: 'iife', absWorkingDir: folder }, 'worker/'),
    bundle(['reader'], {
      ...common,
      define: { ...common.define, 'import.meta.env.PROD': `${!preview}` },
      format: 'esm',
      splitting: true,
      absWorkingDir: folder,
      entryNames: '[name].[hash]',
      chunkNames: '[name].[hash]',
    }),
  ]);
  return {
    inline: mapNames(inlineScripts, (name) => textOf(inline, `${name}.js`).trimEnd()),
    reader: nameOf(files, 'reader'),
    files,
    serviceWorker: bytesOf(worker, 'service-worker.js'),
  };
}

async function bundle(
  names: readonly string[],
  options: BuildOptions,
  from = '',
): Promise<Map<string, Uint8Array>> {
  const { outputFiles = [] } = await build({
    ...options,
    entryPoints: names.map((name) => `${from}${name}.ts`),
    outdir: 'out',
    write: false,
  });
  return new Map(outputFiles.map(({ path, contents }) => [basename(path), contents]));
}

function mapNames<N extends string>(
  names: readonly N[],
  value: (name: N) => string,
): Record<N, string> {
  return Object.fromEntries(names.map((name) => [name, value(name)])) as Record<N, string>;
}

function nameOf(files: ReadonlyMap<string, Uint8Array>, entry: string): string {
  const name = [...files.keys()].find(
    (file) => file.split('.').length === 3 && file.startsWith(`${entry}.`),
  );
  if (name === undefined) throw new Error(`no script was made for ${entry}`);
  return name;
}

function bytesOf(files: ReadonlyMap<string, Uint8Array>, name: string): Uint8Array {
  const bytes = files.get(name);
  if (bytes === undefined) throw new Error(`no script was made for ${name}`);
  return bytes;
}

function textOf(files: ReadonlyMap<string, Uint8Array>, name: string): string {
  return new TextDecoder().decode(bytesOf(files, name));
}
