/** A primary subtag of four letters or more is reserved in BCP 47: `english` is no language tag. */
const PRIMARY_SUBTAG = /^[a-z]{2,3}(?:-|$)/i;

/**
 * The canonical form of a BCP 47 language tag (`ZH-hans` -> `zh-Hans`, `iw` -> `he`), or
 * undefined where the text is no such tag. Never throws. Subtags are not looked up in the
 * registry: an unassigned `xx` passes.
 * @see https://www.rfc-editor.org/rfc/rfc5646#section-4.5
 */
export function canonicalLanguage(tag: string): string | undefined {
  if (!PRIMARY_SUBTAG.test(tag)) return undefined;
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}
