import { readFileSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { brotliSize } from '../reading/measure/brotli-size.ts';
import { type Fingerprint, listDifferences } from './fingerprint-folder.ts';

/** The output of a build. */
export interface Output {
  readonly bytes: number;
  readonly files: number;
  /**
   * Files that were added, removed or changed since the previous build; all of them for a cold
   * one.
   */
  readonly changedFiles: number;
  /** Of the page of one article, `Site.article`. */
  readonly pageBytes: number;
  /** Of that page, compressed with Brotli at its highest quality. */
  readonly pageBrotliBytes: number;
}

/** Measures the output of a build and compares it with that of the previous build. */
export function weighOutput(
  outDir: string,
  article: string,
  before: Fingerprint,
  after: Fingerprint,
): Output {
  const page = readFileSync(join(outDir, findPage([...after.keys()], article)));
  return {
    bytes: [...after.values()].reduce((sum, { bytes }) => sum + bytes, 0),
    files: after.size,
    changedFiles: listDifferences(before, after).length,
    pageBytes: page.length,
    pageBrotliBytes: brotliSize(page),
  };
}

/**
 * Finds the page of an article in its first language; translations are below a folder. Throws
 * if there is none.
 */
export function findPage(paths: readonly string[], article: string): string {
  const slug = basename(article, '.md');
  const names = [`${slug}.html`, join(slug, 'index.html')];
  const [page] = paths
    .filter((path) => names.some((name) => path === name || path.endsWith(`${sep}${name}`)))
    .sort((a, b) => a.length - b.length);
  if (page === undefined) throw new Error(`expected a page of ${article}, got none`);
  return page;
}
