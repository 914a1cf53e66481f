import { newsText } from './news-records.ts';
import { type SearchLanguage, wordOf } from './news-words.ts';

/** Words that no article has. */
const unknown: Record<SearchLanguage, string> = { en: 'zyxwvut', ko: '쀍뙓쫾' };

const ending: Record<SearchLanguage, string> = { en: 'ing', ko: '에서는' };

/** Queries of all kinds, by what they are. */
export function searchQueries(
  language: SearchLanguage,
  articles: number,
): Readonly<Record<string, string>> {
  const word = (rank: number) => wordOf(language, rank);
  const [, first = '', second = ''] = textAt(language, Math.floor(articles / 2));
  return {
    'a common word': word(3),
    'two common words': `${word(4)} ${word(9)}`,
    'two uncommon words': `${word(1500)} ${word(2500)}`,
    'a rare word': word(140_000),
    'another rare word': word(60_000),
    'a common and a rare word': `${word(5)} ${word(170_000)}`,
    'a word with an ending': word(3000) + ending[language],
    'a phrase': `"${first} ${second}"`,
    'a word that no article has': unknown[language],
  };
}

function textAt(language: SearchLanguage, index: number): string[] {
  return newsText(`${language} ${index}`)
    .replace(/<[^>]*>/gu, '')
    .split(/[\s.]+/u);
}
