import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { keepPicture, type PreparedPicture } from './prepare-picture.ts';

/**
 * What lets an SVG file run code or ask for other files when it is opened by itself; shown as a
 * picture it can do neither. Refused, not removed: a logo is drawn once, and can be saved plain.
 */
const active = /<script|<foreignObject|\son[a-z]+\s*=|javascript:|<!ENTITY|<\?xml-stylesheet/iu;

/**
 * An SVG file -> the same file, to be published below the hash of its bytes, with the size that
 * it names in CSS pixels. Throws where it is none, or does more than show a picture.
 */
export async function prepareVector(path: string, cacheDir: string): Promise<PreparedPicture> {
  const bytes = await readFile(path);
  const { format, width, height } = await sharp(bytes).metadata();
  if (format !== 'svg') throw new Error(`a ${format} file that is named .svg`);
  if (active.test(bytes.toString('utf8')))
    throw new Error('has a script, an event handler or a foreign part: save it as plain SVG');
  const name = `${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}.svg`;
  await keepPicture(cacheDir, name, bytes);
  return { name, width, height };
}
