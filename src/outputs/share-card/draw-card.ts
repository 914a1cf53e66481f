import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImageSource, Renderer } from '@takumi-rs/core';
import sharp, { type Sharp } from 'sharp';
import type { PictureRights } from '../../content/article/picture-rights.ts';
import { readEmbeddedCredit } from '../pictures/read-embedded-credit.ts';
import { setJpegFields } from '../pictures/set-jpeg-fields.ts';
import { setPngXmp, toXmp } from '../pictures/to-xmp.ts';
import { type CardFit, cardColours, cardImages, pictureSize, toCardTree } from './card-tree.ts';
import { fitHeadline } from './fit-headline.ts';
import type { CardFonts } from './fonts/card-fonts.ts';
import { cardSize, type DrawnCard } from './share-card.ts';

/** No font of the cards has these characters. */
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
  /** The folder of prepared pictures. */
  readonly pictures: string;
}

/**
 * Draws a card: a PNG, or a JPEG where it shows a picture, since that has a third of the bytes. The
 * same card gives the same bytes.
 *
 * @throws {MissingLetters} where no font has a character
 */
export async function drawCard(
  card: DrawnCard,
  { renderer, fonts, pictures }: DrawingTools,
): Promise<{ readonly data: Uint8Array; readonly ending: 'png' | 'jpg' }> {
  const { date, headline, language, kicker, name, picture } = card;
  const missing = await fonts.provide([
    ...[headline, name, '…'].map((text) => ({ text, language, style: 'display' as const })),
    ...[headline, kicker, date, picture?.credit].map((text = '') => ({
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
    // A licence without derivatives does not allow cropping.
    const whole = picture.rights?.limits?.includes('no-derivatives') ?? false;
    const fit = whole ? 'contain' : 'cover';
    const data = await fitPicture(join(pictures, picture.file), fit);
    images.push({ src: cardImages.picture, data, cache: 'none' });
  }
  const fit =
    card.kind === 'front' ? { headline, size: 96 } : await fitHeadline(renderer, card);
  const tree = toCardTree(card, { ...fit, logo });
  const options = { ...cardSize, images, lang: language };
  if (!picture)
    return { data: await renderer.render(tree, { ...options, format: 'png' }), ending: 'png' };
  const raw = await renderer.render(tree, { ...options, format: 'raw' });
  const image = sharp(raw, { raw: { ...cardSize, channels: 4 } }).removeAlpha();
  return { data: await toJpeg(image, picture.rights), ending: 'jpg' };
}

/** Crops a picture around its most prominent part, or fits it whole; a PNG without metadata. */
async function fitPicture(path: string, fit: 'contain' | 'cover'): Promise<Uint8Array> {
  const position = fit === 'cover' ? 'attention' : 'centre';
  return sharp(await readFile(path))
    .rotate()
    .resize({ ...pictureSize, fit, position, background: cardColours.tint })
    .flatten({ background: cardColours.tint })
    .png({ compressionLevel: 1 })
    .toBuffer();
}

/** Scales a logo to a height in pixels, and at most half the width of the card. */
async function drawLogo(path: string, height: number) {
  const { data, info } = await sharp(await readFile(path), { density: 300 })
    .resize({ height, width: cardSize.width / 2, fit: 'inside' })
    .png({ compressionLevel: 1 })
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** Three quarters of the bytes of quality 90, without visible artefacts around letters. */
const quality = { quality: 80, progressive: true, optimiseCoding: true } as const;

/** Encodes a card as a JPEG with the rights of its picture. */
async function toJpeg(image: Sharp, rights: PictureRights | undefined): Promise<Buffer> {
  const encoded = image.jpeg(quality);
  if (!rights) return encoded.toBuffer();
  return setJpegFields(await encoded.withXmp(toXmp(rights)).toBuffer(), rights);
}

/**
 * Crops the picture that an article names as its card to the size of a card, around its most
 * prominent part. Keeps the rights that the article states, or else those in the file, and no other
 * metadata. A PNG or a JPEG, whichever is smaller.
 *
 * @throws {Error} where the file is not a picture
 */
export async function cropOwnCard(
  path: string,
  stated: PictureRights | undefined,
): Promise<{ readonly data: Uint8Array; readonly ending: 'png' | 'jpg' }> {
  const bytes = await readFile(path);
  const rights = stated ?? (await embeddedRights(bytes));
  const cut = sharp(bytes, { failOn: 'error' })
    .rotate()
    .resize({ ...cardSize, fit: 'cover', position: 'attention' })
    .flatten({ background: cardColours.paper });
  const [png, jpg] = await Promise.all([
    cut.clone().png({ compressionLevel: 9 }).toBuffer(),
    toJpeg(cut.clone(), rights),
  ]);
  if (jpg.length <= png.length) return { data: jpg, ending: 'jpg' };
  return { data: rights ? setPngXmp(png, toXmp(rights)) : png, ending: 'png' };
}

async function embeddedRights(bytes: Uint8Array): Promise<PictureRights | undefined> {
  const { copyright, creator, credit, source: _, ...others } = await readEmbeddedCredit(bytes);
  const creditLine = credit ?? creator ?? copyright;
  if (creditLine === undefined) return undefined;
  return {
    creditLine,
    creator,
    copyrightNotice: copyright,
    ...others,
  };
}
