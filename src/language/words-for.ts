import { rowForLanguage } from './fallback-languages.ts';
import { ar } from './words/ar.ts';
import { de } from './words/de.ts';
import { en } from './words/en.ts';
import { es } from './words/es.ts';
import { fr } from './words/fr.ts';
import { ja } from './words/ja.ts';
import { ko } from './words/ko.ts';
import { zhHans } from './words/zh-hans.ts';
import { zhHant } from './words/zh-hant.ts';
import type { Words } from './words.ts';

/** The languages of the interface by BCP 47 tag. */
export const WORDS = {
  en,
  ko,
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  ja,
  de,
  fr,
  es,
  ar,
} as const satisfies Readonly<Record<string, Words>>;

/**
 * The interface's words for a BCP 47 tag, in any case: of the language itself, else of its
 * fallback (`zh-TW` -> `zh-Hant`, `fr-CA` -> `fr`), else English with `known` false. `language`
 * is the tag of the returned words.
 */
export function wordsFor(language: string): { words: Words; language: string; known: boolean } {
  const found = rowForLanguage<Words>(WORDS, language);
  if (found === undefined) return { words: en, language: 'en', known: false };
  return { words: found.row, language: found.language, known: true };
}
