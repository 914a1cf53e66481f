/** What a query looks for, and what it excludes. Each is a word, or a phrase in `"`. */
export interface ParsedQuery {
  readonly terms: readonly string[];
  readonly without: readonly string[];
}

/**
 * A minus sign before a term, and a phrase, a number with spaces (`1 000 000`), or a word. The last
 * phrase may lack its end.
 */
const term =
  /(?<=^|\s)([-−–](?=["\p{L}\p{N}]))?(?:"([^"]*)(?:"|$)|(\d{1,3}(?:\s\d{3})+)(?!\S)|(\S+))/gu;

/**
 * Parses a query. Quotation marks of all languages become `"`; `-word` excludes a word. What has only
 * punctuation looks for nothing.
 */
export function parseQuery(query: string): ParsedQuery {
  const terms = new Set<string>();
  const without = new Set<string>();
  const plain = query
    .replace(/\p{C}+/gu, ' ')
    .replace(/[“”„‟«»‹›「」『』＂]/gu, '"')
    // A phrase is a term of its own, without a space before it too.
    .replace(/(?<=[^\s"−–-])"(?=[^\s"])/gu, ' "');
  for (const [, minus, phrase, number, word] of plain.matchAll(term)) {
    const text = (phrase ?? number ?? word ?? '').replace(/\s+/gu, ' ').trim();
    if (!/[^\p{P}\p{Z}\p{M}]/u.test(text)) continue;
    const found = phrase === undefined ? text.replaceAll('"', '') : `"${text}"`;
    (minus ? without : terms).add(found);
  }
  return { terms: [...terms], without: [...without] };
}
