/** The used parts of Pagefind's interface; it has no types for browsers. */
export interface SearchIndex {
  search(query: string | null, options: SearchOptions): Promise<SearchAnswer>;
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
  /** The locations of the words that were found; empty if they are not in its text. */
  readonly words: readonly number[];
  data(): Promise<FoundArticle>;
}

/** A loaded result. Locations are indexes of words in its text. */
export interface FoundArticle {
  readonly url: string;
  readonly meta: Readonly<Record<string, string>>;
  /** `<` and `>` are escaped; words of languages without spaces are separated by U+200B. */
  readonly raw_content: string;
  readonly anchors: readonly Anchor[];
}

/** An element with an id, and the location of its first word. */
export interface Anchor {
  readonly element: string;
  readonly id: string;
  /** Only of headings. */
  readonly text?: string;
  readonly location: number;
}
