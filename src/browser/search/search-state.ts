import { parseQuery } from './parse-query.ts';
import type { SearchFilters } from './search-index.ts';
import { datesOf, parsePeriod } from './search-period.ts';

/** The state of a search, as in its address: `?q=…&section=…`. */
export interface SearchState {
  readonly query: string;
  readonly section: string;
  readonly topic: string;
  /** What kind of work, such as `opinion`. */
  readonly kind: string;
  readonly author: string;
  /** The first and the last day of a period, in ISO format. */
  readonly from: string;
  readonly to: string;
  /** `newest` or `oldest` first; empty for the best first. */
  readonly order: string;
  /** Empty for the language of the page. */
  readonly language: string;
}

/** Filters whose values are in the index. */
export const indexed = ['section', 'topic', 'kind', 'author'] as const;

const parameters = [...indexed, 'from', 'to', 'order', 'language'] as const;

/**
 * Parses the query string of an address; missing and invalid values are empty. Addresses with `year`,
 * which had no days, are known too.
 */
export function parseSearchState(search: string): SearchState {
  const parameters = new URLSearchParams(search);
  const value = (name: string) => (parameters.get(name) ?? '').slice(0, 200).trim();
  const [order, year] = [value('order'), value('year')];
  return {
    query: value('q'),
    section: value('section'),
    topic: value('topic'),
    kind: value('kind'),
    author: value('author'),
    ...parsePeriod(value('from') || year, value('to') || year),
    order: order === 'newest' || order === 'oldest' ? order : '',
    language: value('language'),
  };
}

/** Formats the query string with its `?`; empty if nothing is searched for. */
export function formatSearchState(state: SearchState): string {
  const query = new URLSearchParams();
  if (state.query) query.set('q', state.query);
  for (const name of parameters) if (state[name]) query.set(name, state[name]);
  const text = query.toString();
  return text && `?${text}`;
}

/** The filters for an index with articles of some years, by name. */
export function filtersOf(
  state: SearchState,
  years: readonly [first: number, last: number],
): SearchFilters {
  const dates = datesOf(state, years);
  return {
    ...Object.fromEntries(
      indexed.flatMap((name) => (state[name] ? [[name, state[name]]] : [])),
    ),
    ...(dates.length > 0 ? { date: { any: dates } } : {}),
  };
}

/** Names of the filters that narrow a search. */
export const narrowing = [...indexed, 'from', 'to'] as const;

/** Whether anything is searched for. A language or order alone is not a search. */
export function isSearch(state: SearchState): boolean {
  const { terms, without } = parseQuery(state.query);
  return terms.length + without.length > 0 || narrowing.some((name) => state[name] !== '');
}
