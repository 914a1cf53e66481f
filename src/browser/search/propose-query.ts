import { foldWord, searchedWord } from '../../language/search-forms.ts';
import { parseQuery } from './parse-query.ts';

/**
 * A query whose lost words are replaced by the nearest words of a list; undefined if one of them has no
 * near word. The list begins with the most frequent words.
 */
export function proposeQuery(
  query: string,
  lost: readonly string[],
  { words, language }: { readonly words: readonly string[]; readonly language: string },
): string | undefined {
  if (lost.length === 0) return undefined;
  const { terms, without } = parseQuery(query);
  const folded = words.map((word) => [word, signsOf(word, language)] as const);
  const proposed = terms.map((term) =>
    lost.includes(term) ? nearest(term, folded, language) : term,
  );
  if (proposed.includes(undefined)) return undefined;
  const text = [...proposed, ...without.map((term) => `-${term}`)].join(' ');
  return text.toLowerCase() === query.trim().toLowerCase() ? undefined : text;
}

function nearest(
  term: string,
  words: readonly (readonly [word: string, signs: readonly string[]])[],
  language: string,
): string | undefined {
  let isLost = false;
  const text = term.replace(searchedWord, (word) => {
    const signs = signsOf(word, language);
    // One mistake in four signs. Syllables of Hangul have two or three.
    const most = Math.min(2, Math.floor(signs.length / 4));
    let best: string | undefined;
    let least = most + 1;
    for (const [known, own] of words) {
      if (Math.abs(own.length - signs.length) >= least) continue;
      const distance = distanceOf(signs, own, least);
      if (distance >= least) continue;
      [best, least] = [known, distance];
      if (distance === 0) break;
    }
    if (best === undefined) isLost = true;
    return best ?? word;
  });
  return isLost ? undefined : text;
}

/** Letters for comparison. Syllables of Hangul are divided. */
function signsOf(word: string, language: string): string[] {
  return [...foldWord(word, language).normalize('NFD')];
}

/**
 * The number of letters to add, remove, replace or exchange with their neighbour (optimal string
 * alignment); any number from `limit` on if it is not less.
 */
export function distanceOf(
  one: readonly string[],
  other: readonly string[],
  limit: number,
): number {
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [i, sign] of one.entries()) {
    const next = [i + 1];
    for (const [j, its] of other.entries()) {
      let cost = Math.min(
        (row[j + 1] ?? 0) + 1,
        (next[j] ?? 0) + 1,
        (row[j] ?? 0) + (sign === its ? 0 : 1),
      );
      if (i > 0 && j > 0 && sign === other[j - 1] && one[i - 1] === its)
        cost = Math.min(cost, (before[j - 1] ?? 0) + 1);
      next.push(cost);
    }
    if (Math.min(...next) >= limit) return limit;
    [before, row] = [row, next];
  }
  return row.at(-1) ?? 0;
}
