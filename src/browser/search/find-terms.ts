import { queryForms } from '../../language/search-forms.ts';
import type { ParsedQuery } from './parse-query.ts';
import type { FoundArticle, SearchFilters, SearchIndex } from './search-index.ts';

/** An article that has all terms of a query. */
export interface FoundTerms {
  readonly id: string;
  readonly score: number;
  /** The locations of the terms that the index knows. */
  readonly locations: readonly number[];
  /** Terms without a location: they were found by another form, or in the headline. */
  readonly unplaced: readonly string[];
  readonly load: () => Promise<FoundArticle>;
}

/** The answer of an index. */
export interface TermAnswer {
  /** The best first. */
  readonly found: readonly FoundTerms[];
  /** Terms that no article has. */
  readonly lost: readonly string[];
}

/** Where a search looks. */
interface Place {
  readonly index: SearchIndex;
  readonly filters: SearchFilters;
  readonly language: string;
}

/**
 * Searches an index for the articles that have all terms, each in any of its forms, and none of those
 * that are excluded. Without terms, all articles are found.
 */
export async function findTerms(
  place: Place,
  { terms, without }: ParsedQuery,
): Promise<TermAnswer> {
  const { index, filters } = place;
  const [answers, excluded] = await Promise.all([
    Promise.all(
      terms.length > 0
        ? terms.map((term) => findTerm(place, term))
        : [index.search(null, { filters }).then(({ results }) => toFound(results.map(plain)))],
    ),
    Promise.all(without.map((term) => findTerm(place, term))),
  ]);
  const [first = new Map<string, FoundTerms>(), ...others] = answers;
  const found = [...first.values()].flatMap((one) => {
    if (excluded.some((answer) => answer.has(one.id))) return [];
    const rest = others.map((answer) => answer.get(one.id));
    return rest.includes(undefined)
      ? []
      : [join([one, ...rest.filter((own) => own !== undefined)])];
  });
  return {
    found: found.sort((a, b) => b.score - a.score),
    lost: terms.filter((_, place) => answers[place]?.size === 0),
  };
}

/** The articles that have a term in any of its forms, by id. */
async function findTerm(
  { index, filters, language }: Place,
  term: string,
): Promise<Map<string, FoundTerms>> {
  const answers = await Promise.all(
    queryForms(term, language).map((form) => index.search(form, { filters })),
  );
  return toFound(
    answers.flatMap(({ results }) =>
      results.map((entry) => ({
        ...plain(entry),
        unplaced: entry.words.length > 0 ? [] : [term],
      })),
    ),
  );
}

function plain({
  id,
  score,
  words,
  data,
}: Awaited<ReturnType<SearchIndex['search']>>['results'][number]): FoundTerms {
  return { id, score, locations: words, unplaced: [], load: () => data() };
}

/** Each article once. Of several forms of a term, the best decides. */
function toFound(entries: readonly FoundTerms[]): Map<string, FoundTerms> {
  const found = new Map<string, FoundTerms>();
  for (const entry of entries) {
    const known = found.get(entry.id);
    const { score, unplaced, ...rest } = known ?? entry;
    found.set(entry.id, {
      ...rest,
      score: Math.max(score, entry.score),
      locations: known ? [...known.locations, ...entry.locations] : entry.locations,
      unplaced: entry.unplaced.length === 0 ? [] : unplaced,
    });
  }
  return found;
}

/** An article with what was found of each term. */
function join(terms: readonly [FoundTerms, ...FoundTerms[]]): FoundTerms {
  return {
    ...terms[0],
    score: terms.reduce((sum, { score }) => sum + score, 0),
    locations: terms.flatMap(({ locations }) => locations),
    unplaced: terms.flatMap(({ unplaced }) => unplaced),
  };
}
