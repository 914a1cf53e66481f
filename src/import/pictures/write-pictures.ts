import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { mediumOf } from '../../content/markdown/clip-address.ts';
import type { Draft, DraftPicture } from '../draft.ts';
import { writeAtomically } from '../write/write-atomically.ts';

/** A picture that could not be written; the message gives the reason. */
export class PictureError extends Error {
  override readonly name = 'PictureError';
  readonly picture: DraftPicture;

  constructor(picture: DraftPicture, reason: string) {
    super(reason);
    this.picture = picture;
  }
}

/** Loads the bytes of a picture from disk or the network. */
export type LoadPicture = (picture: DraftPicture) => Promise<Uint8Array>;

/**
 * Writes the pictures and clips of a draft next to its content file. An existing picture with the same
 * bytes is kept, and so is any of a file that was imported before (`wasImported`). Throws a
 * `PictureError` if another picture has the name, or one cannot be loaded or shown.
 */
export async function writePictures(
  draft: Draft,
  file: string,
  wasImported: boolean,
  loadPicture: LoadPicture,
): Promise<void> {
  for (const picture of draft.pictures) {
    const path = join(dirname(file), picture.name);
    const there = await readFile(path).catch(() => undefined);
    if (there && wasImported) continue;
    const bytes = await loadPicture(picture).catch((error: Error) => {
      throw new PictureError(picture, error.message);
    });
    const fault = isCheckedLater(picture.name) ? undefined : await checkPicture(bytes);
    if (fault !== undefined) throw new PictureError(picture, fault);
    if (there && !there.equals(bytes))
      throw new PictureError(picture, `another file is called ${picture.name}`);
    if (!there) await writeAtomically(path, bytes);
  }
}

/** Clips, and their captions and transcripts: a build checks and cleans them. */
function isCheckedLater(name: string): boolean {
  return mediumOf(name) !== undefined || /\.(?:vtt|txt)$/iu.test(name);
}

/** Formats that a build can process. */
const formats = new Set(['jpeg', 'png', 'webp', 'heif', 'gif']);

/**
 * Why bytes are not a picture that a page can show. Decodes all of it to detect truncated files.
 */
async function checkPicture(bytes: Uint8Array): Promise<string | undefined> {
  const { default: sharp } = await import('sharp');
  try {
    const picture = sharp(bytes, { animated: true, failOn: 'error' });
    const { format } = await picture.metadata();
    if (!formats.has(format)) return `it is ${format}, not a jpg, png, webp, avif or gif`;
    await picture.resize({ width: 8 }).toBuffer();
    return undefined;
  } catch (error) {
    return `it is not a complete picture (${(error as Error).message.split('\n')[0]})`;
  }
}
