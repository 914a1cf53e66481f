import { filterWord, toDirectoryWords } from '../../language/directory-words.ts';
import { queryForms } from '../../language/search-forms.ts';
import { parseQuery } from './parse-query.ts';
import type { SearchIndex } from './search-index.ts';
import { indexed, type SearchState } from './search-state.ts';

/**
 * Asks the directory of a large index which of its parts may have results: those with all words, each in
 * any of its forms, and all values of filters. Without a directory, or if nothing narrows the search, both
 * are undefined. `lost` are the words that no part has.
 */
export async function findParts(
  directory: SearchIndex | undefined,
  state: SearchState,
  language: string,
): Promise<{ readonly names?: ReadonlySet<string>; readonly lost?: readonly string[] }> {
  if (directory === undefined) return {};
  const { terms } = parseQuery(state.query);
  const partsOf = async (word: string): Promise<Names> => {
    const { results } = await directory.search(word, { filters: {} });
    return new Set(results.map(({ id }) => id));
  };
  // Pagefind ignores a word that it does not find beside others.
  const partsOfForm = async (form: string) =>
    common(await Promise.all(toDirectoryWords(form, language).map(partsOf)));
  const partsOfTerm = async (term: string) => {
    const forms = queryForms(term.replaceAll('"', ''), language);
    const names = await Promise.all(forms.map(partsOfForm));
    return new Set(names.flatMap((one) => [...(one ?? [])]));
  };
  const filters = indexed.filter((name) => state[name] !== '');
  const [ofTerms, ofFilters] = await Promise.all([
    Promise.all(terms.map(partsOfTerm)),
    Promise.all(filters.map((name) => partsOf(filterWord(name, state[name])))),
  ]);
  const names = common([...ofTerms, ...ofFilters]);
  return {
    ...(names ? { names } : {}),
    lost: terms.filter((_, index) => ofTerms[index]?.size === 0),
  };
}

type Names = ReadonlySet<string>;

/** What all of some sets have; undefined without sets. */
function common([first, ...others]: readonly Names[]): Names | undefined {
  return first && new Set([...first].filter((name) => others.every((more) => more.has(name))));
}
