import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Renderer } from '@takumi-rs/core';
import sharp from 'sharp';
import { LostFromCache } from '../../system/cache/cached-file.ts';
import { ChangedContent } from '../../system/problems/changed-content.ts';
import { pathOnDisk } from '../pictures/path-on-disk.ts';
import { type CardKey, type CardLack, type MadeCard, storeCard } from './card-store.ts';
import {
  cropOwnCard,
  type DrawingTools,
  drawBlank,
  drawCard,
  MissingLetters,
} from './draw-card.ts';
import { createCardFonts } from './fonts/card-fonts.ts';
import type { CardEnding, DrawnCard, OwnCard, ShareCard } from './share-card.ts';

/** A card to make. Plain data. */
export interface CardOrder extends CardKey {
  readonly card: ShareCard;
  /** How often a process that drew it crashed or took too long, and a description of the last time. */
  readonly lost?: { readonly times: number; readonly failure: string };
}

// There is one process for each core, and no picture is used twice.
sharp.concurrency(1);
sharp.cache(false);

/** Absolute paths. */
export interface CardFolders {
  readonly contentDir: string;
  readonly cacheDir: string;
}

/** Loaded with the first card that is drawn. */
let renderer: Pick<DrawingTools, 'renderer' | 'fonts'> | undefined;

/**
 * Makes the file of a card, and keeps it in the cache. There is always one: what cannot be drawn is left
 * out, and `lack` says why.
 *
 * Only for child processes, since native code may crash or hang.
 *
 * @throws {LostFromCache} where a picture was removed from the cache
 * @throws {ChangedContent} where the article's own picture has changed since it was hashed
 */
export async function makeCard(order: CardOrder, folders: CardFolders): Promise<MadeCard> {
  const { card, lost } = order;
  renderer ??= createRenderer();
  const tools = { ...renderer, pictures: join(folders.cacheDir, 'pictures') };
  const ending: CardEnding = order.name.endsWith('.jpg') ? 'jpg' : 'png';
  const drawn = card.kind === 'own' ? card.instead : card;
  if (lost) {
    const bytes =
      lost.times > 1
        ? await drawBlank(drawn.accent, ending)
        : (await draw(nameOnly(drawn), ending, tools)).bytes;
    return { bytes, lack: { failure: lost.failure }, again: true };
  }
  const made =
    card.kind === 'own'
      ? await makeOwn(card, ending, tools, folders)
      : await draw(card, ending, tools);
  const isDrawn = made.lack === undefined || 'missing' in made.lack;
  if (isDrawn) await storeCard(folders.cacheDir, order, made);
  return { ...made, again: !isDrawn && card.kind !== 'own' };
}

function createRenderer() {
  const renderer = new Renderer();
  return { renderer, fonts: createCardFonts(renderer) };
}

/** Crops the article's own picture. */
async function makeOwn(
  { path, hash: sha256, rights, instead }: OwnCard,
  ending: CardEnding,
  tools: DrawingTools,
  { contentDir }: CardFolders,
): Promise<MadeCard> {
  const bytes = await readFile(pathOnDisk(contentDir, path)).catch(() => undefined);
  if (bytes === undefined || hash('sha256', bytes) !== sha256) throw new ChangedContent(path);
  try {
    return { bytes: await cropOwnCard(bytes, rights) };
  } catch (error) {
    return { ...(await draw(instead, ending, tools)), lack: toLack(error) };
  }
}

/** Draws a card, or as much of it as possible. */
async function draw(
  card: DrawnCard,
  ending: CardEnding,
  tools: DrawingTools,
): Promise<MadeCard> {
  let lack: CardLack | undefined;
  for (const version of versionsOf(card))
    try {
      return { bytes: await drawCard(version, ending, tools), lack };
    } catch (error) {
      if (error instanceof LostFromCache) throw error;
      lack ??= toLack(error);
    }
  return { bytes: await drawBlank(card.accent, ending), lack };
}

/** A card, and then simpler ones. */
function versionsOf(card: DrawnCard): DrawnCard[] {
  const { picture, kicker: _, date: __, ...others } = card;
  const pictured = picture
    ? [
        { ...card, picture: undefined },
        { ...others, picture, headline: '' },
      ]
    : [];
  return [card, ...pictured, nameOnly(card)];
}

/** A card with only the name and the colour of the publication. */
function nameOnly({ language, direction, name, accent }: DrawnCard): DrawnCard {
  return { kind: 'front', language, direction, name, accent, headline: '' };
}

function toLack(error: unknown): CardLack {
  if (error instanceof MissingLetters) return { missing: error.letters };
  return { failure: error instanceof Error ? error.message : String(error) };
}
