import type { SearchRecord } from '../../src/outputs/search/search-record.ts';
import { createRandom } from '../corpus/create-random.ts';
import { anyRank, inflect, type SearchLanguage } from './news-words.ts';

/** Articles of a day. */
const aDay = 14;

/**
 * Creates the records of a large archive, without texts: `newsText` makes these when they are indexed. The
 * newest are of the end of 2025.
 */
export function* newsRecords(language: SearchLanguage, count: number): Generator<SearchRecord> {
  for (let index = 0; index < count; index += 1) {
    const random = createRandom(5, index);
    const day = new Date(Date.UTC(2025, 11, 31 - Math.floor(index / aDay)))
      .toISOString()
      .slice(0, 10);
    const section = random.whole(0, 7);
    yield {
      address: `/${language}/${day.replaceAll('-', '/')}/article-${index}/`,
      ...{ language, headline: sentence(language, random, 8), day, date: day },
      section: { slug: `section-${section}`, name: `Section ${section}` },
      topics: [`topic-${Math.floor(20_000 ** random.next())}`],
      authors: [`author-${Math.floor(800 ** random.next())}`],
      body: `${language} ${index}`,
    };
  }
}

/** Makes the text of an article by its key. */
export function newsText(key: string): string {
  const [language = 'en', index = '0'] = key.split(' ');
  return textOf(language as SearchLanguage, Number(index));
}

function textOf(language: SearchLanguage, index: number): string {
  const random = createRandom(6, index);
  // A third of an article's words are of its subject.
  const subject = Array.from({ length: 30 }, () => anyRank(random));
  const rankOf = () =>
    random.chance(0.35) ? (subject[random.whole(0, 29)] ?? 0) : anyRank(random);
  return Array.from({ length: 10 }, (_, place) => {
    const text = Array.from({ length: 4 }, () =>
      sentence(language, random, language === 'ko' ? 8 : 12, rankOf),
    ).join(' ');
    return `<p id="p-${place}">${text}</p>`;
  }).join('\n');
}

function sentence(
  language: SearchLanguage,
  random: ReturnType<typeof createRandom>,
  length: number,
  rankOf = () => anyRank(random),
): string {
  const words = Array.from({ length }, () => inflect(language, rankOf(), random));
  return `${words.join(' ')}.`;
}
