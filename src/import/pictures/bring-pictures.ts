import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Draft, DraftPicture } from '../draft.ts';
import { writeWhole } from '../write/write-whole.ts';
import { checkPicture } from './check-picture.ts';

/** A picture that could not be put beside its copy; the message says why. */
export class PictureError extends Error {
  override readonly name = 'PictureError';
  readonly picture: DraftPicture;

  constructor(picture: DraftPicture, reason: string) {
    super(reason);
    this.picture = picture;
  }
}

/** The bytes of a picture, from wherever it is. */
export type LoadPicture = (picture: DraftPicture) => Promise<Uint8Array>;

/**
 * Puts the pictures of a draft beside its copy. One that lies there already with the same bytes
 * stays, and so does one of a copy that was imported before (`isOurs`). Throws a `PictureError`
 * where another picture has the name, or one cannot be had or shown.
 */
export async function bringPictures(
  draft: Draft,
  copy: string,
  isOurs: boolean,
  loadPicture: LoadPicture,
): Promise<void> {
  for (const picture of draft.pictures) {
    const path = join(dirname(copy), picture.name);
    const there = await readFile(path).catch(() => undefined);
    if (there && isOurs) continue;
    const bytes = await loadPicture(picture).catch((error: Error) => {
      throw new PictureError(picture, error.message);
    });
    const fault = await checkPicture(bytes);
    if (fault !== undefined) throw new PictureError(picture, fault);
    if (there && !there.equals(bytes))
      throw new PictureError(picture, `another picture is called ${picture.name} already`);
    if (!there) await writeWhole(path, bytes);
  }
}
