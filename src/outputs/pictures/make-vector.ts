import sharp from 'sharp';
import { encodePicture, pictureWidths } from './encode-picture.ts';
import { type MadePicture, type MakeOptions, UnusablePicture } from './prepared-picture.ts';
import { sanitiseVector } from './sanitise-vector.ts';
import { toRdf } from './to-xmp.ts';

/** Browsers take too long to draw a larger file. */
const maxBytes = 5_000_000;

/** A sanitised SVG, and its size in CSS pixels. */
export interface OpenedVector {
  readonly svg: Buffer;
  readonly width: number;
  readonly height: number;
}

/**
 * Opens and sanitises an SVG, and adds `metadata` (RDF).
 *
 * @throws {UnusablePicture} for a file that is not an SVG, has no size, or does more than show a picture
 */
export async function openVector(bytes: Uint8Array, metadata?: string): Promise<OpenedVector> {
  if (bytes.length > maxBytes)
    throw new UnusablePicture(`an SVG of ${bytes.length} bytes`, 'save it as PNG or WebP');
  const svg = Buffer.from(sanitiseVector(new TextDecoder().decode(bytes), metadata));
  const { width, height } = await sharp(svg)
    .metadata()
    .catch(() => ({ width: 0, height: 0 }));
  if (width > 0 && height > 0) return { svg, width, height };
  throw notDrawn();
}

/**
 * Makes the files of an SVG: the sanitised SVG, and a PNG for feeds and cards.
 *
 * @throws {UnusablePicture} see `openVector`
 */
export async function makeVector(
  bytes: Uint8Array,
  { key, rights }: MakeOptions,
): Promise<MadePicture> {
  const { svg, ...size } = await openVector(bytes, rights && toRdf(rights));
  const width = Math.min(size.width, pictureWidths[2]);
  const height = Math.max(1, Math.round((size.height * width) / size.width));
  const drawn = sharp(svg, { limitInputPixels: 50_000_000 }).resize({ width, height });
  const png = await encodePicture(drawn, 'png', rights).catch(() => {
    throw notDrawn();
  });
  const [vector, raster] = [`${key}.svg`, `${key}.png`];
  return {
    picture: {
      name: raster,
      width,
      height,
      sources: [{ type: 'image/svg+xml', files: [{ name: vector, width }] }],
    },
    files: new Map([
      [vector, svg],
      [raster, png],
    ]),
  };
}

/** The error of an SVG that cannot be drawn. */
export function notDrawn(): UnusablePicture {
  return new UnusablePicture('an SVG that cannot be drawn', 'save it as PNG');
}
