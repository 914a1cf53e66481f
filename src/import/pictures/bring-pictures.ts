import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Draft, DraftPicture } from '../draft.ts';
import { writeAtomically } from '../write/write-atomically.ts';

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
    if (!there) await writeAtomically(path, bytes);
  }
}

/** What a build can make pictures for pages of. */
const formats = new Set(['jpeg', 'png', 'webp', 'heif', 'gif']);

/** Why bytes are no picture that a page can show; undefined where they are one, to the last row. */
async function checkPicture(bytes: Uint8Array): Promise<string | undefined> {
  const { default: sharp } = await import('sharp');
  try {
    const picture = sharp(bytes, { animated: true, failOn: 'error' });
    const { format } = await picture.metadata();
    if (!formats.has(format)) return `it is ${format}, not a jpg, png, webp, avif or gif`;
    await picture.resize({ width: 8 }).toBuffer();
    return undefined;
  } catch (error) {
    return `it is no whole picture (${(error as Error).message.split('\n')[0]})`;
  }
}
