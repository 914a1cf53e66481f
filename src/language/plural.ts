import { intlLocales } from './intl-locales.ts';

/** Texts by plural category, with `#` for the number. */
export type PluralForms = { readonly other: string } & Partial<
  Readonly<Record<Intl.LDMLPluralRule, string>>
>;

/**
 * Creates a function that formats a count in one language: it chooses the form by CLDR's plural
 * rules and groups the number as the language does, in European digits.
 */
export function createPlural(language: string): (count: number, forms: PluralForms) => string {
  const rules = new Intl.PluralRules(intlLocales(language));
  const numbers = new Intl.NumberFormat(intlLocales(language), { numberingSystem: 'latn' });
  return (count, forms) => {
    const form = forms[rules.select(count)] ?? forms.other;
    return form.replaceAll('#', numbers.format(count));
  };
}
