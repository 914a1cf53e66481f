import { rowForLanguage } from './fallback-languages.ts';
import { intlLocales } from './intl-locales.ts';

/**
 * Joins names for a byline: `A, B and C`, `A、B和C`. English has no serial comma, as in most
 * newspapers. Korean joins names with a middle dot (`A·B·C`), because a foreign name in Hangul
 * contains spaces but no dot.
 */
export function joinNames(names: readonly string[], language: string): string {
  const korean = rowForLanguage({ ko: '·' }, language);
  if (korean !== undefined) return names.join(korean.row);
  // `Intl` applies American rules to plain `en`.
  const locales = intlLocales(/^en\b/i.test(language) ? 'en-GB' : language, 'en-GB');
  const key = String(locales);
  const list = lists.get(key) ?? new Intl.ListFormat(locales, { type: 'conjunction' });
  lists.set(key, list);
  return list.format(names);
}

/** Created once for each language: creating one takes longer than using it. */
const lists = new Map<string, Intl.ListFormat>();
