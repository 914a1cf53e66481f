import { intlLocales } from './intl-locales.ts';

/** The names of an index that begin with one letter, in order. */
export interface Initial<Item> {
  /** `A`, `ㄱ`, `か`, `5 畫`; `0–9` for all digits. */
  readonly letter: string;
  readonly items: readonly Item[];
}

/** Letters without a Unicode decomposition, as indexes file them where they are not letters of their own. */
const folded: Readonly<Record<string, string>> = {
  æ: 'a',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ø: 'o',
  œ: 'o',
  ß: 's',
  þ: 't',
  ŧ: 't',
  // The alif with a hamza or a madda, and the alif of the Koran.
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
};

/** Letters of `folded` that are letters of their own, by language. */
const ownLetters: Readonly<Record<string, string>> = {
  da: 'æø',
  fo: 'æðø',
  hr: 'đ',
  is: 'æðþ',
  mt: 'ħ',
  nb: 'æø',
  nn: 'æø',
  no: 'æø',
  pl: 'ł',
  se: 'đŧ',
  tr: 'ı',
  vi: 'đ',
};

/** The initial consonants of Hangul syllables in the order of Unicode, doubled ones as single. */
const consonants = 'ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ';

/** The rows of kana: the first sign of each, and what else is in it. */
const kanaRows: readonly (readonly [row: string, signs: RegExp])[] = [
  ['あ', /[ぁ-おゔ]/u],
  ['か', /[か-ごゕゖ]/u],
  ['さ', /[さ-ぞ]/u],
  ['た', /[た-ど]/u],
  ['な', /[な-の]/u],
  ['は', /[は-ぽ]/u],
  ['ま', /[ま-も]/u],
  ['や', /[ゃ-よ]/u],
  ['ら', /[ら-ろ]/u],
  ['わ', /[ゎ-ん]/u],
];

/** Words that begin with alif and lam, but not with the article: God, and nouns of the eighth form. */
const withoutArticle =
  /^(?:الله|الت(?:باس|ئام|حاق|حام|زام|ماس|هاب|واء|فاف|فات|قاء|قاط))(?!\p{L})/u;

const digits = '0–9';

/**
 * Divides names into letters as an index of the language does: digits first, Latin letters without
 * marks that are no letters of their own, Hangul by its first consonant, kana by rows, Chinese
 * characters by pinyin, strokes or together, Arabic without the article. Letters and their items
 * are in the order of the language.
 */
export function toInitials<Item>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
  language: string,
): Initial<Item>[] {
  const letterOf = createLetterOf(language);
  const { compare } = new Intl.Collator(intlLocales(language), { numeric: true });
  const byLetter = Map.groupBy(sortNames(items, nameOf, language), (item) =>
    letterOf(nameOf(item)),
  );
  const isDigits = (letter: string) => Number(letter !== digits);
  return [...byLetter]
    .map(([letter, own]) => ({ letter, items: own }))
    .sort((a, b) => isDigits(a.letter) - isDigits(b.letter) || compare(a.letter, b.letter));
}

/** Sorts by name in the order of a language; Arabic names without the article. */
export function sortNames<Item>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
  language: string,
): Item[] {
  const { compare } = new Intl.Collator(intlLocales(language), { numeric: true });
  return items
    .map((item) => ({ item, key: filedName(nameOf(item)) }))
    .sort((a, b) => compare(a.key, b.key))
    .map(({ item }) => item);
}

/** A name from its first letter or digit, without an Arabic article. */
function filedName(name: string): string {
  const start = name.normalize('NFKC').replace(/^[^\p{L}\p{N}]+/u, '');
  const rest = start.replace(/^ال(?=\p{L}{2})/u, '');
  return withoutArticle.test(start) ? start : rest;
}

function createLetterOf(language: string): (name: string) => string {
  const locales = intlLocales(language);
  const { compare } = new Intl.Collator(locales, { sensitivity: 'base' });
  const han = createHanLetter(language);
  const { language: base } = new Intl.Locale(locales[0] ?? 'en');
  const own = ownLetters[base] ?? '';
  return (name) => {
    const filed = filedName(name);
    const [first = ''] = filed;
    if (first === '' || /\p{N}/u.test(first)) return digits;
    if (/\p{sc=Hangul}/u.test(first)) return consonantOf(first);
    if (/[\p{sc=Hiragana}\p{sc=Katakana}]/u.test(first)) return kanaRowOf(first);
    if (/\p{sc=Han}/u.test(first)) return han(filed);
    const lower = first.toLocaleLowerCase(locales);
    const [plain = lower] = lower.normalize('NFD');
    const letter = compare(plain, lower) === 0 ? plain : lower;
    return (own.includes(letter) ? letter : (folded[letter] ?? letter)).toLocaleUpperCase(
      locales,
    );
  };
}

function consonantOf(sign: string): string {
  const code = sign.charCodeAt(0);
  const isSyllable = code >= 0xac00 && code <= 0xd7a3;
  return consonants[isSyllable ? Math.floor((code - 0xac00) / 588) : code - 0x1100] ?? sign;
}

function kanaRowOf(sign: string): string {
  const code = sign.charCodeAt(0);
  const isKatakana = code >= 0x30a1 && code <= 0x30f6;
  const hiragana = isKatakana ? String.fromCharCode(code - 0x60) : sign;
  return kanaRows.find(([, signs]) => signs.test(hiragana))?.[0] ?? 'わ';
}

/**
 * How a language files Chinese characters. CLDR's collations have a marker before the characters
 * of each letter or number of strokes: U+FDD0 and a letter, or U+FDD0 and U+2800 plus the number
 * (UTS 35, part 5, "Collation Indexes"). Elsewhere the reading of a name is unknown.
 */
function createHanLetter(language: string): (name: string) => string {
  const { language: base, script } = new Intl.Locale(
    intlLocales(language)[0] ?? 'en',
  ).maximize();
  if (base === 'ko') return () => '한자';
  if (base !== 'zh') return () => '漢字';
  const isTraditional = script === 'Hant';
  const { compare } = new Intl.Collator(
    isTraditional ? 'zh-Hant-u-co-stroke' : 'zh-Hans-u-co-pinyin',
  );
  const markers = isTraditional
    ? Array.from({ length: 48 }, (_, index) => [
        `${index + 1} 畫`,
        String.fromCharCode(0x2801 + index),
      ])
    : Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index)).map(
        (letter) => [letter, letter],
      );
  // The whole name: a character may have two readings, as in 重庆.
  return (name) =>
    markers.findLast(([, marker]) => compare(`\ufdd0${marker}`, name) <= 0)?.[0] ?? '漢字';
}
