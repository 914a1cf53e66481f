import type { Browser } from 'playwright-core';
import { measureBytes, type PageBytes } from './measure/measure-bytes.ts';
import { measurePaint, type Paint } from './measure/measure-paint.ts';
import type { ServedSite } from './serve-site.ts';
import type { SiteName } from './sites/reading-site.ts';

/** One article on one site. */
export interface Visited<T> {
  readonly slug: string;
  readonly site: SiteName;
  readonly figures: T;
}

/** The traffic of each article on each site. */
export async function visitForBytes(
  browser: Browser,
  slugs: readonly string[],
  sites: readonly ServedSite[],
): Promise<Visited<PageBytes>[]> {
  const visited: Visited<PageBytes>[] = [];
  for (const slug of slugs) {
    for (const { name, origin, pages } of sites) {
      const figures = await measureBytes(browser, origin, pages[slug] ?? '/');
      visited.push({ slug, site: name, figures });
    }
  }
  return visited;
}

/**
 * Loads each article `loads` times on each site in turn, so that a disturbance of the machine
 * affects all sites. A first round, which does not count, warms up the disk and the servers.
 */
export async function visitForPaint(
  browser: Browser,
  slugs: readonly string[],
  sites: readonly ServedSite[],
  loads: number,
): Promise<Visited<Paint>[]> {
  const visited: Visited<Paint>[] = [];
  for (let load = 0; load <= loads; load += 1) {
    for (const slug of slugs) {
      for (const { name, origin, pages } of sites) {
        const figures = await measurePaint(browser, origin + (pages[slug] ?? '/'));
        if (load > 0) visited.push({ slug, site: name, figures });
      }
    }
  }
  return visited;
}
