import { rowForLanguage } from './fallback-languages.ts';
import { intlLocales } from './intl-locales.ts';

/**
 * Names in one line, as a byline has them: `A, B and C`, `A、B和C`. English goes without the
 * serial comma, as in most newspapers; Korean bylines join names by a middle dot (`A·B·C`),
 * for a foreign name written in Hangul has spaces, but no dot.
 */
export function joinNames(names: readonly string[], language: string): string {
  const korean = rowForLanguage({ ko: '·' }, language);
  if (korean !== undefined) return names.join(korean.row);
  // To `Intl`, `en` alone means the American rules.
  const locales = intlLocales(/^en\b/i.test(language) ? 'en-GB' : language, 'en-GB');
  const key = String(locales);
  const list = lists.get(key) ?? new Intl.ListFormat(locales, { type: 'conjunction' });
  lists.set(key, list);
  return list.format(names);
}

/** Made once for each language: making one costs more than using it. */
const lists = new Map<string, Intl.ListFormat>();
