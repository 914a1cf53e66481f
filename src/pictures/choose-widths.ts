/**
 * Widths in pixels in which a picture is offered: a phone's column, a column or a dense phone,
 * a dense column or a whole window. Few, since each is a file in every format.
 */
export const steps = [480, 960, 1600] as const;

/** A picture taller than this is made smaller: WebP ends at 16,383, and readers long before. */
export const tallest = 8000;

/**
 * The widths for a picture of a size, narrowest first: never more than it has, and no two that
 * are nearly the same.
 */
export function chooseWidths(width: number, height: number): number[] {
  const fits = Math.min(width, steps[2], Math.max(1, Math.floor((width * tallest) / height)));
  return [...steps.filter((step) => step <= fits * 0.8), fits];
}
