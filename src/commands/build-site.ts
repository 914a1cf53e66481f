import { mkdir, rm } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { build } from 'astro';
import { buildInto } from '../hosting/build-into.ts';
import { checkPageBudget } from '../hosting/check-page-budget.ts';
import { finishOutput } from '../hosting/finish-output.ts';
import { holdLock } from '../hosting/hold-lock.mjs';
import { removeUnsealed, sealFolder } from '../hosting/seal-folder.ts';
import type { Settings } from '../publication/settings.ts';
import { addSearch } from './add-search.ts';
import { checkWritable } from './check-writable.ts';
import { mustBeFolder } from './must-be-folder.ts';
import { refuseEmpty } from './refuse-empty.ts';
import { tellLostAddresses } from './tell-lost-addresses.ts';

/**
 * Builds `CONTENT_DIR` into `OUT_DIR`, which stays as it was where the build fails. A damaged
 * cache is thrown away and the build begun again. With `allowEmpty` a site without articles may
 * replace one that has some.
 */
export async function buildSite(
  settings: Settings,
  { allowEmpty = settings.allowEmpty }: { readonly allowEmpty?: boolean } = {},
): Promise<void> {
  mustBeFolder(settings.contentDir);
  const cacheDir = resolve(settings.cacheDir);
  await checkWritable(cacheDir);
  // What Astro loads reads settings from the environment.
  if (allowEmpty) process.env['ALLOW_EMPTY'] = '1';
  const started = performance.now();
  await buildInto(
    resolve(settings.outDir),
    async (staging) => {
      process.env['DATELINE_STAGING'] = staging;
      const release = await holdProject();
      try {
        await buildPages(staging, settings);
      } finally {
        await release?.();
      }
      if (!allowEmpty) await refuseEmpty(staging, resolve(settings.outDir));
      await tellLostAddresses(staging, resolve(settings.outDir));
      checkPageBudget(staging);
      await finishOutput(staging, resolve(settings.cacheDir));
    },
    { contentDir: resolve(settings.contentDir), cacheDir },
  );
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`Built ${settings.contentDir} into ${settings.outDir} in ${seconds} s`);
}

/**
 * Astro takes what lies in its cache for what it wrote there, and writes its pages before the list
 * of them: of a cache that was damaged, or left by a build that was killed or failed, only what the
 * last whole build sealed is used.
 */
async function buildPages(staging: string, { cacheDir }: Settings): Promise<void> {
  const cache = resolve(cacheDir, 'astro');
  const sealFile = resolve(cacheDir, 'astro.seal');
  const { seal } = removeUnsealed(cache, sealFile);
  try {
    await makePages(staging, cacheDir);
  } catch (error) {
    if (!isDamaged(error)) throw error;
    console.error('The cache is damaged; building again without it.');
    await clearCache(cacheDir);
    await makePages(staging, cacheDir);
  }
  sealFolder(cache, sealFile, seal);
}

/** Astro keeps its working files in the project's `.astro`, whatever the output: one build at a time. */
async function holdProject(): Promise<(() => Promise<void>) | undefined> {
  await mkdir('.astro', { recursive: true });
  return holdLock(resolve('.astro/build.lock'), {
    onWait: (holder: string) =>
      console.log(`Another build (${holder}) is at work; waiting for it …`),
  });
}

async function clearCache(cacheDir: string): Promise<void> {
  // Astro writes its store half a second after the last change, even of a build that failed.
  await sleep(1500);
  for (const name of ['rendered', 'astro']) {
    await rm(join(resolve(cacheDir), name), { recursive: true, force: true });
  }
}

/** The search index is made of texts in the cache, so it is a matter of the cache as well. */
async function makePages(staging: string, cacheDir: string): Promise<void> {
  await runAstro(staging);
  await addSearch(staging, resolve(cacheDir));
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

/** By name, since the error comes from a module that Astro loaded by itself. */
function isDamaged(error: unknown): boolean {
  return error instanceof Error && (error.name === 'CacheDamaged' || isDamaged(error.cause));
}
