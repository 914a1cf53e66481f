export interface QuoteMarks {
  readonly double: readonly [string, string];
  readonly single: readonly [string, string];
}

/** Replaces a picture or code in the text of a block. */
export const placeholder = '\uFFFC';

const dashOrEllipsis = /(?<![-<!])-{2,3}(?![->])|(?<!\.)\.{3}(?!\.)/gu;
const elision =
  /^(?:tis|twas|twere|em|til|till|cause|bout|round|n'|nuff|(?:n(?:e[mnrs]?)?|s)(?=\s\p{L})|\d\d(?:e?rs?|s|(?!["']))(?![^\s\p{P}]))(?![\p{L}\p{N}])/iu;

/**
 * Typographic replacements for the straight marks in the text of one block: quotes and
 * apostrophes by their neighbours and the open quotes, `--` as en dash, `---` as em dash, `...`
 * as ellipsis. Inches and seconds (`27"`) stay straight. Returns the replacements by offset;
 * the second and third character of a dash or ellipsis are replaced by an empty string.
 */
export function typographicMarks(text: string, marks: QuoteMarks): Map<number, string> {
  const instead = new Map<number, string>();
  if (text.includes('--') || text.includes('...')) setDashes(text, instead);
  if (text.includes('"') || text.includes("'")) setQuotes(text, marks, instead);
  return instead;
}

function setDashes(text: string, instead: Map<number, string>): void {
  for (const { 0: written, index } of text.matchAll(dashOrEllipsis)) {
    if (isOption(text, index, written)) continue;
    instead.set(index, written === '--' ? '–' : written === '---' ? '—' : '…');
    for (let rest = 1; rest < written.length; rest++) instead.set(index + rest, '');
  }
}

