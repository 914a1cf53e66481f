import type { Problem } from '../system/problems/problem.ts';
import { bundleStyle } from './bundle-style.ts';
import type { Theme } from './theme.ts';

/** What pages get of a theme besides its templates. */
export interface ThemeFiles {
  /** `style.css` with what it imports, minified, in no layer; empty if there is none. */
  readonly css: string;
  /** Files below `/assets/`, by name. */
  readonly assets: ReadonlyMap<string, Uint8Array>;
}

interface Bundled {
  readonly files: ThemeFiles;
  readonly problems: readonly Problem[];
}

let last: { readonly key: string; readonly bundled: Promise<Bundled> } | undefined;

/**
 * Bundles the style sheet of a theme. `basePath` starts and ends with a slash. A dev preview asks after
 * each change of the content, so the last result is kept.
 */
export function bundleTheme(theme: Theme, basePath: string): Promise<Bundled> {
  const key = [theme.folder, theme.styleHash, basePath, ...theme.files].join('\0');
  if (last?.key === key) return last.bundled;
  const bundled = bundle(theme, basePath);
  last = { key, bundled };
  return bundled;
}

async function bundle(theme: Theme, basePath: string): Promise<Bundled> {
  if (!theme.files.includes('style.css'))
    return { files: { css: '', assets: new Map() }, problems: [] };
  const { css, files, problems } = await bundleStyle(theme, basePath);
  return { files: { css, assets: files }, problems };
}
