import { queryForms } from '../../language/search-forms.ts';
import { forgetIndex, type OpenedIndex, openIndex } from './open-index.ts';
import { parseQuery } from './parse-query.ts';
import type { FoundArticle, FoundEntry, SearchFilters, SearchIndex } from './search-index.ts';
import { filtersOf, isSearch, type SearchState } from './search-state.ts';

/** Where the indexes are, and which languages there are, the page's own first. */
export interface SearchPlaces {
  readonly files: string;
  readonly base: string;
  readonly languages: readonly string[];
}

/** An article that was found, not loaded yet. */
export interface Found {
  readonly language: string;
  load(): Promise<FoundArticle>;
}

/**
 * Looks for articles: best first, or by their days where that is asked for; those that filters
 * alone let through come newest first. By days, languages come one after another. Undefined where
 * nothing is searched for. Rejects where an index cannot be loaded.
 */
export async function findArticles(
  places: SearchPlaces,
  state: SearchState,
): Promise<readonly Found[] | undefined> {
  if (!isSearch(state)) return undefined;
  const answers = await Promise.all(
    languagesOf(places, state).map(async (language) => {
      try {
        const opened = await openIndex(places.files, places.base, language);
        const entries = await findIn(opened, state, language);
        return entries.map(({ score, data }) => ({ language, score, load: () => data() }));
      } catch (error) {
        forgetIndex(language);
        throw error;
      }
    }),
  );
  const found = answers.flat();
  // Without a network, parts of the index are missing that the search passes over.
  if (found.length === 0 && !navigator.onLine) {
    for (const language of places.languages) forgetIndex(language);
    throw new Error('offline');
  }
  return isByDay(state) ? found : found.toSorted((a, b) => b.score - a.score);
}

function languagesOf({ languages }: SearchPlaces, { language }: SearchState): string[] {
  if (language === 'all') return [...languages];
  return languages.filter((one, index) => (language ? one === language : index === 0));
}

function isByDay({ query, order }: SearchState): boolean {
  return order !== '' || parseQuery(query).words === '';
}

async function findIn(
  { index, parts }: OpenedIndex,
  state: SearchState,
  language: string,
): Promise<readonly FoundEntry[]> {
  const { words, without } = parseQuery(state.query);
  const filters = filtersOf(state);
  const [found, ...left] = await Promise.all([
    words === ''
      ? index.search(null, { filters }).then(({ results }) => results)
      : searchForms(index, words, { filters, language }),
    ...without.map((one) => searchForms(index, one, { filters, language })),
  ]);
  const leftOut = new Set(left.flat().map(({ id }) => id));
  const kept = (found ?? []).filter(({ id }) => !leftOut.has(id));
  return isByDay(state) ? byDay(index, parts, kept, { filters, order: state.order }) : kept;
}

/** What any form of a query finds, each article once, as the first form finds it. */
async function searchForms(
  index: SearchIndex,
  query: string,
  { filters, language }: { readonly filters: SearchFilters; readonly language: string },
): Promise<readonly FoundEntry[]> {
  const answers = await Promise.all(
    queryForms(query, language).map((form) => index.search(form, { filters })),
  );
  const entries = new Map<string, FoundEntry>();
  for (const entry of answers.flatMap(({ results }) => results))
    if (!entries.has(entry.id)) entries.set(entry.id, entry);
  return [...entries.values()];
}

/** The index sorts within a part only; parts follow one another in time, the newest first. */
async function byDay(
  index: SearchIndex,
  parts: readonly string[],
  entries: readonly FoundEntry[],
  { filters, order }: { readonly filters: SearchFilters; readonly order: string },
): Promise<readonly FoundEntry[]> {
  const answers = await Promise.all(
    parts.map((part) =>
      index.search(null, { filters: { ...filters, part }, sort: { date: 'desc' } }),
    ),
  );
  const ids = answers.flatMap(({ results }) => results.map(({ id }) => id));
  const known = new Map(entries.map((entry) => [entry.id, entry]));
  const sorted = ids.flatMap((id) => known.get(id) ?? []);
  return order === 'oldest' ? sorted.reverse() : sorted;
}
