/**
 * Readers of Chinese find articles in the other script: words with traditional characters are indexed in
 * simplified ones too, and queries are searched for in both.
 */
let simplified: ReadonlyMap<string, string> = new Map();

/** Loads the table of characters if the language is Chinese: 10 kB that other readers do not load. */
export async function loadChinese(language: string): Promise<void> {
  if (simplified.size > 0 || !/^zh\b/iu.test(language)) return;
  const { traditionalCharacters } = await import('./traditional-characters.ts');
  simplified = new Map(traditionalCharacters);
}

/** In simplified characters, each in its place; unchanged before `loadChinese`. */
export function toSimplified(text: string): string {
  return text.replace(/\p{sc=Han}/gu, (sign) => simplified.get(sign) ?? sign);
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * The index terms for words of a run of Chinese characters that differ in simplified characters: each
 * word in simplified form, and its endings, since the index matches prefixes.
 * `folded` is the run in simplified characters, of the same length.
 */
export function simplifiedWords(run: string, folded: string): string[] {
  return [...segmenter.segment(folded)]
    .filter(({ segment, index }) => run.slice(index, index + segment.length) !== segment)
    .flatMap(({ segment }) =>
      segment.length < 3
        ? [segment]
        : Array.from({ length: segment.length - 1 }, (_, from) => segment.slice(from)),
    );
}
