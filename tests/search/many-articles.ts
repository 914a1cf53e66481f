import type { SearchRecord } from '../../src/outputs/search/search-record.ts';

/** Languages of which `manyArticles` can make articles. */
export const proseLanguages = ['en', 'ko', 'ja', 'zh-Hans', 'ar'] as const;

type ProseLanguage = (typeof proseLanguages)[number] | 'de' | 'zh-Hant';

/**
 * Creates records of articles in a language for a search index, with as many different words as news
 * has: frequencies follow Zipf's law. They are a day apart, the last is of 2026-01-06. The key of a text
 * is the text itself.
 */
export function manyArticles(language: ProseLanguage, count: number): SearchRecord[] {
  const random = createRandom(language.length * 7919 + language.charCodeAt(0));
  return Array.from({ length: count }, (_, index): SearchRecord => {
    // Half of an article's words are of its subject.
    const subject = Array.from({ length: 40 }, () => Math.floor(vocabulary ** random()) - 1);
    const rankOf = () =>
      random() < 0.5
        ? (subject[Math.floor(40 ** random()) - 1] ?? 0)
        : Math.floor(vocabulary ** random()) - 1;
    const day = new Date(Date.UTC(2026, 0, 6 - index)).toISOString().slice(0, 10);
    const headline = sentence(language, random, { length: 8, rankOf });
    const paragraphs = Array.from({ length: 12 }, (_, place) => {
      const text = Array.from({ length: 4 }, () =>
        sentence(language, random, { length: 13, rankOf }),
      ).join(' ');
      return `<p id="p-${index}-${place}">${text}</p>`;
    });
    return {
      address: `/${language}/${day}/a${index}/`,
      ...{
        language,
        headline,
        day,
        date: day,
        topics: [`topic-${index % 40}`],
        authors: [`author-${index % 30}`],
      },
      section: { slug: `section-${index % 6}`, name: `Section ${index % 6}` },
      body: paragraphs.join('\n'),
    };
  });
}

function sentence(
  language: ProseLanguage,
  random: () => number,
  { length, rankOf }: { readonly length: number; readonly rankOf: () => number },
): string {
  const { space, stop } = scripts[language];
  const words = Array.from({ length }, () => {
    return inflect(language, wordAt(language, rankOf()), random);
  });
  return `${words.join(space)}${stop}`;
}

/** Different words of a language, before they are inflected and joined. */
const vocabulary = 20_000;

const consonants = [
  'b',
  'd',
  'f',
  'g',
  'k',
  'l',
  'm',
  'n',
  'p',
  'r',
  's',
  't',
  'v',
  'st',
  'tr',
];
const vowels = ['a', 'e', 'i', 'o', 'u', 'ea', 'ou'];
const roots = [...'بتثجحخدرزسشصطعغفقكلمنهي'];

const scripts: Record<ProseLanguage, { readonly space: string; readonly stop: string }> = {
  en: { space: ' ', stop: '.' },
  de: { space: ' ', stop: '.' },
  ko: { space: ' ', stop: '.' },
  ja: { space: '', stop: '。' },
  'zh-Hans': { space: '', stop: '。' },
  'zh-Hant': { space: '', stop: '。' },
  ar: { space: ' ', stop: '.' },
};

/** A word by its rank: 0 is the most frequent. */
export function wordAt(language: ProseLanguage, rank: number): string {
  const mixed = createRandom(rank + 1);
  const pick = (list: readonly string[]) => list[Math.floor(mixed() * list.length)] ?? '';
  const sign = (from: number, count: number) =>
    String.fromCodePoint(from + Math.floor(mixed() ** 2 * count));
  const times = (count: number, make: () => string) =>
    Array.from({ length: count }, make).join('');
  switch (language) {
    case 'en':
    case 'de':
      return (
        times(1 + Math.floor(mixed() * 3), () => pick(consonants) + pick(vowels)) +
        pick(consonants)
      );
    case 'ar':
      return `${pick(roots)}${pick(['', 'ا', 'و'])}${pick(roots)}${pick(['', 'ي'])}${pick(roots)}${pick(['', 'ة'])}`;
    case 'ko':
      return times(2, () => String.fromCodePoint(0xac00 + Math.floor(mixed() ** 2 * 400) * 27));
    default:
      return times(2, () => sign(0x4e00, 3000));
  }
}

/** Adds what the language joins to its words: particles, articles, or another word. */
function inflect(language: ProseLanguage, word: string, random: () => number): string {
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  const other = () => wordAt(language, Math.floor(vocabulary ** random()) - 1);
  switch (language) {
    case 'en':
      return word + pick(['', '', 's', 'ed', 'ing']);
    case 'de':
      return (
        (random() < 0.12 ? other() + pick(['', 's', 'en']) : '') +
        word +
        pick(['', '', 'e', 'en', 'er', 's'])
      );
    case 'ar':
      return pick(['', 'ال', 'ال', 'وال', 'بال']) + word;
    case 'ko':
      return word + (random() < 0.3 ? other() : '') + pick(['은', '을', '의', '에서', '으로']);
    case 'ja':
      return word + (random() < 0.3 ? other() : '') + pick(['は', 'を', 'の', 'から', 'した']);
    case 'zh-Hans':
    case 'zh-Hant':
      return word + pick(['的', '在', '', '', '了']);
  }
}

/** Numbers from 0 to 1, the same each time (mulberry32). */
function createRandom(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}
