import { characterAt, characterBefore, eastAsian, sideOf } from './mark-sides.ts';

/** A straight mark: its offset, and whether a quote of its kind is open there. */
export interface StraightMark {
  readonly index: number;
  readonly open: boolean;
  /** The next mark of its kind that is no apostrophe, and how many there are. */
  readonly next: number | undefined;
  readonly count: number;
  /** The next mark of its kind that is not behind a figure either. */
  readonly firm: number | undefined;
}

/**
 * Whether a mark behind a figure is one of inches, feet, minutes or seconds (`27" wide`, `6'2"`,
 * `37°33'59"`) rather than the end of a quote (`"in 1990"`), or its beginning in a script without
 * spaces (`2024"改革"`). The marks that follow decide.
 */
export function isMeasure(
  text: string,
  { index, open, next, count, firm }: StraightMark,
): boolean {
  if (!isBehindFigure(text, index)) return false;
  const behind = characterAt(text, index + 1);
  const isUnspaced = eastAsian.test(behind);
  if (sideOf(behind) === 'word' && !isUnspaced)
    return text.charAt(index) === '"' || isMinutes(text, index);
  const left = next === undefined ? '' : characterBefore(text, next);
  if (!open) {
    const opens = next !== undefined && !/\p{N}/u.test(left) && count % 2 === 1;
    return !(isUnspaced && opens);
  }
  if (next === undefined || ['space', 'opening'].includes(sideOf(left))) return false;
  // `"27"와 32"의 화면"이`: the one that can end the quote comes after all figures.
  if (firm !== undefined && firm !== next && isEnd(text, firm)) return true;
  // One that can only end the quote; else this is the odd one out.
  return sideOf(characterAt(text, next + 1)) !== 'word' || count % 2 === 1;
}

export function isBehindFigure(text: string, index: number): boolean {
  return /\p{N}/u.test(characterBefore(text, index));
}

function isEnd(text: string, index: number): boolean {
  return !['space', 'opening'].includes(sideOf(characterBefore(text, index)));
}

/** `33'59"` and `6'x4'`, but not `1'000` and `1990's`. */
function isMinutes(text: string, index: number): boolean {
  const after = text.slice(index + 1, index + 8);
  return /^\d/u.test(after) ? !/^\d{3}(?!\d)/u.test(after) : /^[x×]\s?\d/iu.test(after);
}
