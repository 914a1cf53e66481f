import { intlLocales } from './intl-locales.ts';

/** Texts by plural category, with `#` for the number. */
export type PluralForms = { readonly other: string } & Partial<
  Readonly<Record<Intl.LDMLPluralRule, string>>
>;

/** CLDR's plural category of a count in a language. */
export function pluralCategory(count: number, language: string): Intl.LDMLPluralRule {
  return rulesOf(language).rules.select(count);
}

/**
 * Formats a count in one language: chooses the form by CLDR's plural rules and groups the number as
 * the language does, in European digits.
 */
export function formatCount(
  count: number,
  forms: PluralForms,
  { language }: { readonly language: string },
): string {
  const form = forms[pluralCategory(count, language)] ?? forms.other;
  return form.replaceAll('#', rulesOf(language).numbers.format(count));
}

/** Created once for each language: creating one takes longer than using it. */
const known = new Map<string, ReturnType<typeof createRules>>();

function rulesOf(language: string) {
  const rules = known.get(language) ?? createRules(language);
  known.set(language, rules);
  return rules;
}

function createRules(language: string) {
  const locales = intlLocales(language);
  return {
    rules: new Intl.PluralRules(locales),
    numbers: new Intl.NumberFormat(locales, { numberingSystem: 'latn' }),
  };
}
