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
