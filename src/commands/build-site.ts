import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'astro';
import { buildInto } from '../hosting/build-into.ts';
import type { Settings } from '../publication/settings.ts';
import { mustBeFolder } from './must-be-folder.ts';

/**
 * Builds `CONTENT_DIR` into `OUT_DIR`, which stays as it was where the build fails. A damaged
 * cache is thrown away and the build begun again.
 */
export async function buildSite(settings: Settings): Promise<void> {
  mustBeFolder(settings.contentDir);
  const started = performance.now();
  await buildInto(
    resolve(settings.outDir),
    async (staging) => {
      process.env['DATELINE_STAGING'] = staging;
      try {
        await runAstro();
      } catch (error) {
        if (!isDamaged(error)) throw error;
        console.error('The cache is damaged; building again without it.');
        await Promise.all(
          ['rendered', 'astro'].map((name) =>
            rm(join(resolve(settings.cacheDir), name), { recursive: true, force: true }),
          ),
        );
        await runAstro();
      }
    },
    { contentDir: resolve(settings.contentDir) },
  );
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`Built ${settings.contentDir} into ${settings.outDir} in ${seconds} s`);
}

async function runAstro(): Promise<void> {
  await build({ root: process.cwd(), logLevel: 'error', mode: 'production' });
}

/** By name, since the error comes from a module that Astro loaded by itself. */
function isDamaged(error: unknown): boolean {
  return error instanceof Error && (error.name === 'CacheDamaged' || isDamaged(error.cause));
}
