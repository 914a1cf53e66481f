import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import type { PictureRights } from '../../content/article/picture-rights.ts';
import { readEmbeddedCredit } from '../pictures/read-embedded-credit.ts';
import { setPngXmp, toXmp } from '../pictures/to-xmp.ts';
import { cardColours } from './accent-on-paper.ts';
import { toJpeg } from './draw-card.ts';
import { cardSize } from './share-card.ts';

/**
 * A picture that an article brings as its card: upright, cut to the size of a card around what
 * draws the eye, with the rights that the article states or its file holds, and nothing else of
 * that file. A PNG or a JPEG, whichever has fewer bytes. Throws where the file is no picture.
 */
export async function cutOwnCard(
  path: string,
  stated: PictureRights | undefined,
): Promise<{ readonly data: Uint8Array; readonly ending: 'png' | 'jpg' }> {
  const bytes = await readFile(path);
  const rights = stated ?? (await rightsIn(bytes));
  const cut = sharp(bytes, { failOn: 'error' })
    .rotate()
    .resize({ ...cardSize, fit: 'cover', position: 'attention' })
    .flatten({ background: cardColours.paper });
  const [png, jpg] = await Promise.all([
    cut.clone().png({ compressionLevel: 9 }).toBuffer(),
    toJpeg(cut.clone(), rights),
  ]);
  if (jpg.length <= png.length) return { data: jpg, ending: 'jpg' };
  return { data: rights ? setPngXmp(png, toXmp(rights)) : png, ending: 'png' };
}

async function rightsIn(bytes: Uint8Array): Promise<PictureRights | undefined> {
  const { copyright, creator, credit, source: _, ...others } = await readEmbeddedCredit(bytes);
  const creditLine = credit ?? creator ?? copyright;
  if (creditLine === undefined) return undefined;
  return {
    creditLine,
    ...(creator === undefined ? {} : { creator }),
    ...(copyright === undefined ? {} : { copyrightNotice: copyright }),
    ...others,
  };
}
