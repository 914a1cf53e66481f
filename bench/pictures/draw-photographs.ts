import sharp from 'sharp';
import { createRandom } from '../corpus/create-random.ts';

/**
 * A function that gives photographs of a size, as heavy as a camera's: soft colours with two
 * grains, drawn once and then tinted, so that no two are the same. Same seed, same bytes.
 */
export async function drawPhotographs(
  { megapixels }: { readonly megapixels: number },
  seed: number,
): Promise<(index: number) => Promise<Buffer>> {
  const width = Math.round(Math.sqrt((megapixels * 4_000_000) / 3));
  const height = Math.round((width * 3) / 4);
  const random = createRandom(seed, 5);
  const noise = (columns: number, rows: number) =>
    sharp(Buffer.from(Array.from({ length: columns * rows * 3 }, () => random.whole(0, 255))), {
      raw: { width: columns, height: rows, channels: 3 },
    }).resize(width, height, { kernel: 'cubic' });
  const over = async (columns: number, rows: number, opacity: number) => ({
    input: await noise(columns, rows)
      .ensureAlpha(opacity)
      .png({ compressionLevel: 1 })
      .toBuffer(),
  });
  const data = await noise(16, 12)
    .composite([await over(500, 375, 0.2), await over(1600, 1200, 0.06)])
    .removeAlpha()
    .raw()
    .toBuffer();
  const raw = { width, height, channels: 3 } as const;
  return (index) =>
    sharp(data, { raw })
      .modulate({ hue: (index * 37) % 360, brightness: 0.8 + (index % 9) * 0.05 })
      .jpeg({ quality: 88 })
      .toBuffer();
}
