import { existsSync, mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroIntegration, ViteUserConfig } from 'astro';
import type { ThemePageFacts } from '../publication/view/theme-page.ts';
import { clearWay } from '../system/cache/cached-file.ts';
import { filesFolder, storeFolder } from '../system/cache/cached-folder.ts';
import { listFiles } from '../system/cache/list-files.ts';
import { packageFolder } from '../system/cache/package-folder.ts';
import { formatProblem, sortProblems } from '../system/problems/format-problem.ts';
import type { Problem } from '../system/problems/problem.ts';
import type { Theme } from '../theme/theme.ts';
import { type BundledScripts, bundleFeedStyle, bundleScripts } from './bundle-scripts.ts';
import { loadTemplates } from './print-sheet.ts';
import { toRenderProblem } from './render-problem.ts';
import { toPageFacts } from './theme-page-facts.ts';
import { type ThemePluginOptions, themePlugin } from './theme-plugin.ts';
import { InvalidTheme, toThemeProblems } from './theme-problem.ts';

/** Where Astro writes the server module. */
export const entry = 'server/entry.mjs';

/** What the cache notes beside the compiled templates. Bytes are in base64. */
export interface BundleNote {
  readonly scripts: Omit<BundledScripts, 'files' | 'serviceWorker'> & {
    readonly files: Readonly<Record<string, string>>;
    readonly serviceWorker: string;
  };
  readonly styles: readonly string[];
  readonly feedCss: string;
  readonly themePages: readonly ThemePageFacts[];
}

export interface CompileOptions {
  readonly cacheDir: string;
  /** The folder to write: a path below `cacheDir`. */
  readonly name: string;
  /** Astro writes it into style sheets. */
  readonly basePath: string;
  readonly theme?: Theme;
}

/**
 * Compiles the templates and bundles the scripts into a folder of the cache.
 *
 * @throws {InvalidTheme} with all problems of the theme
 */
export async function compileTemplates(options: CompileOptions): Promise<void> {
  const { cacheDir, name } = options;
  const folder = filesFolder(cacheDir, name);
  await clearWay(cacheDir, `${name}/list.json`);
  rmSync(join(cacheDir, name), { recursive: true, force: true });
  await buildWithTheme(folder, options);
  const templates = await loadWithTheme(join(folder, entry), options.theme);
  const themePages = options.theme ? toPageFacts(options.theme, templates.themePages) : [];
  const scripts = await bundleScripts();
  const encode = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
  await storeFolder<BundleNote>(cacheDir, name, {
    scripts: {
      ...scripts,
      files: Object.fromEntries(
        [...scripts.files].map(([name, bytes]) => [name, encode(bytes)]),
      ),
      serviceWorker: encode(scripts.serviceWorker),
    },
    styles: templates.styles,
    feedCss: await bundleFeedStyle(),
    themePages,
  });
}

/** Loads the compiled templates. What files of the theme do when they are loaded may throw. */
async function loadWithTheme(path: string, theme: Theme | undefined) {
  try {
    return await loadTemplates(path);
  } catch (error) {
    throw theme === undefined ? error : toRenderProblem(theme, 'it was loaded', error);
  }
}

/** The compiler stops at the first file that does not compile. */
const maxBroken = 8;

/** Compiles once more without each file of the theme that does not compile, so that all of them are reported. */
async function buildWithTheme(folder: string, options: CompileOptions): Promise<void> {
  const { theme } = options;
  const problems = new Map<string, Problem>();
  const broken = new Set<string>();
  const report = (problem: Problem) => problems.set(formatProblem(problem), problem);
  for (let isDone = false; !isDone; ) {
    try {
      await buildTemplates(folder, options, { broken, report });
      isDone = true;
    } catch (error) {
      if (theme === undefined) throw error;
      const found = toThemeProblems(theme, error);
      isDone = true;
      for (const { path, problem } of found) {
        if (problem && (path !== undefined || problems.size === 0)) report(problem);
        if (path === undefined || broken.has(path) || broken.size >= maxBroken) continue;
        broken.add(path);
        isDone = false;
      }
      rmSync(folder, { recursive: true, force: true });
    }
  }
  if (problems.size > 0) throw new InvalidTheme(sortProblems([...problems.values()]));
}

