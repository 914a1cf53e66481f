import type { ArticleWords } from './article-words.ts';

/** Start and end (exclusive) of some words. */
export type WordRange = readonly [start: number, end: number];

/** A full stop after one of these rarely ends a sentence: Mr., St., U.S., and `6.` of a date. */
const abbreviation =
  /(?:^|\s)["“(]?(?:\p{Lu}\p{Ll}{0,2}|(?:\p{Lu}\.)+\p{Lu}|(?<!·\s)\d{1,2})\.$/u;

/** For browsers without `Intl.Segmenter` (Firefox before 125). */
const sentence = /[^.!?。！？؟…]*(?:[.!?。！？؟…]+["”’»」』)\]]*\s*|$)/gu;

/** The sentences of the words from `start` to before `end`, in order and without gaps. */
export function splitSentences(
  { list, space }: ArticleWords,
  [start, end]: WordRange,
  language: string,
): WordRange[] {
  const words = list.slice(start, end);
  const text = words.join(space);
  const ends = new Set<number>();
  let at = 0;
  for (const segment of segmentsOf(text, language)) {
    at += segment.length;
    if (at > 0 && !abbreviation.test(segment.trimEnd())) ends.add(at);
  }
  const ranges: WordRange[] = [];
  let first = start;
  let place = 0;
  for (const [index, word] of words.entries()) {
    place += word.length + space.length;
    const isLast = index === words.length - 1;
    // A sentence without spaces may end within a word of the index.
    const endsHere = isLast || ends.has(place) || (space === '' && /[。！？]/u.test(word));
    if (!endsHere) continue;
    ranges.push([first, start + index + 1]);
    first = start + index + 1;
  }
  return ranges;
}

function segmentsOf(text: string, language: string): string[] {
  if (!('Segmenter' in Intl)) return text.match(sentence) ?? [];
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}
