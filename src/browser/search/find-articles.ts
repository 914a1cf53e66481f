import { findParts } from './find-parts.ts';
import { type FoundTerms, findTerms, type TermAnswer } from './find-terms.ts';
import { forgetIndex, type IndexPart, type OpenedIndex, openIndex } from './open-index.ts';
import { parseQuery } from './parse-query.ts';
import { yearsOf } from './search-period.ts';
import { filtersOf, isSearch, type SearchState } from './search-state.ts';

/** The addresses of the indexes, and the languages that have one, that of the page first. */
export interface SearchPlaces {
  readonly files: string;
  readonly base: string;
  readonly languages: readonly string[];
}

/** A result that is not loaded yet. */
export interface SearchResult extends FoundTerms {
  readonly language: string;
}

/** The results so far. */
interface FoundArticles {
  readonly found: readonly SearchResult[];
  /** Whether some parts of the index were not searched. */
  readonly hasMore: boolean;
  /** The number of these parts, of the language with the most. */
  readonly left: number;
  /** Whether a directory says which parts may have results. */
  readonly isGuided: boolean;
  /** Words of the query that no article has, in the language of the page. */
  readonly lost: readonly string[];
}

/**
 * Searches articles. The best come first, or they are sorted by date if that is chosen; without
 * words, the newest come first. Sorted by date, one language follows the other. Undefined
 * if nothing is searched for. Rejects if an index cannot be loaded.
 *
 * @param reach the number of parts that are searched in the index of each language: the newest parts
 *   that may have results, or the oldest if these come first
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
        const { names, lost } = await findParts(opened.directory, state, language);
        const parts = partsFor(opened, state).filter(({ name }) => names?.has(name) ?? true);
        const near = parts.slice(0, reach);
        const answer = await findIn(opened, state, { language, parts: near });
        return {
          ...{ left: parts.length - near.length, lost: lost ?? answer.lost },
          isGuided: opened.directory !== undefined,
          found: answer.found.map((one) => ({ ...one, language })),
        };
      } catch (error) {
        forgetIndex(language);
        throw error;
      }
    }),
  );
  const found = answers.flatMap((answer) => answer.found);
  // Without a network, the search skips parts of the index that are missing.
  if (found.length === 0 && !navigator.onLine) {
    for (const language of places.languages) forgetIndex(language);
    throw new Error('offline');
  }
  return {
    found: isByDay(state) ? found : found.toSorted((a, b) => b.score - a.score),
    ...leftOf(answers.map(({ left }) => left)),
    isGuided: answers.some(({ isGuided }) => isGuided),
    lost: answers[0]?.lost ?? [],
  };
}

function leftOf(counts: readonly number[]): Pick<FoundArticles, 'hasMore' | 'left'> {
  const left = Math.max(0, ...counts);
  return { left, hasMore: left > 0 };
}

/** The parts with articles of the chosen years, in the order of the search. */
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
  return order !== '' || parseQuery(query).terms.length === 0;
}

async function findIn(
  opened: OpenedIndex,
  state: SearchState,
  { language, parts }: { readonly language: string; readonly parts: readonly IndexPart[] },
): Promise<TermAnswer> {
  const index = await opened.load(parts);
  const years = opened.parts.flatMap((part) => part.years);
  const filters = filtersOf(state, [Math.min(...years), Math.max(...years)]);
  const answer = await findTerms({ index, filters, language }, parseQuery(state.query));
  if (!isByDay(state)) return answer;
  return { ...answer, found: await byDay(opened, parts, answer.found, state) };
}

/** Sorts by date. The index sorts only within a part; the parts are in the order of time. */
async function byDay(
  opened: OpenedIndex,
  parts: readonly IndexPart[],
  entries: readonly FoundTerms[],
  { order }: SearchState,
): Promise<readonly FoundTerms[]> {
  const known = new Map(entries.map((entry) => [entry.id, entry]));
  const days = await Promise.all(parts.map((part) => opened.byDay(part)));
  return days
    .flatMap((ids) => (order === 'oldest' ? ids.toReversed() : ids))
    .flatMap((id) => known.get(id) ?? []);
}

/**
 * The numbers of parts that are searched one after the other until the results are enough: the newest
 * may have a few days only. Each part costs four requests and 50 kB for new words.
 */
const steps = [1, 2, 6] as const;

/** Then as many more at a time: about 2,000 articles of a language. */
const further = 6;

/**
 * Where a directory names the parts that have the words. No more are searched before the reader asks, so
 * that a search loads about 200 kB. Korean has more and longer words.
 */
const guidedSteps = { usual: [1, 3], korean: [1, 2] } as const;

function nextReach({ reach, isGuided }: Searched, languages: readonly string[]): number {
  const isKorean = languages.some((language) => language.split('-', 1)[0] === 'ko');
  const guided: readonly number[] = guidedSteps[isKorean ? 'korean' : 'usual'];
  return (isGuided ? guided : steps).find((step) => step > reach) ?? reach + further;
}

/** Up to this many parts more, the best results of all are worth what they load. */
const few = 2;

/** Whether the results fill the page and the rest of the index is large: a reader may ask for it. */
export function isFilled({ found, left }: Searched, batch: number): boolean {
  return found.length >= batch && left > few;
}

/** The results so far, and the number of parts that were searched. */
export interface Searched extends FoundArticles {
  readonly reach: number;
}

/** Searches only the first part, which is much quicker than all parts of a large archive. */
export async function searchFirst(
  places: SearchPlaces,
  state: SearchState,
): Promise<Searched | undefined> {
  const answer = await findArticles(places, state, 1);
  return answer && { ...answer, reach: 1 };
}

/**
 * Searches more parts than `before`, step by step until the results are enough or no parts are left; with a
 * directory, only a few parts more. The answer includes earlier results. Rejects if an index cannot be
 * loaded.
 */
export async function searchFurther(
  places: SearchPlaces,
  state: SearchState,
  { before, isEnough }: { before: Searched; isEnough: (answer: Searched) => boolean },
): Promise<Searched> {
  let answer = before;
  do {
    const reach = nextReach(answer, languagesOf(places, state));
    const next = await findArticles(places, state, reach);
    answer = { ...(next ?? nothing), reach };
  } while (answer.hasMore && !answer.isGuided && !isEnough(answer));
  return answer;
}

const nothing: FoundArticles = {
  found: [],
  hasMore: false,
  left: 0,
  isGuided: false,
  lost: [],
};
