/** What a character is to a quote that stands beside it. */
export type Side = 'space' | 'opening' | 'dash' | 'closing' | 'word';

/** Scripts that put quotes next to letters, without a space. */
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
