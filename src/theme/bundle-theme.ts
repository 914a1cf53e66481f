import type { Problem } from '../system/problems/problem.ts';
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
}

interface Bundled<Files = ThemeFiles> {
  readonly files: Files;
  readonly problems: readonly Problem[];
}

type Code = Omit<ThemeFiles, 'publicFiles'>;

let last: { readonly key: string; readonly bundled: Promise<Bundled<Code>> } | undefined;

/**
 * Bundles the style sheet of a theme and lists its public files. `basePath` starts and ends with a slash. A dev preview asks after
 * each change of the content, so the last result is kept.
 */
export async function bundleTheme(theme: Theme, basePath: string): Promise<Bundled> {
  const listed = listPublicFiles(theme);
  const { files, problems } = await bundleOnce(theme, basePath);
  return {
    files: { ...files, publicFiles: listed.files },
    problems: [...problems, ...listed.problems],
  };
}

function bundleOnce(theme: Theme, basePath: string): Promise<Bundled<Code>> {
  const key = [theme.folder, theme.styleHash, basePath, ...theme.files].join('\0');
  if (last?.key === key) return last.bundled;
  const bundled = bundle(theme, basePath);
  last = { key, bundled };
  return bundled;
}

async function bundle(theme: Theme, basePath: string): Promise<Bundled<Code>> {
  if (!theme.files.includes('style.css'))
    return { files: { css: '', assets: new Map() }, problems: [] };
  const { css, files, problems } = await bundleStyle(theme, basePath);
  return { files: { css, assets: files }, problems };
}
