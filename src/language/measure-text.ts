import { rowForLanguage } from './fallback-languages.ts';

/** The length of a text. */
export interface TextLength {
  /**
   * For Chinese and Japanese, which do not separate words, an estimate from the number of
   * characters.
   */
  readonly words: number;
  /** The reading time in whole minutes, at least 1. */
  readonly minutes: number;
}

/** Flags of a character for the word count; a character may have several. */
const letter = 1;
const figure = 2;
/** Continues a word but does not start one: joiners inside Persian words, the soft hyphen. */
const mark = 4;
const apostrophe = 8;
const comma = 16;
const han = 32;
const kana = 64;
const hangul = 128;
/** Scripts without spaces between words, which need a dictionary: Thai, Lao, Khmer, Burmese. */
const joined = 256;
/** One or two UTF-16 units. */
const single = 512;
const pair = 1024;

const joinedScripts = String.raw`\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}`;
const traits: readonly (readonly [flag: number, pattern: RegExp])[] = [
  [letter, /[\p{L}\p{N}]/u],
  [figure, /\p{N}/u],
  [mark, /[\p{M}\u00AD\u200C\u200D]/u],
  [apostrophe, /['’.]/u],
  [comma, /,/u],
  [han, /[\p{sc=Han}\p{sc=Bopo}]/u],
  [kana, /[\p{sc=Hira}\p{sc=Kana}ー]/u],
  [hangul, /\p{sc=Hang}/u],
  [joined, new RegExp(`[${joinedScripts}]`, 'u')],
];
// The time for one run grows with the square of its length.
const joinedRuns = new RegExp(`[${joinedScripts}]{1,500}`, 'gu');

/**
 * Counts the words of a plain text and the minutes to read it. Each script is counted in its
 * own way in every language; the language decides how fast its words are read.
 */
export function measureText(text: string, language: string): TextLength {
  const perMinute = rowForLanguage(wordsPerMinute, language)?.row ?? usualWordsPerMinute;
  const { words, letters } = countWords(text, han | kana | joined);
  if (letters.size === 0) return { words, minutes: wholeMinutes(words / perMinute) };
  const composed = text.normalize('NFC');
  const plain = countWords(composed, han | kana | joined);
  const alphabetic = countWords(composed, han | kana | joined | hangul);
  const of = (script: number) => plain.letters.get(script) ?? 0;
  const chinese = rowForLanguage({ ja: true }, language) === undefined ? of(han) : 0;
  const japanese = of(kana) + of(han) - chinese;
  const found = dictionaryWords(composed);
  return {
    words: Math.round(
      chinese / charactersPerWord.chinese +
        japanese / charactersPerWord.japanese +
        plain.words +
        found,
    ),
    minutes: wholeMinutes(
      chinese / charactersPerMinute.chinese +
        japanese / charactersPerMinute.japanese +
        of(hangul) / charactersPerMinute.korean +
        (alphabetic.words + found) / perMinute,
    ),
  };
}

/**
 * Counts words by the Unicode rules (UAX 29): `don’t`, `3.14` and `1,234` are one word.
 * Excludes the scripts in `leftOut`; includes the letters of East Asian scripts. Much faster
 * than `Intl.Segmenter`.
 */
function countWords(text: string, leftOut: number) {
  let words = 0;
  let isWithin = false;
  const letters = new Map<number, number>();
  for (let at = 0; at < text.length; at++) {
    const own = known[text.charCodeAt(at)] || traitsAt(text, at);
    if ((own & pair) !== 0) at++;
    const script = own & (han | kana | hangul | joined);
    if (script !== 0) letters.set(script, (letters.get(script) ?? 0) + 1);
    if ((own & leftOut) !== 0) isWithin = false;
    else if ((own & letter) !== 0) {
      if (!isWithin) words++;
      isWithin = true;
    } else if (isWithin && (own & mark) === 0) {
      const next = (own & (apostrophe | comma)) === 0 ? 0 : traitsAt(text, at + 1);
      isWithin = (next & leftOut) === 0 && (next & (own & apostrophe ? letter : figure)) !== 0;
    }
  }
  return { words, letters };
}

/** The flags of known characters of one UTF-16 unit. */
const known = new Uint16Array(0x10000);

function traitsAt(text: string, at: number): number {
  const point = text.codePointAt(at) ?? 0;
  const kept = known[point];
  if (kept) return kept;
  const character = String.fromCodePoint(point);
  let found = character.length === 1 ? single : pair;
  for (const [flag, pattern] of traits) if (pattern.test(character)) found |= flag;
  if (character.length === 1 && !/\p{Cs}/u.test(character)) known[point] = found;
  return found;
}

function dictionaryWords(text: string): number {
  const runs = text.match(joinedRuns) ?? [];
  if (runs.length === 0) return 0;
  const segmenter = new Intl.Segmenter('th', { granularity: 'word' });
  let words = 0;
  for (const run of runs)
    for (const { isWordLike } of segmenter.segment(run)) if (isWordLike) words++;
  return words;
}

function wholeMinutes(minutes: number): number {
  return Math.max(1, Math.round(minutes));
}

/**
 * Words per minute, read aloud by adults in their native language: means of at least 25 readers
 * of ten texts each. All seventeen languages except those that are counted by characters. @see
 * https://doi.org/10.1167/iovs.11-8284 Trauzettel-Klosinski and Dietz, IReST, 2012
 */
export const wordsPerMinute: Readonly<Record<string, number>> = {
  ar: 138,
  de: 179,
  en: 228,
  es: 218,
  fi: 161,
  fr: 195,
  he: 187,
  it: 188,
  nl: 202,
  pl: 166,
  pt: 181,
  ru: 184,
  sl: 180,
  sv: 199,
  tr: 166,
};

/** The mean of all seventeen languages, for a language that was not measured. */
export const usualWordsPerMinute = 184;

/** Characters per minute, without spaces, of scripts in which words are not counted. */
export const charactersPerMinute = {
  chinese: 255,
  japanese: 357,
  // Not measured: a character is a syllable, and the mean of the seventeen is 370 syllables.
  korean: 370,
} as const;

/** Characters per word in the same texts: 158 words of Chinese a minute, 193 of Japanese. */
export const charactersPerWord = { chinese: 255 / 158, japanese: 357 / 193 } as const;
