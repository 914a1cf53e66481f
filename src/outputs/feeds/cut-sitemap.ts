import { formatSitemap } from './format-sitemap.ts';

/** What one file may hold: sitemaps.org, "Using Sitemap index files". */
export const sitemapBounds = { pages: 50_000, bytes: 50_000_000 } as const;

/**
 * Cuts printed pages, oldest first, into files that keep to the bounds: a file that is full stays
 * as it is when newer pages come.
 */
export function cutSitemap<T extends { readonly xml: string }>(pages: readonly T[]): T[][] {
  const files: T[][] = [];
  const frame = size(formatSitemap([]));
  let bytes = 0;
  for (const page of pages) {
    const more = size(page.xml) + 1;
    const file = files.at(-1);
    const full = file?.length === sitemapBounds.pages || bytes + more > sitemapBounds.bytes;
    if (file && !full) {
      file.push(page);
      bytes += more;
    } else {
      files.push([page]);
      bytes = frame + more;
    }
  }
  return files;
}

function size(xml: string): number {
  return new TextEncoder().encode(xml).length;
}
