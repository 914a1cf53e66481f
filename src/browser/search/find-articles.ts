import { forgetIndex, openIndex } from './open-index.ts';
import type { FoundArticle } from './search-index.ts';
import { filtersOf, type SearchState, toQuery } from './search-state.ts';

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
 * Looks for articles, best first; those that filters alone let through come newest first, by
 * language. Undefined where nothing is searched for. Rejects where an index cannot be loaded.
 */
export async function findArticles(
  places: SearchPlaces,
  state: SearchState,
): Promise<readonly Found[] | undefined> {
  const query = toQuery(state.query);
  const filters = filtersOf(state);
  if (query === '' && Object.keys(filters).length === 0) return undefined;
  const answers = await Promise.all(
    languagesOf(places, state).map(async (language) => {
      try {
        const index = await openIndex(places.files, places.base, language);
        const { results } = query
          ? await index.search(query, { filters })
          : await index.search(null, { filters, sort: { date: 'desc' } });
        return results.map(({ score, data }) => ({ language, score, load: () => data() }));
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
  return query ? found.toSorted((a, b) => b.score - a.score) : found;
}

function languagesOf({ languages }: SearchPlaces, { language }: SearchState): string[] {
  if (language === 'all') return [...languages];
  return languages.filter((one, index) => (language ? one === language : index === 0));
}
