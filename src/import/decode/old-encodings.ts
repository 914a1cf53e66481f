import { decodeAs } from './decode-as.ts';

/** Encodings to try for bytes that are no UTF-8, by the language of the text. */
const oldEncodings: readonly [language: RegExp, encoding: string][] = [
  [/^ko\b/iu, 'euc-kr'],
  // Its bytes fit Shift_JIS too, as a text of half-width letters.
  [/^ja\b/iu, 'euc-jp'],
  [/^ja\b/iu, 'shift_jis'],
  [/^zh-(?:hant|tw|hk)\b/iu, 'big5'],
  [/^zh\b/iu, 'gb18030'],
  [/^(?:ru|uk|bg|sr)\b/iu, 'windows-1251'],
  [/^ar\b/iu, 'windows-1256'],
];

/** The encoding that bytes which are no UTF-8 may have by their language: a guess. */
export function guessEncoding(bytes: Uint8Array, language: string): string | undefined {
  return oldEncodings.find(
    ([known, encoding]) =>
      known.test(language) && decodeAs(bytes, encoding, 'strictly') !== undefined,
  )?.[1];
}
