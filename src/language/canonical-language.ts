/** BCP 47 reserves primary subtags of four or more letters: `english` is not a language tag. */
const PRIMARY_SUBTAG = /^[a-z]{2,3}(?:-|$)/i;

/**
 * The canonical form of a BCP 47 language tag (`ZH-hans` -> `zh-Hans`, `iw` -> `he`), or
 * undefined if the text is not a tag. Never throws. Does not look up subtags in the registry:
 * an unassigned `xx` passes. @see https://www.rfc-editor.org/rfc/rfc5646#section-4.5
 */
export function canonicalLanguage(tag: string): string | undefined {
  if (!PRIMARY_SUBTAG.test(tag)) return undefined;
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}
