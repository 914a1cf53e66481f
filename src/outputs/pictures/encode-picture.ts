import type { Sharp } from 'sharp';
import type { PictureRights } from '../../content/article/picture-rights.ts';
import { setJpegFields } from './set-jpeg-fields.ts';
import { setGifXmp, setPngXmp, toXmp } from './to-xmp.ts';

/**
 * The formats that are made. Effort: AVIF's of 4 takes five times as long as 3 for 3 % fewer
 * bytes. `sharp` knows no XMP in GIF, and compresses it in PNG.
 */
export const encodings = {
  avif: {
    type: 'image/avif',
    encode: (image: Sharp) => image.avif({ quality: 50, effort: 3 }),
  },
  webp: {
    type: 'image/webp',
    encode: (image: Sharp) => image.webp({ quality: 76, effort: 4 }),
  },
  webpLossless: {
    type: 'image/webp',
    encode: (image: Sharp) => image.webp({ lossless: true, effort: 4 }),
  },
  jpeg: {
    type: 'image/jpeg',
    encode: (image: Sharp) => image.jpeg({ quality: 78, mozjpeg: true }),
  },
  png: {
    type: 'image/png',
    encode: (image: Sharp) => image.png({ compressionLevel: 9, adaptiveFiltering: true }),
  },
  gif: { type: 'image/gif', encode: (image: Sharp) => image.gif({ effort: 7 }) },
} as const satisfies Record<string, { type: string; encode: (image: Sharp) => Sharp }>;

export type EncodingName = keyof typeof encodings;

/**
 * A picture as a file with its rights, as far as its format has fields for them, and no other
 * metadata: no position, no camera, no thumbnail. Colours are in sRGB.
 */
export async function encodePicture(
  image: Sharp,
  name: EncodingName,
  rights: PictureRights | undefined,
): Promise<Buffer> {
  const { encode } = encodings[name];
  if (rights === undefined) return encode(image).toBuffer();
  const xmp = toXmp(rights);
  if (name === 'gif') return setGifXmp(await encode(image).toBuffer(), xmp);
  if (name === 'png') return setPngXmp(await encode(image).toBuffer(), xmp);
  const file = await encode(image.withXmp(xmp)).toBuffer();
  return name === 'jpeg' ? setJpegFields(file, rights) : file;
}

/**
 * The widths of pictures in pixels: a phone's column; a column, or a dense phone; a dense column, or
 * a whole window. Few, since each is a file in every format.
 */
export const steps = [480, 960, 1600] as const;

/** A picture taller than this is made smaller: WebP ends at 16,383 pixels. */
export const tallest = 8000;

/**
 * The widths for a picture of a size, narrowest first: never more than it has, and no two that
 * are nearly the same.
 */
export function chooseWidths(width: number, height: number): number[] {
  const fits = Math.min(width, steps[2], Math.max(1, Math.floor((width * tallest) / height)));
  return [...steps.filter((step) => step <= fits * 0.8), fits];
}
