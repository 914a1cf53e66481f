import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import sharp from 'sharp';

/** Widest picture that a page shows, in pixels: twice the text's measure. */
const widest = 1600;

/** Part of every cached picture's key: to be raised when what is made of a picture changes. */
const policy = 'pictures-1';

const endings = { jpeg: 'jpg', png: 'png', webp: 'webp', avif: 'avif', gif: 'gif' } as const;

export interface PreparedPicture {
  readonly name: string;
  readonly width: number;
  readonly height: number;
}

/**
 * A picture file -> one that can be published: turned upright, at most 1600 px wide, without
 * the position, camera and thumbnail that the original may carry. Kept below
 * `CACHE_DIR/pictures` by the hash of its bytes; an unchanged picture is not encoded twice.
 * Throws where the file is no picture.
 */
export async function preparePicture(path: string, cacheDir: string): Promise<PreparedPicture> {
  const bytes = await readFile(path);
  const key = createHash('sha256').update(policy).update(bytes).digest('hex').slice(0, 32);
  const record = join(cacheDir, 'pictures', `${key}.json`);
  const cached = await readRecord(record, cacheDir);
  if (cached) return cached;
  const image = sharp(bytes, { animated: true, failOn: 'error' });
  const { format } = await image.metadata();
  const ending = endings[(format === 'heif' ? 'avif' : format) as keyof typeof endings];
  if (ending === undefined)
    throw new Error(`a ${format ?? 'file'} that is none of jpg, png, webp, avif, gif`);
  const { data, info } = await image
    .rotate()
    .resize({ width: widest, withoutEnlargement: true })
    .toFormat(ending === 'jpg' ? 'jpeg' : ending)
    .toBuffer({ resolveWithObject: true });
  const prepared = {
    name: `${key}.${ending}`,
    width: info.width,
    height: info.pageHeight ?? info.height,
  };
  await keepPicture(cacheDir, prepared.name, data);
  await writeWhole(record, JSON.stringify({ ...prepared, hash: hashOf(prepared, data) }));
  return prepared;
}

/** Keeps a prepared picture until it is published. */
export function keepPicture(cacheDir: string, name: string, data: Uint8Array): Promise<void> {
  return writeWhole(picturePath(cacheDir, name), data);
}

/** Where a prepared picture lies until it is published. */
export function picturePath(cacheDir: string, name: string): string {
  return join(cacheDir, 'pictures', name);
}

async function readRecord(
  record: string,
  cacheDir: string,
): Promise<PreparedPicture | undefined> {
  try {
    const { hash, ...prepared } = JSON.parse(await readFile(record, 'utf8'));
    const data = await readFile(picturePath(cacheDir, prepared.name));
    return hashOf(prepared, data) === hash ? prepared : undefined;
  } catch {
    return undefined;
  }
}

/** Of all that is kept: a page prints the size as it stands in the record. */
function hashOf(prepared: PreparedPicture, data: Uint8Array): string {
  return createHash('sha256').update(JSON.stringify(prepared)).update(data).digest('hex');
}

async function writeWhole(path: string, data: Uint8Array | string): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(temporary, data);
    await rename(temporary, path);
  } catch (error) {
    // A full disk does not say where.
    throw Object.assign(error as Error, { path });
  }
}
