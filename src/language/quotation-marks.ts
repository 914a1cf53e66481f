import { rowForLanguage } from './fallback-languages.ts';

type Pair = readonly [open: string, close: string];

/** `double`: the marks of a quotation; `single`: those of a nested quotation. */
export interface QuotationMarks {
  readonly double: Pair;
  readonly single: Pair;
}

/** CLDR's delimiters (outer, inner); exceptions have their reason beside them. */
const MARKS: Readonly<Record<string, string>> = {
  en: '“ ” ‘ ’',
  ko: '“ ” ‘ ’',
  'zh-Hans': '“ ” ‘ ’',
  'zh-Hant': '「 」 『 』',
  ja: '「 」 『 』',
  de: '„ “ ‚ ‘',
  // Swiss newspapers use guillemets that point outwards, without spaces.
  'de-CH': '« » ‹ ›',
  // CLDR repeats the guillemets inside; newspapers use “ ” there. Spaces: see below.
  fr: '« » “ ”',
  'fr-CH': '« » ‹ ›',
  es: '“ ” ‘ ’',
  // Arabic newspapers use guillemets, which Unicode mirrors in right-to-left text. CLDR's
  // ” “ are not mirrored and would be reversed in left-to-right text.
  ar: '« » ‹ ›',
  bg: '„ “ ‚ ‘',
  ca: '« » “ ”',
  cs: '„ “ ‚ ‘',
  da: '“ ” ‘ ’',
  el: '« » “ ”',
  et: '„ “ ‚ ‘',
  fa: '« » ‹ ›',
  fi: '” ” ’ ’',
  he: '” ” ’ ’',
  hr: '„ “ ‚ ‘',
  hu: '„ ” » «',
  is: '„ “ ‚ ‘',
  it: '« » “ ”',
  lt: '„ “ ‚ ‘',
  // CLDR has ‘ ’ on both levels.
  nl: '“ ” ‘ ’',
  nb: '« » ‘ ’',
  nn: '« » ‘ ’',
  no: '« » ‘ ’',
  pl: '„ ” « »',
  'pt-PT': '« » “ ”',
  ro: '„ ” « »',
  ru: '« » „ “',
  sk: '„ “ ‚ ‘',
  sl: '„ “ ‚ ‘',
  sr: '„ ” ’ ’',
  sv: '” ” ’ ’',
  uk: '« » „ “',
};

/** French uses a narrow no-break space inside guillemets; Swiss French uses none. */
const SPACE_INSIDE_GUILLEMETS = '\u202f';

/** A language's quotation marks; English ones if the language is not in the table. */
export function quotationMarks(language: string): QuotationMarks {
  const found = rowForLanguage(MARKS, language);
  const [open = '“', close = '”', innerOpen = '‘', innerClose = '’'] =
    found?.row.split(' ') ?? [];
  const space = found?.language === 'fr' ? SPACE_INSIDE_GUILLEMETS : '';
  return { double: [open + space, space + close], single: [innerOpen, innerClose] };
}
