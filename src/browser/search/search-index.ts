/** The used parts of Pagefind's interface; it has no types for browsers. */
export interface SearchIndex {
  search(query: string | null, options: SearchOptions): Promise<SearchAnswer>;
  /** Later searches include the index at this address. */
  mergeIndex(address: string, options: Readonly<Record<string, unknown>>): Promise<void>;
}

/** By name: a value, or several values of which an article has one. */
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

/** A loaded result. Locations are indexes of words in its text. */
export interface FoundArticle {
  readonly url: string;
  readonly meta: Readonly<Record<string, string>>;
  /** `<` and `>` are escaped; words of languages without spaces are separated by U+200B. */
  readonly raw_content: string;
  /** As in `FoundPart`; the start of the text if only the headline matches. */
  readonly excerpt: string;
  readonly anchors: readonly Anchor[];
  readonly sub_results: readonly FoundPart[];
}

/** An element with an id, and the location of its first word. */
interface Anchor {
  readonly element: string;
  readonly id: string;
  readonly text?: string;
  readonly location: number;
}

/** The matches below one heading, or before the first one. */
export interface FoundPart {
  readonly title: string;
  readonly anchor?: Anchor;
  readonly weighted_locations: readonly {
    readonly location: number;
    readonly balanced_score: number;
  }[];
  /** HTML whose only element is `<mark>`. */
  readonly excerpt: string;
}
