import { formatSitemap, sitemapEntry } from './format-sitemap.ts';
import type { SitemapPage } from './sitemap.ts';

/** What one file may hold: sitemaps.org, "Using Sitemap index files". */
export const sitemapBounds = { pages: 50_000, bytes: 50_000_000 } as const;

/**
 * Cuts pages, oldest first, into files that keep to the bounds: a file that is full stays as it is
 * when newer pages come.
 */
export function cutSitemap(
  pages: readonly SitemapPage[],
  bounds: { readonly pages: number; readonly bytes: number } = sitemapBounds,
): SitemapPage[][] {
  const files: SitemapPage[][] = [];
  const frame = size(formatSitemap([]));
  // Far from the bound nobody needs to know how far.
  const counted = pages.length > bounds.pages / 50;
  let bytes = frame;
  for (const page of pages) {
    const more = counted ? size(sitemapEntry(page)) : 0;
    const file = files.at(-1);
    if (file && file.length < bounds.pages && bytes + more <= bounds.bytes) {
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
