import type { OutputFile } from 'esbuild';
import { packageFolder } from '../system/cache/package-folder.ts';

/** The modules that commands load, by the export that they use. */
export const pressModules = {
  runPress: 'press/run-press',
  openPreview: 'press/open-preview',
  checkTheme: 'press/check-theme',
  runStage: 'press/shards/run-stage',
} as const;

/** The scripts of child processes. */
const workers = [
  'press/print-worker',
  'press/template-worker',
  'newsroom/render-worker',
  'outputs/pictures/picture-worker',
  'outputs/search/index-worker',
];

/** What the package has besides: its program, and the scripts that commands start. */
const programs = [
  'commands/dateline',
  'commands/build-again',
  'import/import-worker',
  'system/cache/scan-files.mjs',
];

/** Packages that are not bundled: they have native code or programs, or load their own files. */
const external = ['@takumi-rs/core', 'astro', 'esbuild', 'pagefind', 'satteri', 'sharp'];

/** CommonJS packages load others with `require`. */
const banner =
  "import{createRequire as createRequireOfPress}from'node:module';const require=createRequireOfPress(import.meta.url);";

/** Bundles the press and its workers into a folder of the cache. The files contain absolute paths. */
export async function bundlePress(folder: string): Promise<OutputFile[]> {
  const { files } = await bundle({
    folder,
    modules: [...Object.values(pressModules), ...workers],
    target: process.versions.node,
    define: {
      BUNDLE_FOLDER: JSON.stringify(folder),
      PACKAGE_FOLDER: JSON.stringify(packageFolder()),
    },
    resolve: (name) => import.meta.resolve(name),
  });
  return files;
}

/**
 * Bundles everything that commands run into `lib`, for the package. `sources` are the files that are in
 * it: paths below the folder of the package.
 */
export function bundleLibrary(): Promise<{ files: OutputFile[]; sources: string[] }> {
  const folder = 'lib';
  return bundle({
    folder,
    modules: [...Object.values(pressModules), ...workers, ...programs],
    // The oldest that package.json allows.
    target: '22.12',
    // Commands run only through the program, which calls them.
    define: { BUNDLE_FOLDER: JSON.stringify(folder), 'import.meta.main': 'false' },
    resolve: (name) => name,
    isSmall: true,
  });
}

interface BundleOptions {
  readonly folder: string;
  /** Paths below `src`, without `.ts`. */
  readonly modules: readonly string[];
  /** The version of Node. */
  readonly target: string;
  readonly define: Readonly<Record<string, string>>;
  /** How the bundle imports a package that is not bundled. */
  readonly resolve: (name: string) => string;
  /** Whether to remove white space and comments. Names remain, for the stacks of errors. */
  readonly isSmall?: boolean;
}

/** esbuild does not write the files, since its errors do not say that a disk is full. */
async function bundle(
  options: BundleOptions,
): Promise<{ files: OutputFile[]; sources: string[] }> {
  const { build, stop } = await import('esbuild');
  const { outputFiles, metafile } = await build({
    write: false,
    metafile: true,
    absWorkingDir: packageFolder(),
    entryPoints: options.modules.map(
      (name) => `src/${name}${name.endsWith('.mjs') ? '' : '.ts'}`,
    ),
    outbase: 'src',
    outdir: options.folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: `node${options.target}`,
    banner: { js: banner },
    define: options.define,
    minifyWhitespace: options.isSmall,
    minifySyntax: options.isSmall,
    // Licences are in a file of their own.
    legalComments: 'none',
    logLevel: 'silent',
    plugins: [
      {
        name: 'external',
        setup({ onResolve }) {
          onResolve({ filter: /^[^./]/ }, ({ path }) =>
            external.includes(path)
              ? { path: options.resolve(path), external: true }
              : undefined,
          );
        },
      },
    ],
  });
  // Frees the memory of its process, which is larger than the whole bundle.
  await stop();
  return { files: outputFiles, sources: Object.keys(metafile.inputs) };
}
