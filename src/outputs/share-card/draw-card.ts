import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImageSource, Renderer } from '@takumi-rs/core';
import sharp, { type Sharp } from 'sharp';
import type { PictureRights } from '../../content/article/picture-rights.ts';
import { setJpegFields } from '../pictures/set-jpeg-fields.ts';
import { toXmp } from '../pictures/to-xmp.ts';
import { cardColours } from './accent-on-paper.ts';
import { type CardFit, cardImages, pictureSize, toCardTree } from './card-tree.ts';
import { fitHeadline } from './fit-headline.ts';
import type { CardFonts } from './fonts/card-fonts.ts';
import { cardSize, type DrawnCard } from './share-card.ts';

/** Says that no font of the cards has a character: it would be a box. */
export class MissingLetters extends Error {
  override readonly name = 'MissingLetters';
  readonly letters: readonly string[];

  constructor(letters: readonly string[]) {
    super(`no font has ${letters.join(' ')}`);
    this.letters = letters;
  }
}

export interface DrawingTools {
  readonly renderer: Renderer;
  readonly fonts: CardFonts;
  /** Where prepared pictures lie. */
  readonly pictures: string;
}

/**
 * Draws a card: a PNG, or a JPEG where it shows a picture, which is then a third of the bytes.
 * Same card, same bytes.
 *
 * @throws {MissingLetters} where a character would be a box
 */
export async function drawCard(
  card: DrawnCard,
  { renderer, fonts, pictures }: DrawingTools,
): Promise<{ readonly data: Uint8Array; readonly ending: 'png' | 'jpg' }> {
  const { date, headline, language, name, picture, section } = card;
  const missing = await fonts.provide([
    ...[headline, name, '…'].map((text) => ({ text, language, style: 'display' as const })),
    ...[headline, section, date, picture?.credit].map((text = '') => ({
      text,
      language,
      style: 'text' as const,
    })),
  ]);
  if (missing.length > 0) throw new MissingLetters(missing);
  const images: ImageSource[] = [];
  let logo: CardFit['logo'];
  if (card.logo !== undefined) {
    const drawn = await drawLogo(join(pictures, card.logo), card.kind === 'front' ? 200 : 44);
    images.push({ src: cardImages.logo, data: drawn.data, cache: 'none' });
    logo = { width: drawn.width, height: drawn.height };
  }
  if (picture) {
    // A licence that lets nobody share a part of a picture: it is shown whole.
    const whole = picture.rights?.limits?.includes('no-derivatives') ?? false;
    const fit = whole ? 'contain' : 'cover';
    const data = await fitPicture(join(pictures, picture.file), fit);
    images.push({ src: cardImages.picture, data, cache: 'none' });
  }
  const fit =
    card.kind === 'front' ? { headline, size: 96 } : await fitHeadline(renderer, card);
  const tree = toCardTree(card, { ...fit, ...(logo ? { logo } : {}) });
  const options = { ...cardSize, images, lang: language };
  if (!picture)
    return { data: await renderer.render(tree, { ...options, format: 'png' }), ending: 'png' };
  const raw = await renderer.render(tree, { ...options, format: 'raw' });
  const image = sharp(raw, { raw: { ...cardSize, channels: 4 } }).removeAlpha();
  return { data: await toJpeg(image, picture.rights), ending: 'jpg' };
}

/** The part of a picture that draws the eye, or all of it, as a PNG without anything else of the file. */
async function fitPicture(path: string, fit: 'contain' | 'cover'): Promise<Uint8Array> {
  const position = fit === 'cover' ? 'attention' : 'centre';
  return sharp(await readFile(path))
    .rotate()
    .resize({ ...pictureSize, fit, position, background: cardColours.tint })
    .flatten({ background: cardColours.tint })
    .png({ compressionLevel: 1 })
    .toBuffer();
}

/** A logo at most so high, and half the card wide. */
async function drawLogo(path: string, height: number) {
  const { data, info } = await sharp(await readFile(path), { density: 300 })
    .resize({ height, width: cardSize.width / 2, fit: 'inside' })
    .png({ compressionLevel: 1 })
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** Three quarters of the bytes of quality 90, and no letter frays. */
const quality = { quality: 80, progressive: true, optimiseCoding: true } as const;

/** A card as a JPEG that says whose the picture in it is. */
export async function toJpeg(image: Sharp, rights: PictureRights | undefined): Promise<Buffer> {
  const encoded = image.jpeg(quality);
  if (!rights) return encoded.toBuffer();
  return setJpegFields(await encoded.withXmp(toXmp(rights)).toBuffer(), rights);
}
