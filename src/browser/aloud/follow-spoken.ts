import type { SpokenPart } from './collect-parts.ts';

/**
 * Scrolls so that a sentence is seen, unless the reader looks elsewhere: the one before it is
 * then out of sight as well. `covered` is how much of the window's end the player hides.
 */
export function followSpoken(
  part: SpokenPart,
  before: SpokenPart | undefined,
  covered: number,
): void {
  const end = innerHeight - covered;
  const { top, bottom } = part.range.getBoundingClientRect();
  const last = before?.range.getBoundingClientRect();
  if (last && (last.bottom < 0 || last.top > end)) return;
  if (top >= 0 && bottom <= end) return;
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  scrollBy({ top: top - end / 4, behavior: still ? 'instant' : 'smooth' });
}
