const forbidden = /[[\p{Cc}--[\t\n]]\p{Noncharacter_Code_Point}]/gv;

/**
 * Text without what HTML and XML forbid (control characters, noncharacters, halves of
 * surrogate pairs): U+FFFD stands there instead, as for U+0000 in CommonMark 2.3. Lines
 * end in `\n`; no line or column moves.
 */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(/\r\n?/gu, '\n').replace(forbidden, '\uFFFD');
}
