import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import type { PictureRights } from '../../content/article/picture-rights.ts';
import { makeIcons } from './make-icons.ts';
import { makeMoving, makeStill } from './make-raster.ts';
import { makeVector } from './make-vector.ts';
import { damaged, openPicture, recogniseFormat } from './open-picture.ts';
import { keepFiles, keepRecord, loadRecord } from './picture-store.ts';
import type { MadePicture, MakeOptions, PreparedPicture } from './prepared-picture.ts';
import { type EmbeddedCredit, readEmbeddedCredit } from './read-embedded-credit.ts';

/** A part of every picture's cache key. Increase it when the files made of a picture change. */
const policy = 'pictures-3';

// One core for each picture: several are made at the same time, and the bytes must not depend on the
// number of cores. No cache, since nothing is decoded twice.
sharp.concurrency(1);
sharp.cache(false);

export interface PrepareOptions {
  readonly cacheDir: string;
  /** Written into every file. */
  readonly rights?: PictureRights | undefined;
  /** Whether to make files, or only to check the picture. Default: true. */
  readonly publish?: boolean;
  /** Whether to make the publication's icon and nothing else. Default: false. */
  readonly icon?: boolean;
}

/** A picture that can be published, and the credit in its original file. */
export interface Prepared {
  readonly picture: PreparedPicture;
  readonly embedded: EmbeddedCredit;
  /** For an icon: files of the cache, by their names at the root of the site. */
  readonly icons?: Readonly<Record<string, string>>;
}

/**
 * Makes the files of the picture at `path`: upright, in the widths of the layout, with its rights and
 * no other metadata. The cache keeps them below `CACHE_DIR/pictures` by a hash of the picture, its
 * rights and the versions of the encoders.
 *
 * @throws {UnusablePicture} for a file that is not a picture or cannot be published
 */
export async function preparePicture(
  path: string,
  { cacheDir, rights, icon, publish = true }: PrepareOptions,
): Promise<Prepared> {
  const bytes = await readFile(path);
  const key = keyOf(bytes, { rights, icon: icon ?? false });
  const known = await loadRecord(cacheDir, key);
  if (known !== undefined) return known as Prepared;
  if (!publish) return checkPicture(bytes, { key, rights });
  const make = icon ? makeIcons : makePicture;
  const { files, ...made } = await make(bytes, { key, rights });
  const prepared = { ...made, embedded: await readEmbeddedCredit(bytes) };
  await keepFiles(cacheDir, files);
  await keepRecord(cacheDir, key, prepared, files);
  return prepared;
}

/** Loads a picture from the cache; undefined where `preparePicture` has not made it. */
export async function loadPrepared(
  path: string,
  { cacheDir, ...options }: PrepareOptions,
): Promise<Prepared | undefined> {
  const known = await loadRecord(cacheDir, keyOf(await readFile(path), options));
  return known as Prepared | undefined;
}

function keyOf(bytes: Uint8Array, { rights, icon }: Omit<PrepareOptions, 'cacheDir'>): string {
  const made = [policy, sharp.versions, rights ?? null, ...(icon ? ['icon'] : [])];
  return createHash('sha256')
    .update(JSON.stringify(made))
    .update(bytes)
    .digest('hex')
    .slice(0, 32);
}

/** Decodes a picture without encoding it, which takes milliseconds. */
async function checkPicture(bytes: Uint8Array, options: MakeOptions): Promise<Prepared> {
  const embedded = await readEmbeddedCredit(bytes);
  if ((await recogniseFormat(bytes)) === 'svg')
    return { picture: (await makeVector(bytes, options)).picture, embedded };
  const opened = await openPicture(bytes);
  const { width, height, format, frames } = opened;
  await opened
    .decode({ animated: frames > 1 })
    .resize({ width: 16 })
    .raw()
    .toBuffer()
    .catch(() => {
      throw damaged(format);
    });
  return { picture: { name: options.key, width, height, sources: [] }, embedded };
}

async function makePicture(bytes: Uint8Array, options: MakeOptions): Promise<MadePicture> {
  if ((await recogniseFormat(bytes)) === 'svg') return makeVector(bytes, options);
  const opened = await openPicture(bytes);
  return opened.frames > 1 ? makeMoving(opened, options) : makeStill(opened, options);
}
