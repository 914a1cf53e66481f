import { type FoundArticles, findArticles, type SearchPlaces } from './find-articles.ts';
import type { SearchState } from './search-state.ts';

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
