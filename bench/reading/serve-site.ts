import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { serveFolder } from '../../src/hosting/server/serve-folder.ts';
import type { ReadingArticle } from './articles/reading-article.ts';
import { findFreePort } from './find-free-port.ts';
import { findPage } from './sites/find-page.ts';
import type { ReadingSite, SiteName } from './sites/reading-site.ts';

/** A running site. */
export interface ServedSite {
  readonly name: SiteName;
  readonly outDir: string;
  /** Such as `http://localhost:4000`. */
  readonly origin: string;
  /** The address of an article by its slug: `/2026/01/06/slug/`. */
  readonly pages: Readonly<Record<string, string>>;
  readonly close: () => Promise<void>;
}

/**
 * Builds a site in its own folder within `workbench` and serves it with the server of `npm run
 * preview`, regardless of its generator. Throws if the build fails or an article is missing.
 */
export async function serveSite(
  { name, build }: ReadingSite,
  workbench: string,
  articles: readonly ReadingArticle[],
): Promise<ServedSite> {
  const folder = join(workbench, name);
  await mkdir(folder);
  const port = await findFreePort();
  const origin = `http://localhost:${port}`;
  const outDir = await build({ folder, origin, articles });
  const pages: Record<string, string> = {};
  for (const { slug } of articles) pages[slug] = findPage(outDir, slug);
  const { close } = await serveFolder(outDir, { host: 'localhost', port });
  return { name, outDir, origin, pages, close };
}
