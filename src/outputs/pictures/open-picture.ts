import { fileTypeFromBuffer } from 'file-type';
import sharp, { type Sharp } from 'sharp';
import { UnusablePicture } from './prepared-picture.ts';

/** A picture whose header was read, but which is not decoded yet. */
export interface OpenedPicture {
  readonly bytes: Uint8Array;
  readonly format: RasterFormat;
  /** In pixels, after rotation to upright. */
  readonly width: number;
  readonly height: number;
  /** More than one for an animation. */
  readonly frames: number;
  /** Decodes it again at each call; `animated`: all frames, one below the other. */
  readonly decode: (options?: { readonly animated?: boolean }) => Sharp;
}

/** The raster formats that can be published, by their names in `recogniseFormat`. */
const formats = { jpg: 'JPEG', png: 'PNG', gif: 'GIF', webp: 'WebP', avif: 'AVIF' } as const;

type RasterFormat = (typeof formats)[keyof typeof formats];

/** 12,500 x 12,000. A decoder may need 6 bytes for each pixel. */
const maxPixels = 150_000_000;

/** For all frames of an animation, which are in memory together with 4 bytes for each pixel. */
const maxAnimationPixels = 60_000_000;

/**
 * Opens a picture of any raster format.
 *
 * @throws {UnusablePicture} for a file that is not a picture, or too large to decode
 */
export async function openPicture(bytes: Uint8Array): Promise<OpenedPicture> {
  if (bytes.length === 0) throw new UnusablePicture('an empty file', again);
  const decode: OpenedPicture['decode'] = ({ animated = false } = {}) =>
    // Fails on missing rows.
    sharp(bytes, {
      failOn: 'error',
      limitInputPixels: maxPixels,
      sequentialRead: true,
      animated,
    });
  const format = await readFormat(bytes);
  const { autoOrient, pages = 1 } = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => {
      throw damaged(format);
    });
  // The decoder accepts truncated GIFs.
  if (format === 'GIF' && bytes.at(-1) !== gifTrailer) throw damaged(format);
  const { width, height } = autoOrient;
  const frames = format === 'GIF' || format === 'WebP' ? pages : 1;
  const pixels = width * height * frames;
  if (pixels > (frames > 1 ? maxAnimationPixels : maxPixels)) {
    const size = `${width} x ${height} pixels`;
    throw frames > 1
      ? new UnusablePicture(`${frames} frames of ${size}`, 'make it smaller or shorter')
      : new UnusablePicture(size, 'make it smaller; pages show at most 1600 pixels');
  }
  return { bytes, format, width, height, frames, decode };
}

/** The last byte of a GIF (GIF89a, section 27). */
const gifTrailer = 0x3b;

/** The error of a picture that cannot be decoded. */
export function damaged(format: string): UnusablePicture {
  return new UnusablePicture(`a ${format} that is damaged or incomplete`, again);
}

const again = 'copy the file again from its source';
const convert = 'save it as JPEG, PNG, WebP, AVIF, GIF or SVG';

async function readFormat(bytes: Uint8Array): Promise<RasterFormat> {
  const known = await recogniseFormat(bytes);
  // The decoder would read only the first frame.
  if (known === 'apng') throw new UnusablePicture('an animated PNG', 'save it as GIF or WebP');
  if (known !== undefined && known in formats) return formats[known as keyof typeof formats];
  const name = known === 'text' ? known : known?.toUpperCase();
  const got = name === undefined ? 'a file of an unknown format' : `a file that is ${name}`;
  throw new UnusablePicture(got, convert);
}

/**
 * Recognises the format of a file from its first 4,100 bytes: `svg`, `text`, or a file extension such
 * as `jpg` or `pdf`; undefined for an unknown format.
 */
export async function recogniseFormat(bytes: Uint8Array): Promise<string | undefined> {
  const text = textOf(bytes);
  if (text !== undefined && svgBegins.test(text)) return 'svg';
  const type = await fileTypeFromBuffer(bytes).catch(() => undefined);
  return type?.ext ?? (text === undefined ? undefined : 'text');
}

/** The first 4,096 bytes of a file if they are UTF-8 text. */
function textOf(bytes: Uint8Array): string | undefined {
  const start = bytes.subarray(0, 4096);
  if (start.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(start, { stream: true });
  } catch {
    return undefined;
  }
}

/** Matches an `<svg>` after declarations, comments and doctypes only. */
const svgBegins = /^\s*(?:<(?:\?[^>]*|!--.*?--|![^>[]*(?:\[[^\]]*\][^>]*)?)>\s*)*<svg[\s/>]/su;
