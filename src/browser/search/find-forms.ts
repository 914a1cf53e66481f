import { foldWord, searchForms } from '../../language/search-forms.ts';
import { parseQuery } from './parse-query.ts';
import type { FoundArticle, FoundPart } from './search-index.ts';

/** Words of an excerpt before the match, and in total. */
const before = 12;
const length = 30;

/** The most matches of an article that are shown. */
const maxMatches = 3;

/**
 * The parts of an article with matches. The index does not give the position of words that it found
 * by another form (`lodz` for `Łódź`, `의회` in `서울시의회`), so this function finds them.
 */
export function findForms(
  article: FoundArticle,
  query: string,
  language: string,
): readonly FoundPart[] {
  if (article.sub_results.length > 0) return article.sub_results;
  const isSpaceless = article.raw_content.includes('\u200b');
  const words = article.raw_content.split(isSpaceless ? '\u200b' : /\s+/u);
  const asked = (parseQuery(query).words.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map((word) =>
    foldWord(word, language),
  );
  const places = words.flatMap((word, place) =>
    matches(word, asked, language) ? [place] : [],
  );
  const headings = article.anchors
    .filter(({ element }) => /^h\d$/u.test(element))
    .toSorted((a, b) => a.location - b.location);
  return places.slice(0, maxMatches).map((place) => {
    const anchor = headings.findLast(({ location }) => location <= place);
    return {
      title: anchor?.text ?? '',
      ...(anchor ? { anchor } : {}),
      weighted_locations: [{ location: place, balanced_score: 1 }],
      excerpt: excerptAt(words, place, isSpaceless ? '\u200b' : ' '),
    };
  });
}

function matches(text: string, asked: readonly string[], language: string): boolean {
  const words = text.match(/[\p{L}\p{M}\p{N}ー]+/gu) ?? [];
  return words
    .flatMap((word) => [foldWord(word, language), ...searchForms(word, language)])
    .some((form) => asked.some((one) => form.startsWith(one)));
}

/** An excerpt in the format of the index. */
function excerptAt(words: readonly string[], place: number, space: string): string {
  const from = Math.max(0, place - before);
  const text = words
    .slice(from, from + length)
    .map((word, index) => (from + index === place ? `<mark>${word}</mark>` : word))
    .join(space);
  return `${from > 0 ? '…' : ''}${text}${from + length < words.length ? '…' : ''}`;
}
