import { canonicalLanguage } from './canonical-language.ts';

/**
 * The locales to pass to `Intl` for a language. The list is never empty, contains no invalid
 * tag, and ends with `last`: for an unknown language `Intl` would use the locale of the
 * process.
 */
export function intlLocales(language: string, last = 'en'): string[] {
  const canonical = canonicalLanguage(language);
  return canonical === undefined ? [last] : [canonical, last];
}
