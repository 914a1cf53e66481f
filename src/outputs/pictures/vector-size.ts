import { UnusablePicture } from './prepared-picture.ts';

/** CSS pixels for each unit, with the usual font size of 16 pixels. */
const units: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 96 / 72,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  q: 96 / 101.6,
  em: 16,
  rem: 16,
  ex: 8,
  ch: 8,
};

/** The size of a drawing without a size and a viewBox (CSS 2.2, 10.3.2 and 10.6.2). */
const defaultSize = { width: 300, height: 150 };

/** The maximum that is drawn. */
const maxPixels = 50_000_000;

export interface VectorSize {
  readonly width: number;
  readonly height: number;
}

/**
 * Computes the size of an SVG in CSS pixels from the attributes of its root, as browsers do. A side
 * that is missing or relative (`100%`, `auto`) follows from the other side and the viewBox.
 *
 * @throws {UnusablePicture} for a size that is zero, invalid or too large
 */
export function sizeOfVector(
  attributes: Readonly<Record<string, string | null | undefined>>,
): VectorSize {
  const width = readLength('width', attributes);
  const height = readLength('height', attributes);
  const box = readBox(attributes['viewBox']?.trim() ?? '');
  const ratio = box && box.width / box.height;
  const size = {
    width:
      width ?? (height !== undefined && ratio ? height * ratio : (box ?? defaultSize).width),
    height:
      height ?? (width !== undefined && ratio ? width / ratio : (box ?? defaultSize).height),
  };
  const [rounded, flat] = [Math.round(size.width), Math.round(size.height)];
  if (rounded < 1 || flat < 1)
    throw unusable(`a size of ${size.width} × ${size.height} pixels`);
  if (rounded * flat > maxPixels) throw unusable(`a size of ${rounded} × ${flat} pixels`);
  return { width: rounded, height: flat };
}

function readLength(
  name: 'width' | 'height',
  attributes: Readonly<Record<string, string | null | undefined>>,
): number | undefined {
  const style = new RegExp(String.raw`(?:^|[;\s])${name}\s*:\s*([^;!]+)`, 'iu');
  const written = (
    style.exec(attributes['style'] ?? '')?.[1] ??
    attributes[name] ??
    'auto'
  ).trim();
  if (/^(?:auto|[+]?[\d.]+(?:%|[dsl]?v(?:w|h|i|b|min|max)))$/iu.test(written)) return undefined;
  const [, number, unit = ''] =
    /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)([a-z]*)$/iu.exec(written) ?? [];
  const factor = units[unit.toLowerCase()];
  const length = factor === undefined ? Number.NaN : Number(number) * factor;
  if (length > 0 && Number.isFinite(length)) return length;
  throw unusable(`the ${name} ${JSON.stringify(written.slice(0, 40))}`);
}

function readBox(written: string): VectorSize | undefined {
  if (written === '') return undefined;
  const [, , width = Number.NaN, height = Number.NaN, ...rest] = written
    .split(/\s*,\s*|\s+/u)
    .map(Number);
  if (width > 0 && height > 0 && Number.isFinite(width * height) && rest.length === 0)
    return { width, height };
  throw unusable(`the viewBox ${JSON.stringify(written.slice(0, 40))}`);
}

function unusable(what: string): UnusablePicture {
  return new UnusablePicture(
    `an SVG with ${what}`,
    'give it a width and a height in pixels such as `width="600" height="400"`, and a viewBox',
  );
}
