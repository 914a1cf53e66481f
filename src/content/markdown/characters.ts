/**
 * Normalizes text to NFC, because macOS writes NFD. Keeps CJK compatibility ideographs: NFC
 * would replace the glyphs of names (U+FA19 is a variant of 神).
 */
export function compose(text: string): string {
  return text.replace(/[^\uF900-\uFAFF\u{2F800}-\u{2FA1F}]+/gu, (run) => run.normalize('NFC'));
}

/**
 * Matches an invisible character. Default_Ignorable_Code_Point covers joiners, fillers and
 * variation selectors (UAX #44).
 */
export const invisible = /[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]/u;
const visible = /[^\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]/u;

export function isVisible(text: string): boolean {
  return visible.test(text);
}

/**
 * A script property is slow to match. Each check first tries a class of a few ranges that
 * contains it; most texts match none.
 */

const perhapsSquare = /[\u2e80-\uffff]/;
const square = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Yi}]/u;

/**
 * Whether a text contains full-width scripts that are written without spaces: Chinese,
 * Japanese, Yi.
 */
export function hasSquare(text: string): boolean {
  return perhapsSquare.test(text) && square.test(text);
}

const perhapsRightToLeft = /[\u0590-\u08ff\ud800-\udfff\ufb1d-\ufeff]/;
const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Script=Hanifi_Rohingya}\p{Script=Mandaic}\p{Script=Samaritan}]/u;

export function hasRightToLeft(text: string): boolean {
  return perhapsRightToLeft.test(text) && rightToLeft.test(text);
}
