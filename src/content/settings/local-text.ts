/** A text that may differ by language; `''` is the key of the one that serves them all. */
export type LocalText = Readonly<Record<string, string>>;

/**
 * The text for a language: its own, else that of its language without script or region, else
 * the common one, else the first in the order of `languages`, else the first there is.
 */
export function localText(
  text: LocalText,
  language: string,
  languages: readonly string[] = [],
): string {
  return localValue(text, language, languages) ?? '';
}

/** The same of anything that may differ by language; undefined where there is nothing at all. */
export function localValue<T>(
  values: Readonly<Record<string, T>>,
  language: string,
  languages: readonly string[] = [],
): T | undefined {
  const base = language.split('-')[0] ?? language;
  for (const key of [language, base, '', ...languages]) {
    const found = values[key];
    if (found !== undefined) return found;
  }
  return Object.values(values)[0];
}
