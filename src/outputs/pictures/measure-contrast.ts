import sharp from 'sharp';

/** Widest and highest copy that is measured, in pixels. */
const room = 400;

/** From this opacity on a pixel is part of the drawing. */
const visible = 128;

/**
 * The contrast (WCAG 2, 1 to 21) that at least three quarters of a drawing have with the paper
 * (`#fdfcf9`) on which it is shown. A picture without transparency has its own background; there the
 * contrast between its darkest and its lightest parts counts as well. 1 where nothing is drawn.
 */
export async function measureContrast(file: string, paper: string): Promise<number> {
  const { data, info } = await sharp(file)
    .resize({ width: room, height: room, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const lights: number[] = [];
  for (let at = 0; at < data.length; at += info.channels)
    if ((data[at + 3] ?? 0) >= visible)
      lights.push(luminance(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0));
  if (lights.length === 0) return 1;
  const ground = luminanceOf(paper);
  const onPaper = quantile(
    lights.map((light) => contrast(light, ground)),
    0.25,
  );
  const isOpaque = lights.length >= info.width * info.height * 0.95;
  return isOpaque
    ? Math.max(onPaper, contrast(quantile(lights, 0.05), quantile(lights, 0.95)))
    : onPaper;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function contrast(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

function luminanceOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    Number.parseInt(colour.slice(at, at + 2), 16),
  );
  return luminance(red, green, blue);
}

/** WCAG 2, "relative luminance". */
function luminance(red: number, green: number, blue: number): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
