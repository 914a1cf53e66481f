/** The words that a query looks for, and those that it excludes. */
interface ParsedQuery {
  /** In the syntax of the index; empty if the query only excludes words. */
  readonly words: string;
  /** Excluded words and phrases. */
  readonly without: readonly string[];
}

/** A minus sign before a word or phrase. */
const excluded = /(?<=^|\s)[-−–](?="|[\p{L}\p{N}])(?:"([^"]*)"?|(\S+))/gu;

/**
 * Parses a query. Quotation marks of all languages become `"`, the only ones that the index knows;
 * `-word` excludes a word.
 */
export function parseQuery(query: string): ParsedQuery {
  const without: string[] = [];
  const words = query
    .replace(/[“”„‟«»‹›「」『』]/gu, '"')
    .replace(excluded, (_, phrase?: string, word?: string) => {
      without.push(phrase === undefined ? (word ?? '') : `"${phrase.trim()}"`);
      return ' ';
    })
    .replace(/\s+/gu, ' ')
    .trim();
  return { words, without: without.filter((one) => /[\p{L}\p{N}]/u.test(one)) };
}
