import sharp from 'sharp';
import { encodePicture, steps } from './encode-picture.ts';
import { type MadePicture, type MakeOptions, UnusablePicture } from './prepared-picture.ts';
import { sanitiseVector } from './sanitise-vector.ts';
import { toRdf } from './to-xmp.ts';

/** Bytes of the largest drawing: no browser draws more in time. */
const largest = 5_000_000;

/** An SVG rebuilt so that it is a picture and nothing else, with the size it names, in CSS pixels. */
export interface OpenedVector {
  readonly svg: Buffer;
  readonly width: number;
  readonly height: number;
}

/**
 * Opens an SVG; `metadata` (RDF) is put into it.
 *
 * @throws {UnusablePicture} for a file that is not an SVG, has no size, or does more than show a picture
 */
export async function openVector(bytes: Uint8Array, metadata?: string): Promise<OpenedVector> {
  if (bytes.length > largest)
    throw new UnusablePicture(`an SVG of ${bytes.length} bytes`, 'save it as PNG or WebP');
  const svg = Buffer.from(sanitiseVector(new TextDecoder().decode(bytes), metadata));
  const { width, height } = await sharp(svg)
    .metadata()
    .catch(() => ({ width: 0, height: 0 }));
  if (width > 0 && height > 0) return { svg, width, height };
  throw notDrawn();
}

/**
 * The files of an SVG: itself, rebuilt, and a PNG for what reads no SVG (feeds, cards).
 *
 * @throws {UnusablePicture} see `openVector`
 */
export async function makeVector(
  bytes: Uint8Array,
  { key, rights }: MakeOptions,
): Promise<MadePicture> {
  const { svg, ...size } = await openVector(bytes, rights && toRdf(rights));
  const width = Math.min(size.width, steps[2]);
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

/** That the file cannot be drawn. */
export function notDrawn(): UnusablePicture {
  return new UnusablePicture('an SVG that cannot be drawn', 'save it as PNG');
}
