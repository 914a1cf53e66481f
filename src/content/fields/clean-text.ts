import { compose } from '../markdown/characters.ts';

/**
 * Text as a page prints it: one line, in NFC, without control characters. Spaces that are meant to be
 * other than the ordinary one stay within a line (`Vraiment\u202f?`, `会見　続き`); between two words
 * that no sign follows they are slips of a keyboard.
 */
export function cleanText(value: string): string {
  return compose(value)
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/gu, ' ')
    .replace(/(?<=[\p{L}\p{M}])[\u00a0\u202f](?=\p{L})/gu, ' ')
    .replace(/ {2,}/gu, ' ')
    .replace(/[\p{Cc}\p{Cs}\u{fdd0}-\u{fdef}\u{fffe}\u{ffff}]/gu, '')
    .trim();
}
