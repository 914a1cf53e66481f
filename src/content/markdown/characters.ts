/**
 * Text in NFC, as macOS does not write it. CJK compatibility ideographs stay: NFC would put other
 * glyphs into names (U+FA19 is a form of 神 of its own).
 */
export function compose(text: string): string {
  return text.replace(/[^\uF900-\uFAFF\u{2F800}-\u{2FA1F}]+/gu, (run) => run.normalize('NFC'));
}

/**
 * A character that nobody sees. Default_Ignorable_Code_Point covers joiners, fillers and variation
 * selectors (UAX #44).
 */
export const invisible = /[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]/u;
const visible = /[^\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]/u;

export function isVisible(text: string): boolean {
  return visible.test(text);
}

/**
 * Whether a text has characters of some scripts. A class of scripts takes long over each character,
 * so one of few ranges that holds it is asked first: most texts have none of those.
 */

const perhapsSquare = /[\u2e80-\uffff]/;
const square = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Yi}]/u;

/** Scripts whose characters are squares, written without spaces: Chinese, Japanese, Yi. */
export function hasSquare(text: string): boolean {
  return perhapsSquare.test(text) && square.test(text);
}

const perhapsRightToLeft = /[\u0590-\u08ff\ud800-\udfff\ufb1d-\ufeff]/;
const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Script=Hanifi_Rohingya}\p{Script=Mandaic}\p{Script=Samaritan}]/u;

export function hasRightToLeft(text: string): boolean {
  return perhapsRightToLeft.test(text) && rightToLeft.test(text);
}
