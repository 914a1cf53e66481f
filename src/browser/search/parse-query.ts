/** What a query asks for, and what it asks to leave out. */
interface ParsedQuery {
  /** As the index is asked for it; empty where only something is to be left out. */
  readonly words: string;
  /** Words and phrases that an article may not have. */
  readonly without: readonly string[];
}

/** A minus before a word or phrase, where a word begins. */
const excluded = /(?<=^|\s)[-−–](?="|[\p{L}\p{N}])(?:"([^"]*)"?|(\S+))/gu;

/**
 * Reads a query: quotation marks of all languages, which the index knows as those of a typewriter
 * alone, and `-word` for what is to be left out.
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
