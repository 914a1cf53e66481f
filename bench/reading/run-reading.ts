import { rmSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { makeWorkbench } from '../make-workbench.ts';
import { createPictureArticle } from './articles/create-picture-article.ts';
import { loadSampleArticle } from './articles/load-sample-article.ts';
import { findSites } from './find-sites.ts';
import { type Judged, judgeSites } from './judge-sites.ts';
import { launchBrowser } from './launch-browser.ts';
import type { ReadingOptions } from './parse-reading-options.ts';
import { formatBytes } from './report/format-bytes.ts';
import { formatLighthouse } from './report/format-lighthouse.ts';
import { formatPaint } from './report/format-paint.ts';
import { summarisePaint } from './report/summarise-paint.ts';
import { type ServedSite, serveSite } from './serve-site.ts';
import { installedVersion, packagesCure } from './sites/installed-package.ts';
import { visitForBytes, visitForPaint } from './visit-sites.ts';

/**
 * The reading benchmark: builds the same two articles as pages of Dateline, of its peers and
 * without a generator, and prints their size, when they appear, and their Lighthouse scores.
 * Throws if a build or a measurement fails.
 */
export async function runReading(options: ReadingOptions): Promise<void> {
  const { present, versions } = await findSites(options.only);
  const lighthouse = await installedVersion('lighthouse');
  console.log(`lighthouse: ${lighthouse ?? `skipped: ${packagesCure}`}`);
  const workbench = await makeWorkbench(1000);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
  process.once('exit', () => rmSync(workbench, { recursive: true, force: true }));
  const browser = await launchBrowser();
  console.log(`browser: Chromium ${browser.version()}, load ${loadavg()[0]?.toFixed(1)}`);
  const sites: ServedSite[] = [];
  try {
    const articles = [await loadSampleArticle(), await createPictureArticle(options.seed)];
    const slugs = articles.map(({ slug }) => slug);
    console.log('Building …');
    for (const site of present) sites.push(await serveSite(site, workbench, articles));

    console.log('What the pages move …');
    const bytes = await visitForBytes(browser, slugs, sites);
    console.log(`\n${formatBytes(bytes)}\n`);
    console.log(`When they are seen: ${options.loads} loads of each, some ten a minute …`);
    const paints = summarisePaint(await visitForPaint(browser, slugs, sites, options.loads));
    console.log(`\n${formatPaint(paints)}\n`);
    await browser.close();
    if (lighthouse) console.log('What Lighthouse says …');
    const judged: Judged[] = lighthouse ? await judgeSites(sites, options.rounds) : [];
    if (lighthouse) console.log(`\n${formatLighthouse(judged)}`);

    if (options.json !== undefined) {
      const machine = `${cpus().length} x ${cpus()[0]?.model ?? 'CPU'}`;
      const figures = { machine, versions: { ...versions, lighthouse }, bytes, paints, judged };
      await writeFile(options.json, `${JSON.stringify(figures, undefined, 2)}\n`);
    }
  } finally {
    await browser.close();
    for (const { close } of sites) await close();
    await rm(workbench, { recursive: true, force: true });
  }
}
