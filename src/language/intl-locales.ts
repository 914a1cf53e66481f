import { canonicalLanguage } from './canonical-language.ts';

/**
 * The list of locales to hand to `Intl` for a language: never empty and never a bad tag, and
 * `last` ends it, for `Intl` would serve a language it does not know in the process's own.
 */
export function intlLocales(language: string, last = 'en'): string[] {
  const canonical = canonicalLanguage(language);
  return canonical === undefined ? [last] : [canonical, last];
}
