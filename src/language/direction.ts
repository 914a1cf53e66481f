import { fallbackLanguages } from './fallback-languages.ts';

/** Right-to-left scripts (ISO 15924 codes, by Unicode). */
const RIGHT_TO_LEFT = new Set(
  (
    'Adlm Arab Aran Armi Avst Chrs Cprt Elym Gara Hatr Hebr Hung Khar Lydi Mand Mani Mend Merc Mero ' +
    'Narb Nbat Nkoo Orkh Palm Phli Phlp Phnx Prti Rohg Samr Sarb Sogd Syrc Syre Syrj Syrn Thaa Todr Yezi'
  ).split(' '),
);

/**
 * The direction of a language's script: of its script subtag, or of its most likely script
 * (`ar`, `he`, `ur`, `pa-PK` -> rtl; `ar-Latn` -> ltr). An unknown language is ltr.
 */
export function directionOf(language: string): 'ltr' | 'rtl' {
  // The most specific tag names the script.
  const [, script = ''] = fallbackLanguages(language)[0]?.split('-') ?? [];
  return RIGHT_TO_LEFT.has(script) ? 'rtl' : 'ltr';
}

/** The direction of a text inside another; undefined if both have the same direction. */
export function directionWithin(
  outer: string,
  inner: string,
): { readonly direction?: 'ltr' | 'rtl' } {
  const direction = directionOf(inner);
  return direction === directionOf(outer) ? {} : { direction };
}
