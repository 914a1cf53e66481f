import { findFreePort } from './find-free-port.ts';
import { launchBrowser } from './launch-browser.ts';
import { type LighthouseResult, runLighthouse } from './measure/run-lighthouse.ts';
import { findPageKinds } from './page-kinds.ts';
import type { ServedSite } from './serve-site.ts';
import type { SiteName } from './sites/reading-site.ts';

export interface Judged extends LighthouseResult {
  readonly site: SiteName;
  /** Such as `front`, or the slug of an article. */
  readonly page: string;
  readonly round: number;
}

/**
 * Runs Lighthouse on the articles of all sites, and on the other kinds of page that Dateline
 * has.
 */
export async function judgeSites(
  sites: readonly ServedSite[],
  rounds: number,
): Promise<Judged[]> {
  const port = await findFreePort();
  const browser = await launchBrowser(port);
  const judged: Judged[] = [];
  try {
    for (let round = 1; round <= rounds; round += 1) {
      for (const site of sites) {
        for (const [page, path] of Object.entries(findPages(site))) {
          const result = await runLighthouse(site.origin + path, port);
          judged.push({ site: site.name, page, round, ...result });
        }
      }
    }
  } finally {
    await browser.close();
  }
  return judged;
}

function findPages({ name, outDir, pages }: ServedSite): Record<string, string> {
  return name === 'dateline' ? { ...pages, ...findPageKinds(outDir) } : pages;
}
