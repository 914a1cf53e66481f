import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImageSource, Renderer } from '@takumi-rs/core';
import sharp, { type Sharp } from 'sharp';
import type { PictureRights } from '../../content/article/picture-rights.ts';
import { LostFromCache } from '../../system/cache/cached-file.ts';
import { readEmbeddedCredit } from '../pictures/read-embedded-credit.ts';
import { setJpegFields } from '../pictures/set-jpeg-fields.ts';
import { toXmp } from '../pictures/to-xmp.ts';
import {
  accentOnPaper,
  bar,
  type CardFit,
  cardColours,
  cardImages,
  pictureSize,
  toCardTree,
} from './card-tree.ts';
import { fitHeadline } from './fit-headline.ts';
import type { CardFonts } from './fonts/card-fonts.ts';
import { type CardEnding, cardSize, type DrawnCard, textsOf } from './share-card.ts';

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
 * Draws a card. The same card gives the same bytes.
 *
 * @throws {MissingLetters} where no font has a character
 * @throws {LostFromCache} where a picture is not in the cache
 * @throws {Error} where a picture cannot be read
 */
export async function drawCard(
  card: DrawnCard,
  ending: CardEnding,
  { renderer, fonts, pictures }: DrawingTools,
): Promise<Uint8Array> {
  const { headline, language, picture } = card;
  const missing = await fonts.provide(textsOf(card));
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
  if (ending === 'png') return renderer.render(tree, { ...options, format: 'png' });
  const raw = await renderer.render(tree, { ...options, format: 'raw' });
  const image = sharp(raw, { raw: { ...cardSize, channels: 4 } }).removeAlpha();
  return toJpeg(image, picture?.rights);
}

/** Draws a card without words, in the colours of a publication. */
export function drawBlank(accent: string, ending: CardEnding): Promise<Uint8Array> {
  const { width, height } = cardSize;
  const image = sharp({
    create: { width, height: height - bar, channels: 3, background: cardColours.paper },
  }).extend({ top: bar, background: accentOnPaper(accent) });
  return ending === 'png' ? image.png().toBuffer() : image.jpeg(quality).toBuffer();
}

/** @throws {LostFromCache} where the file does not exist */
async function readPicture(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ENOENT' ? new LostFromCache(path) : error;
  }
}

/** Crops a picture around its most prominent part, or fits it whole; a PNG without metadata. */
async function fitPicture(path: string, fit: 'contain' | 'cover'): Promise<Uint8Array> {
  const position = fit === 'cover' ? 'attention' : 'centre';
  return sharp(await readPicture(path))
    .rotate()
    .resize({ ...pictureSize, fit, position, background: cardColours.tint })
    .flatten({ background: cardColours.tint })
    .png({ compressionLevel: 1 })
    .toBuffer();
}

/** Scales a logo to a height in pixels, and at most half the width of the card. */
async function drawLogo(path: string, height: number) {
  const { data, info } = await sharp(await readPicture(path), { density: 300 })
    .resize({ height, width: cardSize.width / 2, fit: 'inside' })
    .png({ compressionLevel: 1 })
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** Three quarters of the bytes of quality 90, without visible artefacts around letters. */
const quality = { quality: 80, progressive: true, optimiseCoding: true } as const;

/** Formats of pictures that may have been drawn, such as letters in colour, which need all colours. */
const drawnFormats: readonly string[] = ['png', 'gif', 'svg'];

/** Encodes a card as a JPEG with the rights of its picture. `isSharp`: with all colours, for more bytes. */
async function toJpeg(
  image: Sharp,
  rights: PictureRights | undefined,
  isSharp = false,
): Promise<Buffer> {
  const encoded = image.jpeg({
    ...quality,
    ...(isSharp ? { chromaSubsampling: '4:4:4' } : {}),
  });
  if (!rights) return encoded.toBuffer();
  return setJpegFields(await encoded.withXmp(toXmp(rights)).toBuffer(), rights);
}

/**
 * Crops the picture that an article names as its card to the size of a card, around its most
 * prominent part: a JPEG. Keeps the rights that the article states, or else those in the file, and no
 * other metadata.
 *
 * @throws {Error} where the bytes are not a picture
 */
export async function cropOwnCard(
  bytes: Uint8Array,
  stated: PictureRights | undefined,
): Promise<Uint8Array> {
  const rights = stated ?? (await embeddedRights(bytes));
  const picture = sharp(bytes, { failOn: 'error' });
  const { format = '' } = await picture.metadata();
  const cut = picture
    .rotate()
    .resize({ ...cardSize, fit: 'cover', position: 'attention' })
    .flatten({ background: cardColours.paper });
  return toJpeg(cut, rights, drawnFormats.includes(format));
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
