import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { type BuildOptions, build, type Plugin, transform } from 'esbuild';

/** Scripts for the reader's browser, as pages and routes need them. */
export interface BundledScripts {
  /** Set into pages, by name: the same text on all of them, so that a policy can name its hash. */
  readonly inline: Readonly<Record<'apply-settings' | 'mark-old', string>>;
  /** Name below `/assets/` of what every page loads. */
  readonly reader: string;
  /** Names below `/assets/` of the style sheets for paper and of a reader's settings. */
  readonly print: string;
  readonly settings: string;
  /** All files below `/assets/`, the parts that are loaded on first use included. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly serviceWorker: Uint8Array;
}

/**
 * Bundles `src/browser` of the project at `root`. Same sources, same bytes. Files carry the hash
 * of their bytes and name each other relatively, so they work below any base path.
 *
 * @throws {Error} with esbuild's messages, where a script does not compile
 */
export async function bundleScripts(root: string): Promise<BundledScripts> {
  const source = (name: string) => resolve(root, 'src/browser', `${name}.ts`);
  const options: BuildOptions = { ...common, absWorkingDir: root };
  const files = new Map<string, Uint8Array>();
  const [applySettings, markOld, worker, reader] = await Promise.all([
    bundle(source('inline/apply-settings'), options),
    bundle(source('inline/mark-old'), options),
    bundle(source('worker/service-worker'), options),
    bundleModule(source('reader'), options, files),
  ]);
  const bundleStyle = async (style: string) => {
    const css = new TextEncoder().encode(
      await minified(resolve(root, `src/site/styles/${style}.css`)),
    );
    const name = `${style}.${shortHash(css)}.css`;
    files.set(name, css);
    return name;
  };
  const print = await bundleStyle('print');
  const settings = await bundleStyle('settings');
  return {
    print,
    settings,
    inline: { 'apply-settings': toText(applySettings), 'mark-old': toText(markOld) },
    reader,
    files,
    serviceWorker: worker.contents,
  };
}

/** Bundles the rules of the style sheet of feeds. */
export async function bundleFeedStyle(root: string): Promise<string> {
  const rules = await readFile(resolve(root, 'src/site/styles/feed.css'));
  const { code } = await transform(rules, { loader: 'css', minify: true, charset: 'utf8' });
  return code.trimEnd();
}

/** Browsers since about 2022: popovers and the rest are asked for where they are used. */
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
} as const satisfies BuildOptions;

async function bundle(entry: string, options: BuildOptions) {
  const { outputFiles } = await build({
    ...options,
    write: false,
    entryPoints: [entry],
    plugins: [inlineStyles, ...(options.plugins ?? [])],
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error(`no script was made of ${entry}`);
  return file;
}

/**
 * A module whole in one file, and one for each that it imports on first use: what both need they
 * both have, since a page that loads waits longer for one more file than for some more bytes.
 * Gives the name of its file.
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

/** `import css from './x.css?inline'`: a style sheet as text, as Vite has it. */
const inlineStyles: Plugin = {
  name: 'inline-styles',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\.css\?inline$/ }, ({ path, resolveDir }) => ({
      path: resolve(resolveDir, path.replace('?inline', '')),
      namespace: 'inline-style',
    }));
    onLoad({ filter: /./, namespace: 'inline-style' }, async ({ path }) => {
      return { contents: await minified(path), loader: 'text' };
    });
  },
};

async function minified(path: string): Promise<string> {
  const { code } = await transform(await readFile(path), {
    loader: 'css',
    minify: true,
    charset: 'utf8',
  });
  return code.trimEnd();
}

/** Not esbuild's own hash, which depends on where the project lies. */
function shortHash(contents: Uint8Array): string {
  return createHash('sha256').update(contents).digest('hex').slice(0, 10);
}

/** What is set into pages needs no strict mode: the compiler has checked it. */
function toText({ contents }: { readonly contents: Uint8Array }): string {
  return new TextDecoder().decode(contents).trimEnd().replace('"use strict";', '');
}
