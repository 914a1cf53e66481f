import type { View } from '../page/on-reading.ts';

/**
 * The index of the last heading above the reading line; -1 before the first heading. `tops` are the
 * distances of the headings from the window's upper edge.
 *
 * The reading line is in the upper part of the window. Over the last screenful it moves to the lower
 * edge, so that each of the last sections becomes current, even a short one.
 */
export function currentSection(tops: readonly number[], view: View): number {
  const { scrolled, scrollable, height, covered } = view;
  const usual = Math.max(covered + 8, height * 0.3);
  const last = Math.min(height, scrollable);
  const into = last > 0 ? Math.max(0, scrolled - (scrollable - last)) / last : 0;
  const line = usual + (height - usual) * Math.min(1, into);
  return tops.findLastIndex((top) => top <= line);
}
