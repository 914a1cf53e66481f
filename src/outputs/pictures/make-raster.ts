import sharp, { type Sharp } from 'sharp';
import { chooseWidths, type EncodingName, encodePicture, encodings } from './encode-picture.ts';
import { damaged, type OpenedPicture } from './open-picture.ts';
import type { MadePicture, MakeOptions, PictureSource } from './prepared-picture.ts';
import { nearestTone } from './tones.ts';

/** A picture at its largest width, decoded once for all files. */
interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly transparent: boolean;
  readonly tone: ReturnType<typeof nearestTone>;
  /** The picture at a width in pixels. */
  readonly at: (width: number) => Sharp;
}

/**
 * Makes the files of a still picture: AVIF and WebP in the widths of the layout, and a fallback that
 * every program reads in the largest width. The fallback is a PNG if the picture has transparency or
 * the PNG is not much larger (a drawing), otherwise a JPEG.
 *
 * @throws {UnusablePicture} where its pixels cannot be decoded
 */
export async function makeStill(
  opened: OpenedPicture,
  { key, rights }: MakeOptions,
): Promise<MadePicture> {
  const widths = chooseWidths(opened.width, opened.height);
  const pixels = await readPixels(opened, widths.at(-1) as number);
  const fallback = await makeFallback(opened, pixels, rights);
  const files = new Map<string, Uint8Array>([[`${key}.${fallback.ending}`, fallback.data]]);
  const sources: (PictureSource & { readonly bytes: number })[] = [];
  // Lossless, to keep the edges of a drawing.
  for (const name of ['avif', fallback.drawn ? 'webpLossless' : 'webp'] as const) {
    const ending = name === 'avif' ? 'avif' : 'webp';
    const named: PictureSource['files'][number][] = [];
    let bytes = 0;
    for (const width of widths) {
      const data = await encodePicture(pixels.at(width), name, rights);
      const file = `${key}-${width}.${ending}`;
      files.set(file, data);
      named.push({ name: file, width });
      bytes += data.length;
    }
    sources.push({ type: encodings[name].type, files: named, bytes });
  }
  // Browsers use the first format that they support.
  sources.sort((a, b) => a.bytes - b.bytes);
  return {
    picture: {
      name: `${key}.${fallback.ending}`,
      width: pixels.width,
      height: pixels.height,
      sources: sources.map(({ type, files: named }) => ({ type, files: named })),
      ...(pixels.transparent ? {} : { tone: pixels.tone }),
    },
    files,
  };
}

async function readPixels(opened: OpenedPicture, width: number): Promise<Pixels> {
  const { data, info } = await opened
    .decode()
    .autoOrient()
    .resize({ width })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
    .catch(() => {
      throw damaged(opened.format);
    });
  const { channels, height } = info;
  const raw = { width, height, channels };
  const image = () => sharp(data, { raw });
  const { isOpaque, dominant } = await image().stats();
  return {
    width,
    height,
    transparent: !isOpaque,
    tone: nearestTone(dominant.r, dominant.g, dominant.b),
    at: (narrow) => {
      const resized = narrow === width ? image() : image().resize({ width: narrow });
      return isOpaque && channels === 4 ? resized.removeAlpha() : resized;
    },
  };
}

/** A PNG may be this many times as large as a JPEG, which blurs edges. */
const maxPngFactor = 1.5;

/** Makes a file that every program reads. A JPEG is a photograph, so PNG is not tried for it. */
async function makeFallback(
  { format }: OpenedPicture,
  { transparent, width, at }: Pixels,
  rights: MakeOptions['rights'],
): Promise<{ data: Buffer; ending: 'jpg' | 'png'; drawn: boolean }> {
  const encode = (name: EncodingName) => encodePicture(at(width), name, rights);
  const jpeg = transparent ? undefined : await encode('jpeg');
  const png = format === 'JPEG' ? undefined : await encode('png');
  const drawn =
    png !== undefined && (jpeg === undefined || png.length <= jpeg.length * maxPngFactor);
  if (png !== undefined && (drawn || jpeg === undefined))
    return { data: png, ending: 'png', drawn: jpeg !== undefined };
  return { data: jpeg as Buffer, ending: 'jpg', drawn: false };
}

/** The maximum width of an animation in pixels: each frame costs as much as a picture. */
const maxAnimationWidth = 960;

/** The media query of readers whose device is set to reduce motion. */
const lessMovement = '(prefers-reduced-motion:reduce)';

/**
 * Makes the files of an animation: an animated WebP, an animated GIF for programs without WebP, and
 * the first frame for readers who prefer reduced motion.
 *
 * @throws {UnusablePicture} where its frames cannot be decoded
 */
export async function makeMoving(
  opened: OpenedPicture,
  { key, rights }: MakeOptions,
): Promise<MadePicture> {
  const width = Math.min(opened.width, maxAnimationWidth);
  const height = Math.max(1, Math.round((opened.height * width) / opened.width));
  const make = (name: 'webp' | 'gif', { animated }: { readonly animated: boolean }) =>
    encodePicture(opened.decode({ animated }).resize({ width, height }), name, rights).catch(
      () => {
        throw damaged(opened.format);
      },
    );
  const [first, webp, gif] = [
    { name: `${key}-still.webp`, data: await make('webp', { animated: false }) },
    { name: `${key}-${width}.webp`, data: await make('webp', { animated: true }) },
    { name: `${key}.gif`, data: await make('gif', { animated: true }) },
  ];
  const { type } = encodings.webp;
  // A GIF with few colours may be smaller than the WebP.
  const animated = webp.data.length < gif.data.length ? [webp] : [];
  return {
    picture: {
      name: gif.name,
      width,
      height,
      sources: [
        { type, media: lessMovement, files: [{ name: first.name, width }] },
        ...animated.map(({ name }) => ({ type, files: [{ name, width }] })),
      ],
    },
    files: new Map([first, ...animated, gif].map(({ name, data }) => [name, data])),
  };
}
