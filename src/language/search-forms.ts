import { toAmerican } from './american-spelling.ts';

/** Letters without a Unicode decomposition, as people without them type them. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ı: 'i',
  ĸ: 'k',
  ƒ: 'f',
  ə: 'e',
  // Arabic letters that are often typed without their dots, and the tatweel.
  ة: 'ه',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ـ: '',
};
const letter = new RegExp(`[${Object.keys(letters).join('')}]`, 'gu');

/** What Germans type without umlaut keys. */
const umlauts: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue' };

/** Removes marks as in the index, except those that make another kana. */
function withoutMarks(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(/(?![\u3099\u309a])\p{M}/gu, '')
    .normalize('NFC');
}

/**
 * Normalizes a word for comparison: lower case, no marks, letters of a basic keyboard, and
 * American spelling in English.
 */
export function foldWord(word: string, language: string): string {
  const plain = withoutMarks(word.normalize('NFKC')).replace(
    letter,
    (sign) => letters[sign] ?? '',
  );
  return isIn(language, 'en') ? toAmerican(plain) : plain;
}

/**
 * What finds a word besides its beginning, in lower case: its other spellings and, in Korean
 * and Japanese, which write compounds as one word, the words that it may end with.
 */
export function searchForms(word: string, language: string): string[] {
  const forms = new Set([foldWord(word, language), ...endingsOf(word, language)]);
  if (isIn(language, 'de')) forms.add(foldWord(replaceUmlauts(word), language));
  forms.delete(withoutMarks(word));
  forms.delete('');
  return [...forms];
}

/** A query as typed, followed by its other spellings. */
export function queryForms(query: string, language: string): string[] {
  const fold = (text: string) =>
    text.replace(/[\p{L}\p{M}\p{N}]+/gu, (word) => foldWord(word, language));
  const forms = new Set([fold(query)]);
  if (isIn(language, 'de')) forms.add(fold(replaceUmlauts(query)));
  forms.delete(withoutMarks(query));
  return [query, ...forms];
}

function replaceUmlauts(word: string): string {
  return word
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöü]/gu, (sign) => umlauts[sign] ?? sign);
}

/**
 * Scripts whose compounds contain no space, with the minimum length of a compound and of its
 * last word.
 */
const compounds: Readonly<Record<string, readonly (readonly [RegExp, number, number])[]>> = {
  // Three syllables are usually a word of two and a particle.
  ko: [[/\p{sc=Hangul}+/gu, 4, 2]],
  ja: [
    [/\p{sc=Han}+/gu, 3, 2],
    [/[\p{sc=Katakana}ー]+/gu, 5, 3],
  ],
};

/** Words do not start with a small kana, a long vowel mark or ン. */
const inner = /^[ーンァィゥェォッャュョヮ]/u;

function endingsOf(word: string, language: string): string[] {
  const rules = compounds[language.split('-', 1)[0]?.toLowerCase() ?? ''] ?? [];
  return rules.flatMap(([script, whole, last]) =>
    [...word.normalize('NFC').matchAll(script)].flatMap(([run]) => {
      const signs = [...run];
      if (signs.length < whole) return [];
      return signs
        .slice(1, signs.length - last + 1)
        .map((_, index) => signs.slice(index + 1).join(''))
        .filter((ending) => !inner.test(ending));
    }),
  );
}

function isIn(language: string, tag: string): boolean {
  return language.toLowerCase().split('-', 1)[0] === tag;
}
