import { toAmerican } from './american-spelling.ts';
import { simplifiedWords, toSimplified } from './chinese-forms.ts';
import { koreanEndings, koreanQuery } from './korean-endings.ts';

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
  ٱ: 'ا',
  ـ: '',
  // Characters of Chinese names that people type in either form.
  臺: '台',
  裡: '裏',
  爲: '為',
  羣: '群',
  峯: '峰',
  啓: '啟',
};
const letter = new RegExp(`[${Object.keys(letters).join('')}]`, 'gu');

/** What people type without keys for these letters. */
const twoLetters: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ø: 'oe',
  å: 'aa',
};

/** Languages whose readers have keys for these letters, and whose texts are full of them. */
const withKeys = ['az', 'da', 'et', 'fi', 'hu', 'is', 'nb', 'nn', 'no', 'sv', 'tk', 'tr'];

/** A run of letters, marks and numbers. */
export const searchedWord = /[\p{L}\p{M}\p{N}ー]+/gu;

const apostrophe = /(?<=\p{L}\p{M}*)['’ʼ＇](?=\p{L})/u;

/** Removes marks as in the index, except those that make another kana. */
function withoutMarks(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(/(?![\u3099\u309a])\p{M}/gu, '')
    .normalize('NFC');
}

/**
 * Normalizes a word for comparison: lower case, no marks, letters of a basic keyboard, American
 * spelling in English, hiragana in Japanese, and simplified characters in Chinese.
 */
export function foldWord(word: string, language: string): string {
  const plain = withoutMarks(word.normalize('NFKC')).replace(
    letter,
    (sign) => letters[sign] ?? '',
  );
  if (isIn(language, 'en')) return toAmerican(plain);
  if (isIn(language, 'zh')) return toSimplified(plain);
  return isIn(language, 'ja') ? toHiragana(plain) : plain;
}

/**
 * What finds a word of a text besides its beginning, in lower case: its other spellings, what follows
 * an apostrophe (`oeuvre` of `l’œuvre`) or an Arabic article, and the words that a Korean compound may
 * end with, which have a form of their own (`koreanEndings`).
 *
 * @param word letters, numbers, and the apostrophes between them
 */
export function searchForms(word: string, language: string): string[] {
  const [first = '', ...others] = word.split(apostrophe);
  const parts = others.filter((part) => [...part].length > 2);
  const forms = new Set(formsOf(first, language));
  for (const part of parts) {
    forms.add(part.toLowerCase());
    for (const form of formsOf(part, language)) forms.add(form);
  }
  forms.delete(withoutMarks(first));
  forms.delete('');
  return [...forms];
}

function formsOf(word: string, language: string): string[] {
  const folded = foldWord(word, language);
  if (isIn(language, 'zh') && folded.length === word.length)
    return simplifiedWords(word.toLowerCase(), folded);
  return [
    folded,
    ...otherLetters(word, language),
    ...(isIn(language, 'ko') ? koreanEndings(word) : []),
    ...(isIn(language, 'ar') ? withoutArticles(folded) : []),
  ];
}

/** A word or quoted phrase as typed, followed by its other spellings. Any of them may be found. */
export function queryForms(query: string, language: string): string[] {
  const isPhrase = query.startsWith('"');
  const each = (change: (word: string) => string) => query.replace(searchedWord, change);
  const forms = new Set([each((word) => foldWord(word, language))]);
  for (const form of otherLetters(query, language))
    forms.add(form.replace(searchedWord, (word) => foldWord(word, language)));
  if (!isPhrase) {
    if (isIn(language, 'ko')) for (const form of koreanQuery(query)) forms.add(form);
    if (isIn(language, 'ar'))
      for (const form of withoutArticles(foldWord(query, language))) forms.add(form);
    const [, ...others] = query.split(apostrophe);
    for (const part of others) if ([...part].length > 2) forms.add(foldWord(part, language));
    if (/^[\d\s]+$/u.test(query)) forms.add(query.replace(/\s/gu, ''));
  }
  forms.delete(withoutMarks(query));
  forms.delete('');
  return [query, ...forms];
}

/** `Göring` also as `goering`; empty for a word without such letters. */
function otherLetters(word: string, language: string): string[] {
  if (withKeys.some((tag) => isIn(language, tag))) return [];
  const lower = word.normalize('NFC').toLowerCase();
  const text = lower.replace(/[äöüøå]/gu, (sign) => twoLetters[sign] ?? sign);
  return text === lower ? [] : [text.replace(searchedWord, (part) => foldWord(part, language))];
}

/**
 * An Arabic word without `and`, prepositions and article, which are written as one word with it. The
 * word is folded. Words of two letters remain whole.
 */
function withoutArticles(word: string): string[] {
  const [, noun] = /^[وف]?(?:[بك]?ال|لل)(\p{L}{3,})$/u.exec(word) ?? [];
  const [, other] = /^و(\p{L}{4,})$/u.exec(word) ?? [];
  return [noun, other].filter((form) => form !== undefined);
}

function toHiragana(word: string): string {
  return word.replace(/[ァ-ヶ]/gu, (sign) =>
    String.fromCodePoint((sign.codePointAt(0) ?? 0) - 0x60),
  );
}

function isIn(language: string, tag: string): boolean {
  return language.toLowerCase().split('-', 1)[0] === tag;
}