/**
 * Has Astro build `src/site/pages` as a server that renders pages on demand: the documented way to
 * render single pages (https://docs.astro.build/en/reference/adapter-reference/).
 */
async function buildTemplates(
  folder: string,
  { basePath, theme }: CompileOptions,
  themeOptions: Omit<ThemePluginOptions, 'theme'>,
): Promise<void> {
  const { build } = await import('astro');
  // Vite follows links, and the plugin compares paths.
  const code = realpathSync(packageFolder());
  const emptyFolder = join(folder, 'public');
  mkdirSync(emptyFolder, { recursive: true });
  // Astro writes into its root, and the folder of the package may be read-only.
  const root = join(folder, 'root');
  mkdirSync(root);
  // Beside the output folder, which Vite empties. Those of the user's project are not for our templates.
  const tsconfig = join(folder, '../tsconfig.json');
  writeFileSync(tsconfig, '{}');
  await build({
    root,
    configFile: false,
    srcDir: join(code, 'src/site'),
    trailingSlash: 'always',
    base: basePath,
    outDir: folder,
    cacheDir: join(folder, 'cache'),
    publicDir: emptyFolder,
    // Errors are thrown. The press reports them.
    logLevel: 'silent',
    mode: 'production',
    output: 'server',
    build: { server: join(folder, 'server'), client: join(folder, 'client') },
    image: { service: { entrypoint: 'astro/assets/services/noop' } },
    security: { checkOrigin: false },
    adapter: pressAdapter(code),
    // The bundle lies in the cache, where it would not find external packages.
    vite: {
      ssr: { noExternal: true },
      // Configurations of these in the user's project are not for our templates.
      css: { postcss: {} },
      tsconfig,
      resolve: { tsconfigPaths: false },
      plugins: [themePlugin({ theme, ...themeOptions }), resolveFrom(code)],
      // To name the lines of a theme's components that throw.
      build: { sourcemap: theme !== undefined },
    },
  });
  rmSync(tsconfig);
  for (const name of ['public', 'cache', 'client', 'root']) {
    const path = join(folder, name);
    const unexpected = name === 'client' && existsSync(path) ? listFiles(path) : [];
    if (unexpected.length > 0)
      throw new Error(
        `src/site/pages: expected no files for the browser, got ${unexpected.join(', ')}`,
      );
    rmSync(path, { recursive: true, force: true });
  }
}

type VitePlugin = NonNullable<ViteUserConfig['plugins']>[number];

/**
 * Resolves Astro's own modules from the folder of the code: the root is in the cache, which may be
 * anywhere, and Astro may be installed below Dateline.
 */
function resolveFrom(code: string): VitePlugin {
  return {
    name: 'dateline-resolve-astro',
    enforce: 'pre',
    resolveId(id, importer) {
      const isOwn = importer?.startsWith(code) ?? false;
      if (isOwn || !/^astro(?:\/|$)/u.test(id)) return;
      return this.resolve(id, join(code, 'package.json'), { skipSelf: true });
    },
  };
}

/** The Astro adapter that makes `template-entry.ts` the server. */
function pressAdapter(code: string): AstroIntegration {
  const name = 'dateline-press';
  return {
    name,
    hooks: {
      'astro:config:done': ({ setAdapter }) =>
        setAdapter({
          name,
          entrypointResolution: 'auto',
          serverEntrypoint: join(code, 'src/press/template-entry.ts'),
          adapterFeatures: { buildOutput: 'server' },
          supportedAstroFeatures: {
            staticOutput: 'stable',
            serverOutput: 'stable',
            hybridOutput: 'stable',
            sharpImageService: 'stable',
          },
        }),
    },
  };
}
