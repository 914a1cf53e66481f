/** Text as a page prints it: one line, NFC, without control characters. */
export function cleanText(value: string): string {
  return value
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Cs}\u{fdd0}-\u{fdef}\u{fffe}\u{ffff}]/gu, '')
    .trim();
}
