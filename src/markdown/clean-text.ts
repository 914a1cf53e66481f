// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufdd0-\ufdef\ufffe\uffff]|[\u{1fffe}\u{1ffff}]/gu;

/**
 * Text without what HTML and XML forbid (control characters, noncharacters, halves of
 * surrogate pairs): U+FFFD stands there instead, as for U+0000 in CommonMark 2.3. Lines
 * end in `\n`; no line or column moves.
 */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(/\r\n?/gu, '\n').replace(forbidden, '\uFFFD');
}
