import { type GivenOptions, textOf } from '../given-options.ts';
import { parseWhole } from '../parse-whole.ts';
import { someOf } from '../some-of.ts';
import { type SearchLanguage, searchLanguages } from './news-words.ts';

export interface SearchOptions {
  /** The number of articles of each language. */
  readonly articles: number;
  readonly languages: readonly SearchLanguage[];
  /** Where to write the figures as JSON. */
  readonly json?: string;
}

/**
 * Parses the options of `npm run bench -- --search …`. Throws an error for the user if one is wrong.
 */
export function parseSearchOptions(given: GivenOptions): SearchOptions {
  const json = textOf(given, 'json');
  const only = textOf(given, 'only') ?? searchLanguages.join();
  return {
    articles: parseWhole('--articles', textOf(given, 'articles') ?? '20000'),
    languages: someOf('--only', only, searchLanguages),
    ...(json === undefined ? {} : { json }),
  };
}
