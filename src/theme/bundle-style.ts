import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, join, resolve, sep } from 'node:path';
import type { OnResolveArgs, OnResolveResult, Plugin, PluginBuild } from 'esbuild';
import { quote } from '../system/problems/format-problem.ts';
import { suggestName } from '../system/problems/nearest-name.ts';
import { type Problem, wrongValue } from '../system/problems/problem.ts';
import { assetName, below } from './asset-name.ts';
import { type ImportFault, toProblems } from './bundle-messages.ts';
import { lowerLightDark } from './lower-light-dark.ts';
import { bundleOptions, runBundler } from './run-bundler.ts';
import { checkStyleSource } from './style-source.ts';
import type { Theme } from './theme.ts';

export interface BundledStyle {
  /** Minified, in no layer. */
  readonly css: string;
  /** The fonts and pictures that it names, by their names below `/assets/`. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly problems: readonly Problem[];
}

/** Bytes. Readers wait for a style sheet before they see a page. */
const largeStyle = 100_000;
const maxStyle = 1_000_000;

/**
 * Bundles `style.css` of a theme with what it imports. `basePath` starts and ends with a slash. The
 * result has no style where there is an error.
 */
export async function bundleStyle(theme: Theme, basePath: string): Promise<BundledStyle> {
  const folder = realpathSync(theme.folder);
  const files = new Map<string, Uint8Array>();
  const sources: Problem[] = [];
  const result = await runBundler({
    ...bundleOptions,
    absWorkingDir: folder,
    entryPoints: [join(folder, 'style.css')],
    plugins: [
      localFiles({ theme, folder, basePath, files }),
      checkedSources((text, path) =>
        sources.push(...checkStyleSource(text, `${theme.shown}/${below(folder, path)}`)),
      ),
    ],
  });
  const place = { field: 'style', shown: theme.shown, fallback: 'style.css' };
  const css = lowerLightDark(
    (result.outputFiles[0]?.text ?? '')
      .trimEnd()
      .replace(/^@charset "[^"]*";/u, '')
      .replaceAll(/<\/(?=style)/giu, '<\\/'),
  );
  const problems = [
    ...toProblems(result.errors, { ...place, severity: () => 'error' }),
    ...toProblems(result.warnings, {
      ...place,
      // A wrong value has no effect; wrong syntax changes what the rules after it mean.
      severity: ({ id }) => (/property|calc|charset/u.test(id) ? 'warning' : 'error'),
    }),
    ...sources,
    ...checkSize(css, `${theme.shown}/style.css`),
  ];
  const isWrong = problems.some(({ severity }) => severity === 'error');
  return isWrong ? { css: '', files: new Map(), problems } : { css, files, problems };
}

function checkSize(css: string, file: string): Problem[] {
  const size = Buffer.byteLength(css);
  if (size <= largeStyle) return [];
  return [
    {
      severity: 'warning',
      ...{ file, line: 1, column: 1, field: 'style' },
      message: wrongValue(`at most ${largeStyle} bytes`, `${size} when minified`),
      cure: 'shorten it: readers wait for it before they see a page',
    },
  ];
}

/** Gives each source to `check`, and refuses those that are not UTF-8. */
function checkedSources(check: (text: string, path: string) => void): Plugin {
  return {
    name: 'checked-sources',
    setup({ onLoad }) {
      onLoad({ filter: /\.css$/ }, ({ path }) => {
        try {
          // The bundler needs a minute for five megabytes.
          const { size } = statSync(path);
          if (size > maxStyle)
            return refuse({
              message: wrongValue(`at most ${maxStyle} bytes`, `${size}`),
              cure: 'shorten it: readers wait for it before they see a page',
            });
          const contents = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
          if (!path.includes(`${sep}node_modules${sep}`)) check(contents, path);
          return { contents, loader: 'css' };
        } catch (error) {
          if (!(error instanceof TypeError)) throw error;
          return { errors: [{ text: 'expected a text in UTF-8, got other bytes' }] };
        }
      });
    },
  };
}

interface LocalFiles {
  readonly theme: Theme;
  readonly folder: string;
  readonly basePath: string;
  readonly files: Map<string, Uint8Array>;
}

/** Files that a style sheet can name. */
const usable = /\.(?:woff2?|ttf|otf|svg|png|jpe?g|gif|webp|avif)$/iu;

/** Allows files of the theme and of installed packages only, and names them as the site does. */
function localFiles({ theme, folder, basePath, files }: LocalFiles): Plugin {
  const resolveName = async (
    { path, kind, resolveDir, importer }: OnResolveArgs,
    bundler: PluginBuild,
  ): Promise<OnResolveResult | undefined> => {
    if (path.startsWith('#')) return { path, external: true };
    if (/^(?:[a-z][a-z0-9+.-]*:|\/\/|\\)/iu.test(path)) return refuse(foreign(path));
    const [, name = '', fragment = ''] = /^([^?#]*)(?:\?[^#]*)?(#.*)?$/su.exec(path) ?? [];
    const written = decode(name);
    if (written.startsWith('/')) {
      const file = `public${written}`;
      return theme.files.includes(file)
        ? { path: basePath + path.slice(1), external: true }
        : refuse({
            ...missing(path, theme),
            cure: `files with such an address are in ${theme.shown}/public; others begin with \`./\``,
          });
    }
    const found = await findFile(written, { kind, resolveDir, importer }, bundler);
    if (found === undefined) return refuse(missing(path, theme));
    const isPackage = found.includes(`${sep}node_modules${sep}`);
    if (!isPackage && below(folder, found).startsWith('..'))
      return refuse({
        message: wrongValue(`a file in ${theme.shown}`, quote(path)),
        cure: 'move the file into the folder',
      });
    if (kind !== 'url-token') return { path: found };
    if (!usable.test(found))
      return refuse({ message: wrongValue('a font or a picture', quote(path)) });
    const bytes = readFileSync(found);
    const asset = assetName(found, bytes);
    files.set(asset, bytes);
    return { path: `${basePath}assets/${asset}${fragment}`, external: true };
  };
  return {
    name: 'local-files',
    setup(bundler) {
      bundler.onResolve({ filter: /^/ }, (asked) =>
        asked.kind === 'entry-point' || asked.pluginData === isOwn
          ? undefined
          : resolveName(asked, bundler),
      );
    },
  };
}

/** Marks questions that the plugin itself asks. */
const isOwn = Symbol('own');

/** The absolute path of a file, or of one in an installed package. Links are followed. */
async function findFile(
  name: string,
  asked: Pick<OnResolveArgs, 'kind' | 'resolveDir' | 'importer'>,
  bundler: PluginBuild,
): Promise<string | undefined> {
  const path = resolve(asked.resolveDir, name);
  if (name !== '' && existsSync(path))
    return statSync(path).isFile() ? realpathSync(path) : undefined;
  if (!/^[@\w]/u.test(name)) return undefined;
  const found = await bundler.resolve(name, { ...asked, pluginData: isOwn });
  return found.errors.length > 0 || found.external ? undefined : found.path;
}

function foreign(path: string): ImportFault {
  return /^data:/iu.test(path)
    ? {
        message: wrongValue('the name of a file', 'a data: URL'),
        cure: 'save it as a file in the theme: the policy of pages blocks data: URLs',
      }
    : {
        message: wrongValue('the name of a file', quote(path)),
        cure: 'copy the file into the theme: the policy of pages blocks other sites',
      };
}

function missing(path: string, { files }: Theme): ImportFault {
  const near = suggestName(
    basename(path),
    files.map((file) => basename(file)),
  );
  return { message: wrongValue('a file that exists', quote(path)), ...near };
}

function refuse(detail: ImportFault): Pick<OnResolveResult, 'errors'> {
  return { errors: [{ text: detail.message, detail }] };
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
