import sharp from 'sharp';
import { createRandom } from '../../corpus/create-random.ts';

/**
 * Draws a JPEG of soft colours with some grain, about as large as a photograph. The same seed
 * gives the same picture.
 */
export async function drawPicture(
  { width, height }: { width: number; height: number },
  seed: number,
): Promise<Buffer> {
  const random = createRandom(seed, 0);
  const noise = (columns: number, rows: number) => ({
    data: Buffer.from(Array.from({ length: columns * rows * 3 }, () => random.whole(0, 255))),
    raw: { width: columns, height: rows, channels: 3 as const },
  });
  const soft = noise(16, 9);
  const grain = noise(200, 100);
  const fine = await sharp(grain.data, { raw: grain.raw })
    .resize(width, height, { kernel: 'cubic' })
    .ensureAlpha(0.25)
    .png({ compressionLevel: 1 })
    .toBuffer();
  return sharp(soft.data, { raw: soft.raw })
    .resize(width, height, { kernel: 'cubic' })
    .composite([{ input: fine }])
    .jpeg({ quality: 80 })
    .toBuffer();
}
