/** What is searched for, as the address of a search has it: `?q=…&section=…`. */
export interface SearchState {
  readonly query: string;
  readonly section: string;
  readonly topic: string;
  readonly year: string;
  /** Empty: that of the page. */
  readonly language: string;
}

const filters = ['section', 'topic', 'year', 'language'] as const;

/** Reads the part of an address behind the `?`; what is not there is empty. */
export function parseSearchState(search: string): SearchState {
  const parameters = new URLSearchParams(search);
  const value = (name: string) => (parameters.get(name) ?? '').slice(0, 200).trim();
  return {
    query: value('q'),
    section: value('section'),
    topic: value('topic'),
    year: value('year'),
    language: value('language'),
  };
}

/** As the part of an address, with its `?`; nothing where nothing is searched for. */
export function formatSearchState(state: SearchState): string {
  const parameters = new URLSearchParams();
  if (state.query) parameters.set('q', state.query);
  for (const name of filters) if (state[name]) parameters.set(name, state[name]);
  const text = parameters.toString();
  return text && `?${text}`;
}

/** The filters by name, those that are set. Another language alone is no search. */
export function filtersOf({ section, topic, year }: SearchState): Record<string, string> {
  return Object.fromEntries(
    Object.entries({ section, topic, year }).filter(([, value]) => value !== ''),
  );
}

/** Quotation marks of languages, which the index knows as those of a typewriter alone. */
export function toQuery(text: string): string {
  return text
    .replace(/[“”„‟«»‹›「」『』]/gu, '"')
    .replace(/\s+/gu, ' ')
    .trim();
}
