import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { type BuildOptions, build, type Plugin, transform } from 'esbuild';
import { packageFolder } from '../system/cache/package-folder.ts';

/** Scripts and external style sheets for the reader's browser. */
export interface BundledScripts {
  /** Inline scripts by name. All pages have the same text, so that the CSP can name its hash. */
  readonly inline: Readonly<Record<'apply-settings' | 'mark-old', string>>;
  /** The name below `/assets/` of the script that every page loads. */
  readonly reader: string;
  /** Names below `/assets/` of the style sheets for print and for the reader's settings. */
  readonly print: string;
  readonly settings: string;
  /** Names below `/assets/` of the style sheets of blocks, by the names of their sources. */
  readonly blockStyles: Readonly<Record<string, string>>;
  /** All files below `/assets/`, including modules that are loaded on first use. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly serviceWorker: Uint8Array;
}

/**
 * Bundles `src/browser`. The same sources give the same bytes. File names
 * contain the hash of the bytes, and files import each other by relative paths, so that they work
 * below any base path.
 *
 * @throws {Error} with esbuild's messages where a script does not compile
 */
export async function bundleScripts(): Promise<BundledScripts> {
  const root = packageFolder();
  const source = (name: string) => resolve(root, 'src/browser', `${name}.ts`);
  const options: BuildOptions = { ...common, absWorkingDir: root };
  const files = new Map<string, Uint8Array>();
  const [applySettings, markOld, worker, reader] = await Promise.all([
    bundle(source('inline/apply-settings'), options),
    bundle(source('inline/mark-old'), options),
    bundle(source('worker/service-worker'), options),
    bundleModule(source('reader'), options, files),
  ]);
  const styles = resolve(root, 'src/site/styles');
  const bundleStyle = async (path: string, frame = (css: string) => css) => {
    const css = new TextEncoder().encode(frame(await minifyStyle(resolve(styles, path))));
    const name = `${basename(path, '.css')}.${shortHash(css)}.css`;
    files.set(name, css);
    return name;
  };
  const print = await bundleStyle('print.css');
  const settings = await bundleStyle('settings.css');
  const blockStyles: Record<string, string> = {};
  // Pages declare the order of layers, so it does not matter where a page links a file.
  for (const file of (await readdir(join(styles, 'blocks'))).sort())
    blockStyles[basename(file, '.css')] = await bundleStyle(
      `blocks/${file}`,
      (css) => `@layer page{${css}}`,
    );
  return {
    print,
    settings,
    blockStyles,
    inline: { 'apply-settings': toText(applySettings), 'mark-old': toText(markOld) },
    reader,
    files,
    serviceWorker: worker.contents,
  };
}

/** Minifies the style sheet of feeds. */
export function bundleFeedStyle(): Promise<string> {
  return minifyStyle(resolve(packageFolder(), 'src/site/styles/feed.css'));
}

/** Browsers since about 2022. Scripts test for newer features, such as popovers, before use. */
const common = {
  bundle: true,
  minify: true,
  write: false,
  outdir: 'out',
  charset: 'utf8',
  format: 'iife',
  legalComments: 'none',
  logLevel: 'silent',
  target: ['chrome105', 'firefox110', 'safari16'],
  define: { 'process.env.NODE_ENV': '"production"' },
  // Instead of tsconfig.json, which a package does not have: other scripts would be another site.
  tsconfigRaw: { compilerOptions: { strict: true, verbatimModuleSyntax: true } },
} as const satisfies BuildOptions;

async function bundle(entry: string, options: BuildOptions) {
  const { outputFiles } = await build({
    ...options,
    write: false,
    entryPoints: [entry],
    plugins: [inlineStyles, ...(options.plugins ?? [])],
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error(`esbuild wrote no script for ${entry}`);
  return file;
}

/**
 * Bundles a module into one file, and each module that it imports dynamically into another.
 * Shared code is in both: for a loading page, another request costs more than a few bytes.
 *
 * @returns the name of the module's file
 */
async function bundleModule(
  entry: string,
  options: BuildOptions,
  files: Map<string, Uint8Array>,
): Promise<string> {
  const onFirstUse: Plugin = {
    name: 'on-first-use',
    setup({ onResolve }) {
      onResolve({ filter: /^\./ }, async ({ path, kind, resolveDir }) => {
        if (kind !== 'dynamic-import') return undefined;
        const name = await bundleModule(resolve(resolveDir, path), options, files);
        return { path: `./${name}`, external: true };
      });
    },
  };
  const { path, contents } = await bundle(entry, {
    ...options,
    format: 'esm',
    plugins: [onFirstUse],
  });
  const name = `${basename(path, '.js')}.${shortHash(contents)}.js`;
  files.set(name, contents);
  return name;
}

/** Supports `import css from './x.css?inline'`, a style sheet as text, as Vite does. */
const inlineStyles: Plugin = {
  name: 'inline-styles',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\.css\?inline$/ }, ({ path, resolveDir }) => ({
      path: resolve(resolveDir, path.replace('?inline', '')),
      namespace: 'inline-style',
    }));
    onLoad({ filter: /./, namespace: 'inline-style' }, async ({ path }) => {
      return { contents: await minifyStyle(path), loader: 'text' };
    });
  },
};

async function minifyStyle(path: string): Promise<string> {
  const { code } = await transform(await readFile(path), {
    loader: 'css',
    minify: true,
    charset: 'utf8',
    target: [...common.target],
  });
  return code.trimEnd();
}

/** Used in place of esbuild's own hash, which depends on the path of the project. */
function shortHash(contents: Uint8Array): string {
  return createHash('sha256').update(contents).digest('hex').slice(0, 10);
}

/** Inline scripts do not need "use strict": the compiler has checked them. */
function toText({ contents }: { readonly contents: Uint8Array }): string {
  return new TextDecoder().decode(contents).trimEnd().replace('"use strict";', '');
}
