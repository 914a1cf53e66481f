import { intlLocales } from './intl-locales.ts';

/** Together these counts cover every plural category of CLDR. */
const samples = [...Array.from({ length: 121 }, (_, count) => count), 1_000_000];

/**
 * Formats a text with a count for a script that knows the count only later: one template for
 * each plural category of the language, with `#` for the number.
 */
export function countForms(
  language: string,
  format: (count: number) => string,
): Readonly<Record<string, string>> {
  const rules = new Intl.PluralRules(intlLocales(language));
  const numbers = new Intl.NumberFormat(intlLocales(language), { numberingSystem: 'latn' });
  const forms: Record<string, string> = {};
  for (const count of samples) {
    const category = rules.select(count);
    forms[category] ??= format(count).replace(numbers.format(count), '#');
  }
  return forms;
}
