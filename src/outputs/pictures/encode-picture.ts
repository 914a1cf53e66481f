import type { Sharp } from 'sharp';
import type { PictureRights } from '../../content/article/picture-rights.ts';
import { setJpegFields } from './set-jpeg-fields.ts';
import { setGifXmp, setPngXmp, toXmp } from './to-xmp.ts';

/**
 * The formats of published pictures. For AVIF, effort 4 takes five times as long as 3 and saves 3 %
 * of the bytes.
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
 * Encodes a picture with its rights, as far as the format has fields for them, and without other
 * metadata such as location, camera or thumbnail. Colours are in sRGB.
 */
export async function encodePicture(
  image: Sharp,
  name: EncodingName,
  rights: PictureRights | undefined,
): Promise<Buffer> {
  const { encode } = encodings[name];
  if (rights === undefined) return encode(image).toBuffer();
  const xmp = toXmp(rights);
  // sharp cannot write XMP to GIF, and compresses it in PNG.
  if (name === 'gif') return setGifXmp(await encode(image).toBuffer(), xmp);
  if (name === 'png') return setPngXmp(await encode(image).toBuffer(), xmp);
  const file = await encode(image.withXmp(xmp)).toBuffer();
  return name === 'jpeg' ? setJpegFields(file, rights) : file;
}

/**
 * The usual widths of pictures in pixels: for a phone; for a column, or a phone with a dense screen;
 * for a column on a dense screen, or a whole window. They are few, since each is a file per format.
 */
export const pictureWidths = [480, 960, 1600] as const;

/** A taller picture is scaled down: WebP allows at most 16,383 pixels. */
const maxHeight = 8000;

/**
 * Chooses the widths for a picture of a size, narrowest first. None is wider than the picture, and no
 * two are nearly equal.
 */
export function chooseWidths(width: number, height: number): number[] {
  const widest = Math.min(
    width,
    pictureWidths[2],
    Math.max(1, Math.floor((width * maxHeight) / height)),
  );
  return [...pictureWidths.filter((step) => step <= widest * 0.8), widest];
}
