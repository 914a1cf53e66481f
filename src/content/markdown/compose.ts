/**
 * Text in NFC, as macOS does not write it. CJK compatibility ideographs stay: NFC would put other
 * glyphs into names (U+FA19 is a form of 神 of its own).
 */
export function compose(text: string): string {
  return text.replace(/[^\uF900-\uFAFF\u{2F800}-\u{2FA1F}]+/gu, (run) => run.normalize('NFC'));
}
