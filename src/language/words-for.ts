import { fallbackLanguages } from './fallback-languages.ts';
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
 * Complete words of a publication's own, by the most specific form of a BCP 47 tag (the first of
 * `fallbackLanguages`). They replace those of `WORDS`.
 */
export type OwnWords = Readonly<Record<string, Words>>;

/**
 * The interface's words for a BCP 47 tag, in any case: of the language itself, else of its
 * fallback (`zh-TW` -> `zh-Hant`, `fr-CA` -> `fr`), else English with `known` false.
 */
export function wordsFor(
  language: string,
  own: OwnWords = {},
): { words: Words; known: boolean } {
  for (const tag of fallbackLanguages(language)) {
    const words = rowOf(own, tag) ?? rowOf(WORDS, tag);
    if (words !== undefined) return { words, known: true };
  }
  return { words: wordsFor('en', own).words, known: false };
}

function rowOf(table: OwnWords, tag: string): Words | undefined {
  return Object.hasOwn(table, tag) ? table[tag] : undefined;
}
