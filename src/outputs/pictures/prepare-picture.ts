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

/** Part of every cached picture's key: raise it when what is made of a picture changes. */
const policy = 'pictures-3';

// Several pictures are made at once, each on one core, so that the bytes do not depend on the
// number of cores. Nothing is decoded twice.
sharp.concurrency(1);
sharp.cache(false);

export interface PrepareOptions {
  readonly cacheDir: string;
  /** Written into every file made of it. */
  readonly rights?: PictureRights | undefined;
  /** False: the picture is only checked, and no files are made. */
  readonly publish?: boolean;
  /** True: the publication's icon is made of it, and nothing else. */
  readonly icon?: boolean;
}

/** A picture that can be published, and what its original says of itself. */
export interface Prepared {
  readonly picture: PreparedPicture;
  readonly embedded: EmbeddedCredit;
  /** Of an icon: files by the names that they have at the root of the site. */
  readonly icons?: Readonly<Record<string, string>>;
}

/**
 * Makes the files of a picture at `path`, upright and in the widths of the layout, with its rights
 * in each and no other metadata. They are kept below `CACHE_DIR/pictures` by the hash of its bytes,
 * its rights and the version of the encoders, and not made twice.
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
  if (!publish) return lookAt(bytes, { key, rights });
  const make = icon ? makeIcons : makePicture;
  const { files, ...made } = await make(bytes, { key, rights });
  const prepared = { ...made, embedded: await readEmbeddedCredit(bytes) };
  await keepFiles(cacheDir, files);
  await keepRecord(cacheDir, key, prepared, files);
  return prepared;
}

/** What `preparePicture` made of a picture before; undefined where it has to be made. */
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

/** Reads a picture to its end without encoding it, which takes milliseconds. */
async function lookAt(bytes: Uint8Array, options: MakeOptions): Promise<Prepared> {
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
