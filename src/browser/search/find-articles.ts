import { queryForms } from '../../language/search-forms.ts';
import { forgetIndex, type IndexPart, type OpenedIndex, openIndex } from './open-index.ts';
import { parseQuery } from './parse-query.ts';
import type { FoundArticle, FoundEntry, SearchFilters, SearchIndex } from './search-index.ts';
import { filtersOf, isSearch, type SearchState, yearsOf } from './search-state.ts';

/** Where the indexes are, and which languages there are, the page's own first. */
export interface SearchPlaces {
  readonly files: string;
  readonly base: string;
  readonly languages: readonly string[];
}

/** An article that was found, not loaded yet. */
export interface Found {
  readonly id: string;
  readonly language: string;
  load(): Promise<FoundArticle>;
}

/** What was found so far. */
interface FoundArticles {
  readonly found: readonly Found[];
  /** Whether there are parts of the index that were not searched. */
  readonly hasMore: boolean;
}

/**
 * Looks for articles: best first, or by their days where that is asked for; those that filters
 * alone let through come newest first. By days, languages come one after another. Undefined where
 * nothing is searched for. Rejects where an index cannot be loaded.
 *
 * @param reach how many parts of the index of each language are searched, of those that may hold
 *   what is searched for: the newest, or the oldest where these come first
 */
async function findArticles(
  places: SearchPlaces,
  state: SearchState,
  reach: number,
): Promise<FoundArticles | undefined> {
  if (!isSearch(state)) return undefined;
  const answers = await Promise.all(
    languagesOf(places, state).map(async (language) => {
      try {
        const opened = await openIndex(places.files, places.base, language);
        const parts = partsFor(opened, state);
        const near = parts.slice(0, reach);
        await opened.load(near);
        const entries = await findIn(opened, state, { language, parts: near });
        const hasMore = isByDay(state)
          ? near.length < parts.length
          : !parts.every((part) => opened.isLoaded(part));
        return {
          hasMore,
          found: entries.map(({ id, score, data }) => ({
            id,
            language,
            score,
            load: () => data(),
          })),
        };
      } catch (error) {
        forgetIndex(language);
        throw error;
      }
    }),
  );
  const found = answers.flatMap((answer) => answer.found);
  // Without a network, parts of the index are missing that the search passes over.
  if (found.length === 0 && !navigator.onLine) {
    for (const language of places.languages) forgetIndex(language);
    throw new Error('offline');
  }
  return {
    found: isByDay(state) ? found : found.toSorted((a, b) => b.score - a.score),
    hasMore: answers.some((answer) => answer.hasMore),
  };
}

/** The parts with articles of the years that are asked for, in the order in which they are searched. */
function partsFor({ parts }: OpenedIndex, state: SearchState): readonly IndexPart[] {
  const [first, last] = yearsOf(state);
  const inTime = parts.filter(({ years }) => years[0] <= last && years[1] >= first);
  return state.order === 'oldest' ? inTime.toReversed() : inTime;
}

function languagesOf({ languages }: SearchPlaces, { language }: SearchState): string[] {
  if (language === 'all') return [...languages];
  return languages.filter((one, index) => (language ? one === language : index === 0));
}

function isByDay({ query, order }: SearchState): boolean {
  return order !== '' || parseQuery(query).words === '';
}

async function findIn(
  opened: OpenedIndex,
  state: SearchState,
  { language, parts }: { readonly language: string; readonly parts: readonly IndexPart[] },
): Promise<readonly FoundEntry[]> {
  const { index } = opened;
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
  return isByDay(state) ? byDay(opened, parts, kept, state) : kept;
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

/** The index sorts within a part only; parts follow one another in time. */
async function byDay(
  opened: OpenedIndex,
  parts: readonly IndexPart[],
  entries: readonly FoundEntry[],
  { order }: SearchState,
): Promise<readonly FoundEntry[]> {
  const known = new Map(entries.map((entry) => [entry.id, entry]));
  const days = await Promise.all(parts.map((part) => opened.byDay(part)));
  return days
    .flatMap((ids) => (order === 'oldest' ? ids.toReversed() : ids))
    .flatMap((id) => known.get(id) ?? []);
}

/**
 * Parts of the index that are searched at one step: those of some 2,000 articles of a language. Each
 * costs four requests and 50 kB when words are looked for that were not before.
 */
const step = 6;

/** What was found so far, and in how many parts of the index. */
export interface Searched extends FoundArticles {
  readonly reach: number;
}

/** Searches the first part alone: of a large archive, that is there long before the others. */
export async function searchFirst(
  places: SearchPlaces,
  state: SearchState,
): Promise<Searched | undefined> {
  const answer = await findArticles(places, state, 1);
  return answer && { ...answer, reach: 1 };
}

/**
 * Searches more parts than `before` did, a step at a time until it is enough or there are none left.
 * The answer holds what was found before as well. Rejects where an index cannot be loaded.
 */
export async function searchFurther(
  places: SearchPlaces,
  state: SearchState,
  { before, isEnough }: { before: Searched; isEnough: (answer: Searched) => boolean },
): Promise<Searched> {
  let answer = before;
  do {
    const reach = answer.reach < step ? step : answer.reach + step;
    const next = await findArticles(places, state, reach);
    answer = { found: next?.found ?? [], hasMore: next?.hasMore ?? false, reach };
  } while (answer.hasMore && !isEnough(answer));
  return answer;
}
