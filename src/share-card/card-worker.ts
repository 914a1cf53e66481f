import { join } from 'node:path';
import { Renderer } from '@takumi-rs/core';
import sharp from 'sharp';
import { pathOnDisk } from '../pictures/path-on-disk.ts';
import type { CardFolders, CardJob, CardReport } from './card-job.ts';
import { storeCard, storeResult } from './card-store.ts';
import { cutOwnCard } from './cut-own-card.ts';
import { drawCard, MissingLetters } from './draw-card.ts';
import { createCardFonts } from './fonts/card-fonts.ts';

/**
 * A child process that draws cards, one after the other. A process and not a thread: native code
 * that hangs or crashes takes no build with it. Its argument is the folders, as JSON.
 */
const { root, contentDir, cacheDir } = JSON.parse(process.argv[2] ?? '') as CardFolders;

// There is a process for each core, and no picture is asked for twice.
sharp.concurrency(1);
sharp.cache(false);

const renderer = new Renderer();
const fonts = createCardFonts(renderer, root);
const pictures = join(cacheDir, 'pictures');

process.on('message', async (job: CardJob) => {
  process.send?.({ key: job.key, result: await draw(job) } satisfies CardReport);
});

async function draw({ key, card }: CardJob): Promise<CardReport['result']> {
  try {
    const drawn =
      card.kind === 'own'
        ? await cutOwnCard(pathOnDisk(contentDir, card.path), card.rights)
        : await drawCard(card, { renderer, fonts, pictures });
    return await storeCard(cacheDir, key, drawn);
  } catch (error) {
    if (!(error instanceof MissingLetters))
      return { failure: error instanceof Error ? error.message : String(error) };
    const result = { missing: error.letters };
    await storeResult(cacheDir, key, result);
    return result;
  }
}
