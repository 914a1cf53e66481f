import sharp from 'sharp';

/** A larger picture is scaled down to fit this square before it is measured, in pixels. */
const maxSide = 400;

/** Pixels with at least this opacity are part of the drawing. */
const visible = 128;

/**
 * Measures the contrast (WCAG 2, from 1 to 21) that at least three quarters of a drawing have with
 * the paper (`#fdfcf9`) on which it is shown. For a picture without transparency, the contrast
 * between its darkest and its lightest parts counts too. 1 for an empty picture.
 */
export async function measureContrast(file: string, paper: string): Promise<number> {
  const { data, info } = await sharp(file)
    .resize({ width: maxSide, height: maxSide, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const lights: number[] = [];
  for (let at = 0; at < data.length; at += info.channels)
    if ((data[at + 3] ?? 0) >= visible)
      lights.push(luminanceOf([data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0]));
  if (lights.length === 0) return 1;
  const ground = luminanceOf(channelsOf(paper));
  const onPaper = quantile(
    lights.map((light) => contrastRatio(light, ground)),
    0.25,
  );
  const isOpaque = lights.length >= info.width * info.height * 0.95;
  return isOpaque
    ? Math.max(onPaper, contrastRatio(quantile(lights, 0.05), quantile(lights, 0.95)))
    : onPaper;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** The contrast ratio of two luminances, from 1 to 21 (WCAG 2). */
export function contrastRatio(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

/** The channels of a colour `#rrggbb`, from 0 to 255. */
export function channelsOf(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

/** The relative luminance (WCAG 2) of a colour's channels, from 0 to 1. */
export function luminanceOf(channels: readonly number[]): number {
  const [r = 0, g = 0, b = 0] = channels.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
