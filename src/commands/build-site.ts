import { readFile } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { build } from 'astro';
import { clearWay, keepFile } from '../cache/kept-file.ts';
import { makeFolder } from '../cache/make-folder.mjs';
import { lastBuild } from '../cache/prune-cache.ts';
import { publicationFolder } from '../cache/publication-folder.ts';
import { removeUnsealed, sealFolder } from '../cache/seal-folder.ts';
import { buildInto } from '../hosting/build-into.ts';
import { checkPageBudget } from '../hosting/check-page-budget.ts';
import { parseFileList } from '../hosting/file-list.ts';
import { finishOutput } from '../hosting/finish-output.ts';
import { holdLock } from '../hosting/hold-lock.mjs';
import { outputFolders } from '../hosting/output-folders.ts';
import { countOf } from '../problems/count-of.ts';
import type { Settings } from '../publication/settings.ts';
import { terminal } from '../terminal/terminal.ts';
import { addSearch } from './add-search.ts';
import { checkWritable } from './check-writable.ts';
import { mustBeFolder, mustKeepCacheApart } from './must-be-folder.ts';
import { refuseEmpty } from './refuse-empty.ts';
import { tellLostAddresses } from './tell-lost-addresses.ts';
import { tidyCache } from './tidy-cache.ts';

/**
 * Builds `CONTENT_DIR` into `OUT_DIR`, which stays as it was where the build fails. With
 * `allowEmpty` a site without articles may replace one that has some.
 */
export async function buildSite(
  settings: Settings,
  { allowEmpty = settings.allowEmpty }: { readonly allowEmpty?: boolean } = {},
): Promise<void> {
  mustBeFolder(settings.contentDir);
  mustKeepCacheApart(settings.cacheDir, settings.contentDir);
  const cacheDir = resolve(settings.cacheDir);
  await checkWritable(cacheDir);
  // What Astro loads reads settings from the environment.
  if (allowEmpty) process.env['ALLOW_EMPTY'] = '1';
  const started = performance.now();
  await buildInto(
    resolve(settings.outDir),
    async (staging) => {
      process.env['DATELINE_STAGING'] = staging;
      const release = await holdBuild(cacheDir);
      try {
        await buildPages(staging, settings);
        await tidyCache(settings);
      } finally {
        await release();
      }
      if (!allowEmpty) await refuseEmpty(staging, resolve(settings.outDir));
      await tellLostAddresses(staging, resolve(settings.outDir));
      for (const line of checkPageBudget(staging)) terminal().warn(line);
      await timed('Files for hosts', () => finishOutput(staging, cacheDir));
    },
    { contentDir: resolve(settings.contentDir), cacheDir },
  );
  await tellBuilt(settings, performance.now() - started);
}

/** What is published now. `took` is milliseconds. */
async function tellBuilt({ contentDir, outDir }: Settings, took: number): Promise<void> {
  const { say, note, report } = terminal();
  const { out } = await outputFolders(outDir);
  const name = `${out}-hosting/files.json`;
  const list = parseFileList(await readFile(name, 'utf8'), name);
  const sizes = Object.values(list.files).map(({ size }) => size);
  const counts = {
    pages: Object.keys(list.files).filter((file) => file.endsWith('.html')).length,
    files: sizes.length,
    bytes: sizes.reduce((sum, size) => sum + size, 0),
  };
  note({ contentDir, outDir, ...counts });
  const articles = Number(report()['articles'] ?? 0);
  say(
    `Built ${contentDir} into ${outDir}: ${[
      countOf(articles, 'article'),
      countOf(counts.pages, 'page'),
      countOf(counts.files, 'file'),
      `${(counts.bytes / 1_000_000).toFixed(1)} MB`,
      `${(took / 1000).toFixed(1)} s`,
    ].join(', ')}`,
  );
}

/**
 * Astro takes what lies in its cache for what it wrote there, and writes its pages before the list
 * of them: of a cache that was damaged, or left by a build that was killed or failed, only what the
 * last whole build of this publication sealed is used.
 */
async function buildPages(staging: string, settings: Settings): Promise<void> {
  const cacheDir = resolve(settings.cacheDir);
  const own = publicationFolder(process.cwd(), settings);
  const sealed = { cacheDir, folder: `${own}/astro`, seal: `${own}/astro.seal` };
  await clearWay(cacheDir, `${own}/astro.seal`);
  const { seal } = removeUnsealed(sealed);
  await makePages(staging, join(cacheDir, own), cacheDir);
  await sealFolder(sealed, seal);
  await keepFile(cacheDir, `${own}/${lastBuild}`, '');
}

/**
 * Astro keeps its working files in the project's `.astro`, whatever the output, and two projects
 * may share a cache: one build at a time, of each.
 */
async function holdBuild(cacheDir: string): Promise<() => Promise<void>> {
  let told = false;
  const onWait = (holder: string) => {
    if (!told) terminal().say(`Another build (${holder}) is at work; waiting for it …`);
    told = true;
  };
  await makeFolder(resolve('.astro'));
  const project = await holdLock(resolve('.astro/build.lock'), { onWait });
  await clearWay(cacheDir, 'build.lock');
  const cache = await holdLock(join(cacheDir, 'build.lock'), { onWait });
  return async () => {
    await cache?.();
    await project?.();
  };
}

/** The search index is made of texts in the cache, so it is a matter of the cache as well. */
async function makePages(staging: string, own: string, cacheDir: string): Promise<void> {
  await timed('Pages', () => runAstro(staging));
  await timed('Search index', () => addSearch(staging, { own, cacheDir }));
}

/** Says what is worked at, and with `--verbose` how long it took. */
async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  terminal().progress(what);
  const result = await work();
  terminal().detail(`${what}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return result;
}

async function runAstro(staging: string): Promise<void> {
  const root = process.cwd();
  const { cwd } = process;
  // Astro takes `/srv/news-out` for a folder inside of `/srv/news`.
  if (staging.startsWith(root) && !staging.startsWith(root + sep))
    process.cwd = () => root + sep;
  try {
    await build({ root, logLevel: 'error', mode: 'production' });
  } finally {
    process.cwd = cwd;
  }
}
