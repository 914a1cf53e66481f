import sharp from 'sharp';
import { createRandom } from '../corpus/create-random.ts';

/** The maximum difference between two views of a scene, in pixels in each direction. */
const spread = 160;

/**
 * Returns a function that draws photographs of a size, as large as those of a camera: soft
 * colours with two grains. Each photograph is another view of one scene. The same seed gives
 * the same bytes.
 */
export async function drawPhotographs(
  { megapixels }: { readonly megapixels: number },
  seed: number,
): Promise<(index: number) => Promise<Buffer>> {
  const width = Math.round(Math.sqrt((megapixels * 4_000_000) / 3));
  const height = Math.round((width * 3) / 4);
  const scene = { width: width + spread, height: height + spread };
  const data = await drawScene(scene, seed);
  return (index) => {
    const left = (index * 37) % spread;
    const top = Math.floor(index / spread) % spread;
    return sharp(data, { raw: { ...scene, channels: 3 } })
      .extract({ left, top, width, height })
      .jpeg({ quality: 88 })
      .toBuffer();
  };
}

async function drawScene(
  { width, height }: { readonly width: number; readonly height: number },
  seed: number,
): Promise<Buffer> {
  const random = createRandom(seed, 5);
  const noise = (columns: number, rows: number) =>
    sharp(Buffer.from(Array.from({ length: columns * rows * 3 }, () => random.whole(0, 255))), {
      raw: { width: columns, height: rows, channels: 3 },
    }).resize(width, height, { kernel: 'cubic', fit: 'fill' });
  const over = async (columns: number, rows: number, opacity: number) => ({
    input: await noise(columns, rows)
      .ensureAlpha(opacity)
      .png({ compressionLevel: 1 })
      .toBuffer(),
  });
  return noise(16, 12)
    .composite([await over(500, 375, 0.2), await over(1600, 1200, 0.06)])
    .removeAlpha()
    .raw()
    .toBuffer();
}
