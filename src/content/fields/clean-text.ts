import { compose } from '../markdown/characters.ts';

/**
 * Cleans a text for a page: one line, NFC, without control characters. Deliberate special spaces
 * within a line are kept (`Vraiment\u202f?`, `会見　続き`). Between two words without punctuation they
 * are typing errors and become ordinary spaces.
 */
export function cleanText(value: string): string {
  return compose(value)
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/gu, ' ')
    .replace(/(?<=[\p{L}\p{M}])[\u00a0\u202f](?=\p{L})/gu, ' ')
    .replace(/ {2,}/gu, ' ')
    .replace(/[\p{Cc}\p{Cs}\u{fdd0}-\u{fdef}\u{fffe}\u{ffff}]/gu, '')
    .trim();
}
