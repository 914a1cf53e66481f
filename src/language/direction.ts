import { fallbackLanguages } from './fallback-languages.ts';

/** Scripts written from right to left (Unicode; ISO 15924 codes). */
const RIGHT_TO_LEFT = new Set(
  (
    'Adlm Arab Aran Armi Avst Chrs Cprt Elym Gara Hatr Hebr Hung Khar Lydi Mand Mani Mend Merc Mero ' +
    'Narb Nbat Nkoo Orkh Palm Phli Phlp Phnx Prti Rohg Samr Sarb Sogd Syrc Syre Syrj Syrn Thaa Todr Yezi'
  ).split(' '),
);

/**
 * The direction of a language's writing, by its script subtag or the script it is most
 * likely written in (`ar`, `he`, `ur`, `pa-PK` -> rtl; `ar-Latn` -> ltr). Unknown: ltr.
 */
export function directionOf(language: string): 'ltr' | 'rtl' {
  // The most special one names the script.
  const [, script = ''] = fallbackLanguages(language)[0]?.split('-') ?? [];
  return RIGHT_TO_LEFT.has(script) ? 'rtl' : 'ltr';
}

/** The direction of a text in a text: nothing where both run the same way. */
export function directionWithin(
  outer: string,
  inner: string,
): { readonly direction?: 'ltr' | 'rtl' } {
  const direction = directionOf(inner);
  return direction === directionOf(outer) ? {} : { direction };
}
