import sharp, { type Color } from 'sharp';
import { papers } from '../../content/settings/papers.ts';
import { encodePicture } from './encode-picture.ts';
import { notDrawn, openVector } from './make-vector.ts';
import { openPicture, recogniseFormat } from './open-picture.ts';
import { type MadePicture, type MakeOptions, UnusablePicture } from './prepared-picture.ts';

/** The width of the largest file in pixels. A picture must be at least as wide. */
const largest = 512;

/** The width in pixels of the square from which all files are made. */
const side = 1024;

/** The radius of the "safe zone" that devices never crop (Web Application Manifest): part of the width. */
const safeRadius = 0.4;

/** The part of the width that a transparent drawing has on a background. */
const withMargin = 0.8;

interface Square {
  readonly png: Buffer;
  /** The colour of all four corners, or paper if they are transparent. Absent where they differ. */
  readonly ground?: Color;
  readonly isTransparent: boolean;
}

/**
 * Makes the files of a publication's icon, by their names at the root of the site: the SVG if it is
 * one, PNGs of 192 and 512 pixels, one of 180 pixels with a background for home screens without
 * transparency, and one of 512 pixels whose content is inside the safe zone.
 *
 * @throws {UnusablePicture} for a file that is not a picture, not square, too small or empty
 */
export async function makeIcons(
  bytes: Uint8Array,
  { key }: MakeOptions,
): Promise<MadePicture & { readonly icons: Readonly<Record<string, string>> }> {
  const vector = (await recogniseFormat(bytes)) === 'svg' ? await openVector(bytes) : undefined;
  const png = vector ? await drawVector(vector) : await decodeRaster(bytes);
  const square = await inspectCorners(png);
  const made: Record<string, Uint8Array> = {
    ...(vector ? { 'favicon.svg': vector.svg } : {}),
    'icon-192.png': await scale(png, 192),
    'icon-512.png': await scale(png, largest),
    'apple-touch-icon.png': await onGround(square, 180, square.isTransparent ? withMargin : 1),
    'icon-maskable.png': await onGround(square, largest, await factorInCircle(square)),
  };
  const named = Object.entries(made).map(
    ([name, data]) => [name, `${key}-${name}`, data] as const,
  );
  return {
    picture: { name: `${key}-icon-512.png`, width: largest, height: largest, sources: [] },
    icons: Object.fromEntries(named.map(([name, stored]) => [name, stored])),
    files: new Map(named.map(([, stored, data]) => [stored, data])),
  };
}

async function drawVector({ svg, width, height }: Awaited<ReturnType<typeof openVector>>) {
  requireSquare(width, height);
  return sharp(svg, { limitInputPixels: 50_000_000 })
    .resize(side, side)
    .png()
    .toBuffer()
    .catch(() => {
      throw notDrawn();
    });
}

async function decodeRaster(bytes: Uint8Array): Promise<Buffer> {
  const { decode, width, height } = await openPicture(bytes);
  requireSquare(width, height);
  if (width < largest)
    throw new UnusablePicture(
      `${width} x ${height} pixels, which is too small`,
      `save it with ${largest} x ${largest} pixels or more, or as SVG`,
    );
  return decode()
    .autoOrient()
    .resize(side, side)
    .png()
    .toBuffer()
    .catch(() => {
      throw new UnusablePicture('a picture that is damaged or incomplete', 'save it again');
    });
}

function requireSquare(width: number, height: number): void {
  if (width === height) return;
  const got = `${width} x ${height} pixels, which is not square`;
  throw new UnusablePicture(got, 'make it as wide as it is high');
}

async function inspectCorners(png: Buffer): Promise<Square> {
  const { data } = await sharp(png)
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  if (data.every((value, index) => index % 4 !== 3 || value === 0))
    throw new UnusablePicture('an empty picture', 'save it again');
  const corners = [0, side - 1, side * (side - 1), side * side - 1].map((pixel) => {
    const [r = 0, g = 0, b = 0, alpha = 0] = data.subarray(pixel * 4, pixel * 4 + 4);
    return { r, g, b, alpha };
  });
  if (corners.some(({ alpha }) => alpha < 250))
    return { png, ground: papers.light, isTransparent: true };
  const [{ r, g, b }] = corners as [(typeof corners)[0]];
  const isSame = corners.every(
    (corner) => Math.max(...[corner.r - r, corner.g - g, corner.b - b].map(Math.abs)) < 8,
  );
  return { png, ...(isSame ? { ground: { r, g, b } } : {}), isTransparent: false };
}

/** The factor that scales everything except the background to fit inside the safe zone. */
async function factorInCircle({ png, ground }: Square): Promise<number> {
  if (ground === undefined) return 1;
  const { info } = await sharp(png).trim().toBuffer({ resolveWithObject: true });
  const [left, top] = [-(info.trimOffsetLeft ?? 0), -(info.trimOffsetTop ?? 0)];
  const reach = (from: number, length: number) =>
    Math.max(Math.abs(from - side / 2), Math.abs(from + length - side / 2));
  const radius = Math.hypot(reach(left, info.width), reach(top, info.height));
  return Math.min(1, (safeRadius * side) / radius);
}

function scale(png: Buffer, size: number): Promise<Buffer> {
  return encodePicture(sharp(png).resize(size, size), 'png', undefined);
}

async function onGround(
  { png, ground = papers.light }: Square,
  size: number,
  factor: number,
): Promise<Buffer> {
  const inner = Math.round((size * factor) / 2) * 2;
  const canvas = sharp({
    create: { width: size, height: size, channels: 3, background: ground },
  });
  const drawn = canvas.composite([{ input: await scale(png, inner) }]);
  return encodePicture(drawn, 'png', undefined);
}
