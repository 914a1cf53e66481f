/** Private-use characters: cleaned text never contains them. */
const FIRST_SLOT = 0xe000;

/**
 * Splits a sentence of the interface, so that a page can print links as its arguments: text
 * stays text, and a number is the index of the argument (from 0). `splitSentence((a, b) =>
 * `${a} via ${b}`)` -> `[0, ' via ', 1]`
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
