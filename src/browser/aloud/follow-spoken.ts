import type { SpokenPart } from './collect-parts.ts';

/**
 * Scrolls so that a sentence is seen, unless the reader looks elsewhere: the one before it is
 * then out of sight as well. `hidden` is how much of the window's end the player covers.
 */
export function followSpoken(
  part: SpokenPart,
  before: SpokenPart | undefined,
  hidden: number,
): void {
  const end = innerHeight - hidden;
  const { top, bottom } = part.range.getBoundingClientRect();
  const last = before?.range.getBoundingClientRect();
  if (last && (last.bottom < 0 || last.top > end)) return;
  const start = coveredAbove();
  if (top >= start && bottom <= end) return;
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  scrollBy({ top: top - Math.max(start, end / 4), behavior: still ? 'instant' : 'smooth' });
}

/** Pixels of the window's start below a bar that stays: what is jumped to keeps clear of it. */
function coveredAbove(): number {
  const target = document.querySelector('.copy [id]');
  return (target && Number.parseFloat(getComputedStyle(target).scrollMarginTop)) || 0;
}
