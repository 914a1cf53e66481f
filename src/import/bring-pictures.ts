import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Draft, DraftPicture } from './draft.ts';
import { writeWhole } from './write/write-whole.ts';

/** A picture that could not be put beside its copy; the message says which, and why. */
export class PictureError extends Error {
  override readonly name = 'PictureError';
}

/**
 * Puts the pictures of a draft beside its copy. One that lies there already with the same bytes
 * stays, and so does one of a copy that was imported before (`isOurs`). Throws a `PictureError`
 * where another picture has the name, or one cannot be had.
 */
export async function bringPictures(
  draft: Draft,
  copy: string,
  isOurs: boolean,
  fetchPicture: (address: string) => Promise<Uint8Array>,
): Promise<void> {
  for (const picture of draft.pictures) {
    const path = join(dirname(copy), picture.name);
    const there = await readFile(path).catch(() => undefined);
    if (there && isOurs) continue;
    const bytes = await load(picture, fetchPicture);
    if (there && !there.equals(bytes))
      throw new PictureError(`${picture.name}: another picture has that name already`);
    if (!there) await writeWhole(path, bytes);
  }
}

async function load(
  { from, name }: DraftPicture,
  fetchPicture: (address: string) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  try {
    return await (/^https?:/iu.test(from) ? fetchPicture(from) : readFile(from));
  } catch (error) {
    throw new PictureError(`${name}: ${(error as Error).message}`);
  }
}
