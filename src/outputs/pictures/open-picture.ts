import { fileTypeFromBuffer } from 'file-type';
import sharp, { type Sharp } from 'sharp';
import { UnusablePicture } from './prepared-picture.ts';

/** A picture that is not decoded yet. */
export interface OpenedPicture {
  readonly bytes: Uint8Array;
  readonly format: RasterFormat;
  /** Upright, in pixels. */
  readonly width: number;
  readonly height: number;
  /** More than one: it moves. */
  readonly frames: number;
  /** Decodes it, from the start at each call; `animated`: all frames, one below the other. */
  readonly decode: (options?: { readonly animated?: boolean }) => Sharp;
}

/** The formats that are read here, by their endings in `recogniseFormat`. */
const formats = { jpg: 'JPEG', png: 'PNG', gif: 'GIF', webp: 'WebP', avif: 'AVIF' } as const;

type RasterFormat = (typeof formats)[keyof typeof formats];

/** Pixels of the largest picture: 12,500 x 12,000. A decoder may need 6 bytes for each. */
const mostPixels = 150_000_000;

/** Pixels of all frames of one that moves: all are in memory, with 4 bytes a pixel. */
const mostMovingPixels = 60_000_000;

/**
 * Opens a picture of any format but SVG.
 *
 * @throws {UnusablePicture} for a file that is not a picture, or too large to decode
 */
export async function openPicture(bytes: Uint8Array): Promise<OpenedPicture> {
  if (bytes.length === 0) throw new UnusablePicture('an empty file', again);
  const decode: OpenedPicture['decode'] = ({ animated = false } = {}) =>
    // Whole rows, as they come: an error where some are missing.
    sharp(bytes, {
      failOn: 'error',
      limitInputPixels: mostPixels,
      sequentialRead: true,
      animated,
    });
  const format = await readFormat(bytes);
  const { autoOrient, pages = 1 } = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => {
      throw damaged(format);
    });
  // The decoder accepts a file that was cut off.
  if (format === 'GIF' && bytes.at(-1) !== gifTrailer) throw damaged(format);
  const { width, height } = autoOrient;
  const frames = format === 'GIF' || format === 'WebP' ? pages : 1;
  const pixels = width * height * frames;
  if (pixels > (frames > 1 ? mostMovingPixels : mostPixels)) {
    const size = `${width} x ${height} pixels`;
    throw frames > 1
      ? new UnusablePicture(`${frames} pictures of ${size}`, 'make it smaller or shorter')
      : new UnusablePicture(size, 'make it smaller; 1600 pixels are the widest that is shown');
  }
  return {
    bytes,
    format,
    width,
    height,
    frames,
    decode,
  };
}

/** The last byte of a GIF (GIF89a, section 27). */
const gifTrailer = 0x3b;

/** What went wrong with a file that seemed to be a picture. */
export function damaged(format: string): UnusablePicture {
  return new UnusablePicture(`a ${format} that is damaged or not complete`, again);
}

const again = 'copy the file once more from where it was had';
const convert = 'save it as JPEG, PNG, WebP, AVIF, GIF or SVG';

async function readFormat(bytes: Uint8Array): Promise<RasterFormat> {
  const known = await recogniseFormat(bytes);
  // The decoder would take the first of its pictures for all.
  if (known === 'apng') throw new UnusablePicture('a PNG that moves', 'save it as GIF or WebP');
  if (known !== undefined && known in formats) return formats[known as keyof typeof formats];
  const name = known === 'text' ? known : known?.toUpperCase();
  const got = name === undefined ? 'a file of an unknown format' : `a file that is ${name}`;
  throw new UnusablePicture(got, convert);
}

/**
 * The format of a file by its bytes: `svg`, `text`, or a usual ending such as `jpg` or `pdf`;
 * undefined where it is not known.
 */
export async function recogniseFormat(bytes: Uint8Array): Promise<string | undefined> {
  const text = textOf(bytes);
  if (text !== undefined && svgBegins.test(text)) return 'svg';
  const type = await fileTypeFromBuffer(bytes).catch(() => undefined);
  return type?.ext ?? (text === undefined ? undefined : 'text');
}

/** The first 4,096 bytes of a file that is text in UTF-8. */
function textOf(bytes: Uint8Array): string | undefined {
  const start = bytes.subarray(0, 4096);
  if (start.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(start, { stream: true });
  } catch {
    return undefined;
  }
}

/** An `<svg>` after nothing but declarations, comments and doctypes. */
const svgBegins = /^\s*(?:<(?:\?[^>]*|!--.*?--|![^>[]*(?:\[[^\]]*\][^>]*)?)>\s*)*<svg[\s/>]/su;
