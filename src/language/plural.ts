import { intlLocales } from './intl-locales.ts';

/** Texts by plural category, `#` standing for the number. */
export type PluralForms = { readonly other: string } & Partial<
  Readonly<Record<Intl.LDMLPluralRule, string>>
>;

/**
 * Makes the function that puts a count into words in one language: picks the form by CLDR's
 * plural rules and writes the number as that language groups it, in European digits.
 */
export function createPlural(language: string): (count: number, forms: PluralForms) => string {
  const rules = new Intl.PluralRules(intlLocales(language));
  const numbers = new Intl.NumberFormat(intlLocales(language), { numberingSystem: 'latn' });
  return (count, forms) => {
    const form = forms[rules.select(count)] ?? forms.other;
    return form.replaceAll('#', numbers.format(count));
  };
}
