/** A text by language. The key `''` holds the text for all languages. */
export type LocalText = Readonly<Record<string, string>>;

/**
 * The text for a language: its own, else that of the language without script or region, else the
 * one for all languages, else the first in the order of `languages`, else any.
 */
export function localText(
  text: LocalText,
  language: string,
  languages: readonly string[] = [],
): string {
  return localValue(text, language, languages) ?? '';
}

/** Like `localText`, for any kind of value; undefined if there is no value. */
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
