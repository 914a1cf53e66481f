import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { cardColours } from './accent-on-paper.ts';
import { cardSize } from './share-card.ts';

/**
 * A picture that an article brings as its card: upright, cut to the size of a card around what
 * draws the eye. A PNG or a JPEG, whichever has fewer bytes. Throws where the file is no picture.
 */
export async function cutOwnCard(
  path: string,
): Promise<{ readonly data: Uint8Array; readonly ending: 'png' | 'jpg' }> {
  const cut = sharp(await readFile(path), { failOn: 'error' })
    .rotate()
    .resize({ ...cardSize, fit: 'cover', position: 'attention' })
    .flatten({ background: cardColours.paper });
  const [png, jpg] = await Promise.all([
    cut.clone().png({ compressionLevel: 9 }).toBuffer(),
    cut.clone().jpeg({ quality: 82, progressive: true, optimiseCoding: true }).toBuffer(),
  ]);
  return png.length < jpg.length ? { data: png, ending: 'png' } : { data: jpg, ending: 'jpg' };
}
