/**
 * The words of the directory of a large search index, which says what part of the index has a word. They
 * are those of the index, shortened where a language has too many, and words that represent the values
 * of filters.
 */

/** Syllables of a Korean word, and of the code of one (see `korean-endings.ts`). */
const koreanSyllables = 3;

/** Three letters for each syllable, after `q`. */
const koreanCode = /^q(?:[a-z]{3})+/u;

/** Signs that no reader types. The indexer takes them for letters. */
const signs = { filter: '\u02ac', rest: '\u02ad' } as const;

/**
 * The words of the directory for a word of the index, or for each word of a query. Korean writes particles
 * and compounds as one word, and has millions: they are shortened to three syllables, and the next three
 * are a word of their own. Words that begin with one another do so when they are short too.
 */
export function toDirectoryWords(text: string, language: string): string[] {
  const words = text.split(' ').filter((word) => word !== '');
  if (language.toLowerCase().split('-', 1)[0] !== 'ko') return words;
  return words.flatMap((word) => {
    const [code] = koreanCode.exec(word) ?? [];
    const composed = word.normalize('NFC');
    if (code === undefined && !/^[가-힣]/u.test(composed)) return [word];
    const [start, length] = code === undefined ? ['', 1] : ['q', 3];
    const letters = code === undefined ? [...composed] : [...code.slice(1)];
    const pieceAt = (place: number) =>
      letters
        .slice(place * koreanSyllables * length, (place + 1) * koreanSyllables * length)
        .join('')
        .normalize('NFD');
    const rest = pieceAt(1);
    return [start + pieceAt(0), ...(rest === '' ? [] : [`${signs.rest}${start}${rest}`])];
  });
}

/** The word that represents a value of a filter. No stemmer changes its digits. */
export function filterWord(name: string, value: string): string {
  const text = `${name}:${value}`;
  return `${signs.filter}${[7, 31].map((seed) => String(hashOf(text, seed)).padStart(10, '0')).join('')}`;
}

/** FNV-1a of the UTF-16 codes of a text, 32 bits. */
function hashOf(text: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
