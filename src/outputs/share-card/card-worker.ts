import { join } from 'node:path';
import { Renderer } from '@takumi-rs/core';
import sharp from 'sharp';
import { answerJobs } from '../../system/processes/answer-jobs.ts';
import { pathOnDisk } from '../pictures/path-on-disk.ts';
import type { CardFolders, CardJob, CardReport } from './card-pool.ts';
import { type DrawnResult, storeCard, storeResult } from './card-store.ts';
import { cropOwnCard, drawCard, MissingLetters } from './draw-card.ts';
import { createCardFonts, MissingFonts } from './fonts/card-fonts.ts';

/**
 * The script of a child process that draws cards, one after the other. A process and not a thread, so
 * that native code which hangs or crashes does not end the build.
 */
// There is one process for each core, and no picture is used twice.
sharp.concurrency(1);
sharp.cache(false);

const renderer = new Renderer();
let fonts: ReturnType<typeof createCardFonts> | undefined;

answerJobs(
  async (job: CardJob & { readonly folders: CardFolders }): Promise<CardReport> => ({
    key: job.key,
    result: await draw(job, job.folders),
  }),
);

async function draw(
  { key, card }: CardJob,
  { contentDir, cacheDir }: CardFolders,
): Promise<CardReport['result']> {
  fonts ??= createCardFonts(renderer);
  const pictures = join(cacheDir, 'pictures');
  let drawn: Parameters<typeof storeCard>[2] | undefined;
  let lack: Exclude<DrawnResult, { name: string }> = { missing: [] };
  try {
    drawn =
      card.kind === 'own'
        ? await cropOwnCard(pathOnDisk(contentDir, card.path), card.rights)
        : await drawCard(card, { renderer, fonts, pictures });
  } catch (error) {
    if (error instanceof MissingLetters) lack = { missing: error.letters };
    else if (error instanceof MissingFonts) lack = { packages: error.packages };
    else return { failure: error instanceof Error ? error.message : String(error) };
  }
  return drawn ? await storeCard(cacheDir, key, drawn) : await storeResult(cacheDir, key, lack);
}
