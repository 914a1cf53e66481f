import { median } from './median.ts';

/** One figure of several rounds. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/**
 * The median of several figures, of two the lower, with the minimum and maximum; undefined if
 * there are none or one is unknown. A figure is known in every round or in none.
 */
export function toSpread(figures: readonly (number | undefined)[]): Spread | undefined {
  const known = figures.filter((figure) => figure !== undefined);
  if (known.length === 0 || known.length < figures.length) return undefined;
  return { median: median(known), least: Math.min(...known), most: Math.max(...known) };
}

/** Divides one by another. Minimum and maximum are as far apart as the figures allow. */
export function divide(own: Spread | undefined, other: Spread | undefined): Spread | undefined {
  if (!own || !other) return undefined;
  return {
    median: own.median / other.median,
    least: own.least / other.most,
    most: own.most / other.least,
  };
}

/** Formats as `9.44 (9.30–9.80)`, the median alone if all are the same; `?` if unknown. */
export function formatSpread(spread: Spread | undefined, digits: number, unit = 1): string {
  if (!spread) return '?';
  const [median, least, most] = [spread.median, spread.least, spread.most].map((figure) =>
    (figure / unit).toFixed(digits),
  );
  return least === most ? `${median}` : `${median} (${least}–${most})`;
}
