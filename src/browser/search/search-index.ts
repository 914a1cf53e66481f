/** The parts of Pagefind's interface that are used; it brings no types for browsers. */
export interface SearchIndex {
  search(query: string | null, options: SearchOptions): Promise<SearchAnswer>;
  /** From then on the index at this address is searched as well. */
  mergeIndex(address: string, options: Readonly<Record<string, unknown>>): Promise<void>;
}

/** By name: a value, or several of which an article has one. */
export type SearchFilters = Readonly<
  Record<string, string | { readonly any: readonly string[] }>
>;

interface SearchOptions {
  readonly filters: SearchFilters;
  readonly sort?: Readonly<Record<string, 'asc' | 'desc'>>;
}

interface SearchAnswer {
  readonly results: readonly FoundEntry[];
}

export interface FoundEntry {
  readonly id: string;
  readonly score: number;
  data(): Promise<FoundArticle>;
}

/** An article that was found. Places are numbers of words in its text. */
export interface FoundArticle {
  readonly url: string;
  readonly meta: Readonly<Record<string, string>>;
  /** Its `<` and `>` are escaped; words of languages without spaces have U+200B between them. */
  readonly raw_content: string;
  /** As that of a part: how the text begins where only its headline fits. */
  readonly excerpt: string;
  readonly anchors: readonly Anchor[];
  readonly sub_results: readonly FoundPart[];
}

/** An element with an id, and the first of its words. */
interface Anchor {
  readonly element: string;
  readonly id: string;
  readonly text?: string;
  readonly location: number;
}

/** What was found below one heading, or before the first one. */
export interface FoundPart {
  readonly title: string;
  readonly anchor?: Anchor;
  readonly weighted_locations: readonly {
    readonly location: number;
    readonly balanced_score: number;
  }[];
  /** HTML with `<mark>` alone. */
  readonly excerpt: string;
}
