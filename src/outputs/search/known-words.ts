import { searchedWord } from '../../language/search-forms.ts';
import { compareText } from '../../publication/edition/compare-text.ts';
import type { SearchRecord } from './search-record.ts';

/** The most words of a language: about 15 KB, loaded only if nothing was found. */
const max = 4000;

/** Scripts without spaces between words. */
const spaceless =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Khmer}\p{sc=Lao}]/u;

/** Words with how often they occur, in the order of the text. */
export type WordCounts = readonly (readonly [word: string, count: number])[];

/**
 * Counts the words of headlines, standfirsts, bylines and sections, in lower case. Short words and
 * numbers are not counted, nor words of scripts without spaces.
 */
export function countWords(records: readonly SearchRecord[]): WordCounts {
  const counts = new Map<string, number>();
  for (const { headline, standfirst = '', byline = '', section } of records)
    for (const [word] of `${headline} ${standfirst} ${byline} ${section?.name ?? ''}`
      .normalize('NFC')
      .toLowerCase()
      .matchAll(searchedWord))
      if (isListed(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts];
}

/**
 * The most frequent words of the parts of a language: what a search proposes for a word that no article
 * has.
 */
export function listKnownWords(parts: readonly WordCounts[]): string[] {
  const counts = new Map<string, number>();
  for (const part of parts)
    for (const [word, count] of part) counts.set(word, (counts.get(word) ?? 0) + count);
  return [...counts]
    .sort(([one, a], [other, b]) => b - a || compareText(one, other))
    .slice(0, max)
    .map(([word]) => word);
}

function isListed(word: string): boolean {
  const { length } = [...word];
  const least = /\p{sc=Hangul}/u.test(word) ? 2 : 4;
  return length >= least && length <= 40 && !/\p{N}/u.test(word) && !spaceless.test(word);
}
