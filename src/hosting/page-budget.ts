/**
 * How many bytes the furniture of a page may have: all of it but the words that the page is
 * about. As written to the disk; compressed it is about a quarter of that. With a text of 700
 * words an article then stays within the 14,000 bytes that the first round trip of a new
 * connection carries (RFC 6928: ten segments).
 */
export const pageBudget = {
  /**
   * A page with an article's text: all but the text, its sections and its key points. What programs
   * are told of it, in nine languages, is 5 KB of the same words: 0.8 KB compressed.
   */
  article: 40_000,
  /** Front page, lists, and the rest: all but what stands in `main`. */
  other: 26_000,
} as const;

export type PageKind = keyof typeof pageBudget;
