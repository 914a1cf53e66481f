/** Truncates a text to at most `max` characters, the last of which is then an ellipsis. */
export function truncate(text: string, max: number): string {
  // A text never has more characters than code units.
  if (text.length <= max) return text;
  const characters = [...text];
  return characters.length <= max
    ? text
    : `${characters
        .slice(0, max - 1)
        .join('')
        .trimEnd()}…`;
}

/** Does the same between words, if the last word has at most 30 characters. */
export function truncateWords(text: string, max: number): string {
  const characters = [...text];
  if (characters.length <= max) return text;
  return `${characters
    .slice(0, max - 1)
    .join('')
    .replace(/\s+\S{0,30}$/u, '')
    .trimEnd()}…`;
}

/** At least this share of a text is shown where it ends with a sentence or a clause. */
const enough = 0.5;

/** Signs that end a clause, in all languages; a dash has spaces around it. */
const clauseEnd = /(?:[,;:](?=\s)|[、，；：،؛]|\s[–—](?=\s))/gu;

/**
 * Truncates a text to at most `max` characters: to whole sentences if these are half of it, else to a
 * clause, else to words. What does not end with a sentence ends with an ellipsis.
 */
export function truncateSentences(text: string, max: number, language: string): string {
  if ([...text].length <= max) return text;
  const start = [...text].slice(0, max).join('');
  const least = start.length * enough;
  const sentences = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text);
  let end = 0;
  for (const { index, segment } of sentences) {
    const place = index + segment.trimEnd().length;
    if (place > start.length) break;
    end = place;
  }
  if (end >= least) return text.slice(0, end);
  const clause = [...start.matchAll(clauseEnd)].at(-1)?.index ?? 0;
  return clause >= least && clause < start.length
    ? `${start.slice(0, clause).trimEnd()}…`
    : truncateWords(text, max);
}

/** Truncates a text between characters to at most `max` bytes in UTF-8, without an ellipsis. */
export function truncateBytes(text: string, max: number): string {
  const bytes = new TextEncoder().encode(text).subarray(0, max);
  // In stream mode, the decoder leaves out an incomplete last character.
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes, { stream: true });
}
