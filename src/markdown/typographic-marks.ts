export interface QuoteMarks {
  readonly double: readonly [string, string];
  readonly single: readonly [string, string];
}

/** Stands in the text of a block for what is no text: a picture, a bit of code. */
export const placeholder = '\uFFFC';

/** What a character is to a quote that stands beside it. */
type Side = 'space' | 'opening' | 'dash' | 'closing' | 'word';

const dashOrEllipsis = /(?<![-<!])-{2,3}(?![->])|(?<!\.)\.{3}(?!\.)/gu;
const elision =
  /^(?:tis|twas|twere|em|til|till|cause|bout|round|n'|nuff|\d\ds?(?![^\s\p{P}]))(?![\p{L}\p{N}])/iu;
/** Scripts that put quotes next to letters, without a space. */
const eastAsian = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/**
 * Typographic marks for the straight ones in the text of one block: quotes and apostrophes
 * by what stands beside them and what is open, `--` as en dash, `---` as em dash, `...` as
 * ellipsis. Gives what to print instead, by offset into the text; the second and third
 * character of a dash or ellipsis are replaced by nothing.
 */
export function typographicMarks(text: string, marks: QuoteMarks): Map<number, string> {
  const instead = new Map<number, string>();
  for (const { 0: written, index } of text.matchAll(dashOrEllipsis)) {
    if (isOption(text, index, written)) continue;
    instead.set(index, written === '--' ? '–' : written === '---' ? '—' : '…');
    for (let rest = 1; rest < written.length; rest++) instead.set(index + rest, '');
  }

  const open = { '"': false, "'": false };
  const lastClosing = lastPossibleClosing(text);
  let before: Side | undefined; // of a quote just set; else the character before decides
  for (const { 0: mark, index } of text.matchAll(/["']/gu)) {
    const previous = characterBefore(text, index);
    const left = previous === '"' || previous === "'" ? (before ?? 'space') : sideOf(previous);
    const next = /[^"']/u.exec(text.slice(index + 1, index + 10))?.[0] ?? '';
    const right =
      next === '' ? 'space' : sideOf(characterAt(text, text.indexOf(next, index + 1)));
    const direct = characterAt(text, index + 1);

    if (
      mark === "'" &&
      isApostrophe(text, index, { previous, left, direct, open: open["'"], lastClosing })
    ) {
      instead.set(index, '’');
      before = 'word';
      continue;
    }
    const kind = mark === '"' ? '"' : "'";
    const opens = opensQuote(left, right, open[kind], /\p{N}$/u.test(previous));
    open[kind] = opens;
    before = opens ? 'opening' : 'closing';
    instead.set(index, (kind === '"' ? marks.double : marks.single)[opens ? 0 : 1]);
  }
  return instead;
}

function opensQuote(left: Side, right: Side, open: boolean, afterDigit: boolean): boolean {
  if (right === 'space') return left === 'space' ? !open : false;
  if (left === 'space' || left === 'opening') return true;
  if (left === 'word' && right !== 'word') return false;
  if (left === 'closing' && right !== 'word') return false;
  // 5"x7" are inches.
  if (afterDigit && !open) return false;
  return !open;
}

interface Surroundings {
  readonly previous: string;
  readonly left: Side;
  readonly direct: string;
  readonly open: boolean;
  readonly lastClosing: number;
}

function isApostrophe(text: string, index: number, at: Surroundings): boolean {
  const { previous, left, direct, open, lastClosing } = at;
  const wordBefore = left === 'word' && previous !== "'" && previous !== '"';
  if (wordBefore && /^[\p{L}\p{N}]/u.test(direct))
    return !eastAsian.test(previous) && !eastAsian.test(direct);
  // The dogs' bowl; and what closes no quote.
  if (left === 'word' || left === 'closing') return !open;
  if (elision.test(text.slice(index + 1, index + 10))) return true;
  return !open && lastClosing <= index;
}

/** The last `'` that could end a quote: without one after it, none begins. */
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

/** `--force` is no dash. */
function isOption(text: string, index: number, written: string): boolean {
  return (
    written === '--' &&
    /^\s?$/u.test(text[index - 1] ?? '') &&
    /^\p{L}/u.test(text.slice(index + 2, index + 4))
  );
}

function sideOf(character: string): Side {
  if (character === '' || /\s/u.test(character)) return 'space';
  if (/[\p{Ps}\p{Pi}¿¡]/u.test(character)) return 'opening';
  if (/[\p{Pd}/]/u.test(character)) return 'dash';
  return /\p{P}/u.test(character) ? 'closing' : 'word';
}

function characterAt(text: string, index: number): string {
  const point = text.codePointAt(index);
  return point === undefined ? '' : String.fromCodePoint(point);
}

function characterBefore(text: string, index: number): string {
  const unit = text.charCodeAt(index - 1);
  const low = unit >= 0xdc00 && unit <= 0xdfff;
  return index === 0 ? '' : characterAt(text, index - (low && index > 1 ? 2 : 1));
}
