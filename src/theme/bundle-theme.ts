import type { Problem } from '../system/problems/problem.ts';
import { bundleScripts, findNamedScripts, type NamedScript } from './bundle-scripts.ts';
import { bundleStyle } from './bundle-style.ts';
import { listPublicFiles, type PublicFile } from './public-files.ts';
import type { Theme } from './theme.ts';

/** What pages get of a theme besides its templates. */
export interface ThemeFiles {
  /** `style.css` with what it imports, minified, in no layer; empty if there is none. */
  readonly css: string;
  /** Files below `/assets/`, by name. */
  readonly assets: ReadonlyMap<string, Uint8Array>;
  /** Files that are published as they are. */
  readonly publicFiles: readonly PublicFile[];
  /** Names of assets: the scripts that pages load. */
  readonly scripts: readonly string[];
}

interface Bundled<Files> {
  readonly files: Files;
  readonly problems: readonly Problem[];
}

type Code = Omit<ThemeFiles, 'publicFiles'>;

let last: { readonly key: string; readonly bundled: Promise<Bundled<Code>> } | undefined;

/** The last bundles without an error, and the theme's folder. */
let good: { readonly folder: string; readonly files: Code } | undefined;

export interface BundleThemeOptions {
  /** Starts and ends with a slash. */
  readonly basePath: string;
  /** The scripts that `publication.yaml` names. */
  readonly scripts: readonly NamedScript[];
}

/**
 * Bundles the style sheet of a theme and the scripts that are named, and lists its public files. A dev
 * preview asks after each change of the content, so the last bundles are kept, and shown again while a
 * file has an error.
 */
export async function bundleTheme(
  theme: Theme | undefined,
  { basePath, scripts }: BundleThemeOptions,
): Promise<Bundled<ThemeFiles | undefined>> {
  const named = findNamedScripts(scripts, theme);
  if (theme === undefined) return { files: undefined, problems: named.problems };
  const { files, problems } = await bundleOnce(theme, { basePath, scripts: named.found });
  const listed = listPublicFiles(theme, named.found);
  return {
    files: { ...files, publicFiles: listed.files },
    problems: [...problems, ...named.problems, ...listed.problems],
  };
}

interface CodeOptions {
  readonly basePath: string;
  readonly scripts: readonly string[];
}

function bundleOnce(theme: Theme, options: CodeOptions): Promise<Bundled<Code>> {
  const key = JSON.stringify([theme.folder, theme.styleHash, options, theme.files]);
  if (last?.key === key) return last.bundled;
  const bundled = bundleCode(theme, options).then((made) => keepGood(theme, made));
  last = { key, bundled };
  // It may succeed the next time: a file may have been removed meanwhile.
  bundled.catch(() => {
    last = undefined;
  });
  return bundled;
}

function keepGood({ folder }: Theme, { files, problems }: Bundled<Code>): Bundled<Code> {
  const isWrong = problems.some(({ severity }) => severity === 'error');
  if (!isWrong) good = { folder, files };
  return { files: isWrong && good?.folder === folder ? good.files : files, problems };
}

async function bundleCode(
  theme: Theme,
  { basePath, scripts }: CodeOptions,
): Promise<Bundled<Code>> {
  const none = { css: '', files: new Map<string, Uint8Array>(), problems: [] };
  const style = theme.files.includes('style.css') ? await bundleStyle(theme, basePath) : none;
  const code = await bundleScripts(theme, scripts);
  return {
    files: {
      css: style.css,
      assets: new Map([...style.files, ...code.files]),
      scripts: code.names,
    },
    problems: [...style.problems, ...code.problems],
  };
}