function setQuotes(text: string, marks: QuoteMarks, instead: Map<number, string>): void {
  const open = { '"': false, "'": false };
  const lastClosing = lastPossibleClosing(text);
  const coming = {
    '"': offsetsOf(text, '"'),
    "'": offsetsOf(text, "'").filter((index) => !isBetweenLetters(text, index)),
  };
  const passed = { '"': 0, "'": 0 };
  const firm = {
    '"': coming['"'].filter((index) => !isBehindFigure(text, index)),
    "'": coming["'"].filter((index) => !isBehindFigure(text, index)),
  };
  const firmPassed = { '"': 0, "'": 0 };
  const firmAfter = (kind: '"' | "'", index: number) => {
    while ((firm[kind][firmPassed[kind]] ?? text.length) <= index) firmPassed[kind]++;
    return firm[kind][firmPassed[kind]];
  };
  let measure = -2; // the last sign for inches, minutes and the like
  let before: Side | undefined; // the side after a quote that was just set
  for (const { 0: mark, index } of text.matchAll(/["']/gu)) {
    const previous = characterBefore(text, index);
    const left = previous === '"' || previous === "'" ? (before ?? 'space') : sideOf(previous);
    const behind = /[^"']/u.exec(text.slice(index + 1, index + 10))?.[0] ?? '';
    const right =
      behind === '' ? 'space' : sideOf(characterAt(text, text.indexOf(behind, index + 1)));
    const direct = characterAt(text, index + 1);
    const kind = mark === '"' ? '"' : "'";

    const offsets = coming[kind];
    while ((offsets[passed[kind]] ?? text.length) <= index) passed[kind]++;
    const [next, count] = [offsets[passed[kind]], offsets.length - passed[kind]];
    const isSecond = mark === "'" && previous === "'" && measure === index - 1;
    if (
      isSecond ||
      isMeasure(text, { index, open: open[kind], next, count, firm: firmAfter(kind, index) })
    ) {
      measure = index;
      before = 'word';
      continue;
    }
    if (
      mark === "'" &&
      isApostrophe(text, index, {
        ...{ previous, left, right, direct, lastClosing },
        open: open["'"],
      })
    ) {
      instead.set(index, '’');
      before = 'word';
      continue;
    }
    const opens = opensQuote(left, right, open[kind]);
    open[kind] = opens;
    before = opens ? 'opening' : 'closing';
    const sign = (kind === '"' ? marks.double : marks.single)[opens ? 0 : 1];
    // A mark that already has a space needs no other.
    const isSpaced = /\s/u.test((opens ? text[index + 1] : text[index - 1]) ?? '');
    instead.set(index, isSpaced ? sign.trim() : sign);
  }
}

function opensQuote(left: Side, right: Side, open: boolean): boolean {
  if (right === 'space') return left === 'opening' || (left === 'space' && !open);
  if (left === 'space' && right === 'closing') return !open;
  if (left === 'space' || left === 'opening') return true;
  if (left === 'word' && right !== 'word') return false;
  if (left === 'closing' && right !== 'word') return false;
  return !open;
}

interface Surroundings {
  readonly previous: string;
  readonly left: Side;
  readonly right: Side;
  readonly direct: string;
  readonly open: boolean;
  readonly lastClosing: number;
}

function isApostrophe(text: string, index: number, at: Surroundings): boolean {
  const { previous, left, right, direct, open, lastClosing } = at;
  const wordBefore = left === 'word' && previous !== "'" && previous !== '"';
  if (wordBefore && /^[\p{L}\p{N}]/u.test(direct)) return isBetweenLetters(text, index);
  // The dogs' bowl; or nothing is open.
  if (left === 'word') return !open;
  if (left === 'closing') return !open && (right !== 'word' || lastClosing <= index);
  if (elision.test(text.slice(index + 1, index + 10))) return true;
  return !open && lastClosing <= index;
}

function offsetsOf(text: string, mark: string): number[] {
  const offsets: number[] = [];
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) offsets.push(at);
  return offsets;
}

/**
 * Whether a mark is between letters, as an apostrophe is, in scripts with spaces between words.
 * Code and URLs count as words. Arabic has no apostrophe and joins small words to the next:
 * `و'نعم'`.
 */
function isBetweenLetters(text: string, index: number): boolean {
  const sides = [characterBefore(text, index), characterAt(text, index + 1)];
  if (sides.every((side) => /\p{Script_Extensions=Arabic}/u.test(side))) return false;
  return sides.every((side) => /^[\p{L}\p{N}\uFFFC]/u.test(side) && !eastAsian.test(side));
}

/** The offset of the last `'` that could close a quote: no quote opens after it. */
function lastPossibleClosing(text: string): number {
  for (let index = text.lastIndexOf("'"); index > 0; index = text.lastIndexOf("'", index - 1)) {
    const next = characterAt(text, index + 1);
    if (
      /\S/u.test(text[index - 1] ?? '') &&
      (!/[\p{L}\p{N}]/u.test(next) || eastAsian.test(next))
    )
      return index;
  }
  return -1;
}

/** `--force` is not a dash. */
function isOption(text: string, index: number, written: string): boolean {
  return (
    written === '--' &&
    /^\s?$/u.test(text[index - 1] ?? '') &&
    /^\p{L}/u.test(text.slice(index + 2, index + 4))
  );
}

/** A straight mark: its offset, and whether a quote of its kind is open there. */
export interface StraightMark {
  readonly index: number;
  readonly open: boolean;
  /** The next mark of its kind that is not an apostrophe, and the number of these. */
  readonly next: number | undefined;
  readonly count: number;
  /** The next mark of its kind that also does not follow a digit. */
  readonly firm: number | undefined;
}

/**
 * Whether a mark after a digit means inches, feet, minutes or seconds (`27" wide`, `6'2"`,
 * `37°33'59"`), and neither closes a quote (`"in 1990"`) nor opens one in a script without
 * spaces (`2024"改革"`). The following marks decide.
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
  // `"27"와 32"의 화면"이`: the mark that can close the quote comes after all digits.
  if (firm !== undefined && firm !== next && isEnd(text, firm)) return true;
  // The next mark can only close the quote; else this is the odd one.
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

/** How a character affects a quote beside it. */
export type Side = 'space' | 'opening' | 'dash' | 'closing' | 'word';

/** Scripts that write quotes next to letters without a space. */
export const eastAsian =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]/u;

export function sideOf(character: string): Side {
  if (character === '' || /\s/u.test(character)) return 'space';
  if (/[\p{Ps}\p{Pi}¿¡]/u.test(character)) return 'opening';
  if (/[\p{Pd}/]/u.test(character)) return 'dash';
  return /\p{P}/u.test(character) ? 'closing' : 'word';
}

export function characterAt(text: string, index: number): string {
  const point = text.codePointAt(index);
  return point === undefined ? '' : String.fromCodePoint(point);
}

export function characterBefore(text: string, index: number): string {
  const two = index > 1 ? characterAt(text, index - 2) : '';
  return two.length === 2 ? two : text.slice(Math.max(0, index - 1), index);
}
