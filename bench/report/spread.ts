import { median } from './median.ts';

/** One figure of several rounds. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/**
 * The middle one of several figures, of two the lower, with the least and the most. Nothing where
 * there are none, or where one is unknown: a machine knows a figure in every round or in none.
 */
export function toSpread(figures: readonly (number | undefined)[]): Spread | undefined {
  const known = figures.filter((figure) => figure !== undefined);
  if (known.length === 0 || known.length < figures.length) return undefined;
  return { median: median(known), least: Math.min(...known), most: Math.max(...known) };
}

/** One divided by another: least and most are as far apart as the figures allow. */
export function divide(own: Spread | undefined, other: Spread | undefined): Spread | undefined {
  if (!own || !other) return undefined;
  return {
    median: own.median / other.median,
    least: own.least / other.most,
    most: own.most / other.least,
  };
}

/** As `9.44 (9.30–9.80)`, the median alone where all are the same; `?` where it is unknown. */
export function formatSpread(spread: Spread | undefined, digits: number, unit = 1): string {
  if (!spread) return '?';
  const [median, least, most] = [spread.median, spread.least, spread.most].map((figure) =>
    (figure / unit).toFixed(digits),
  );
  return least === most ? `${median}` : `${median} (${least}–${most})`;
}
