import type { SearchFilters } from './search-index.ts';

/** The state of a search, as in its address: `?q=…&section=…`. */
export interface SearchState {
  readonly query: string;
  readonly section: string;
  readonly topic: string;
  /** What kind of work: `opinion`. */
  readonly kind: string;
  /** The year, or the first year of a period. */
  readonly year: string;
  /** The last year of a period. */
  readonly to: string;
  /** `newest` or `oldest` first; empty for the best first. */
  readonly order: string;
  /** Empty for the language of the page. */
  readonly language: string;
}

const filters = ['section', 'topic', 'kind', 'year', 'to', 'order', 'language'] as const;

/** Parses the query string of an address; missing values are empty. */
export function parseSearchState(search: string): SearchState {
  const parameters = new URLSearchParams(search);
  const value = (name: string) => (parameters.get(name) ?? '').slice(0, 200).trim();
  const order = value('order');
  return {
    query: value('q'),
    section: value('section'),
    topic: value('topic'),
    kind: value('kind'),
    year: value('year'),
    to: /^\d{4}$/u.test(value('to')) ? value('to') : '',
    order: order === 'newest' || order === 'oldest' ? order : '',
    language: value('language'),
  };
}

/** Formats the query string with its `?`; empty if nothing is searched for. */
export function formatSearchState(state: SearchState): string {
  const parameters = new URLSearchParams();
  if (state.query) parameters.set('q', state.query);
  for (const name of filters) if (state[name]) parameters.set(name, state[name]);
  const text = parameters.toString();
  return text && `?${text}`;
}

/** The filters for the index, by name. */
export function filtersOf(state: SearchState): SearchFilters {
  const { section, topic, kind, year, to } = state;
  const period = to === '' ? year : { any: yearsBetween(yearsOf(state)) };
  return Object.fromEntries(
    Object.entries({ section, topic, kind, year: period }).filter(([, value]) => value !== ''),
  );
}

/** The chosen years in order; a period without a first year starts in the year 1. */
export function yearsOf({ year, to }: SearchState): [first: number, last: number] {
  if (year === '' && to === '') return [0, Infinity];
  const years = [Number(year) || 1, Number(to === '' ? year : to) || 1];
  return [Math.min(...years), Math.max(...years)];
}

function yearsBetween([first, last]: readonly [number, number]): string[] {
  return Array.from({ length: last - first + 1 }, (_, index) =>
    String(first + index).padStart(4, '0'),
  );
}

/** Whether anything is searched for. A language or order alone is not a search. */
export function isSearch(state: SearchState): boolean {
  return state.query !== '' || Object.keys(filtersOf(state)).length > 0;
}
