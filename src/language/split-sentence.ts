/** Private-use characters: no copy of an article or setting holds them. */
const FIRST_SLOT = 0xe000;

/**
 * Takes a sentence of the interface apart, so that a page can print links where its arguments
 * stand: text as it is, a number for the argument of that place (from 0).
 * `splitSentence((a, b) => `${a} via ${b}`)` -> `[0, ' via ', 1]`
 */
export function splitSentence(
  sentence: (...slots: string[]) => string,
): readonly (string | number)[] {
  const slots = Array.from({ length: sentence.length }, (_, index) =>
    String.fromCharCode(FIRST_SLOT + index),
  );
  const pieces = sentence(...slots).split(new RegExp(`([${slots.join('')}])`));
  return pieces
    .filter((piece) => piece !== '')
    .map((piece) => (slots.includes(piece) ? slots.indexOf(piece) : piece));
}
