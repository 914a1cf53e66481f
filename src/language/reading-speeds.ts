/**
 * Words a minute, read aloud by adults in their own language: means of 25 readers or more of
 * ten texts each. All seventeen languages but those that are counted by characters.
 * @see https://doi.org/10.1167/iovs.11-8284 Trauzettel-Klosinski and Dietz, IReST, 2012
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

/** The mean of all seventeen, for a language that was not measured. */
export const usualWordsPerMinute = 184;

/** Characters a minute of scripts in which words are not counted, with spaces left out. */
export const charactersPerMinute = {
  chinese: 255,
  japanese: 357,
  // Not measured: a character is a syllable, and the mean of the seventeen is 370 syllables.
  korean: 370,
} as const;

/** Characters to a word, from the same texts: 158 words of Chinese a minute, 193 of Japanese. */
export const charactersPerWord = { chinese: 255 / 158, japanese: 357 / 193 } as const;
