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

/** Truncates a text between characters to at most `max` bytes in UTF-8, without an ellipsis. */
export function truncateBytes(text: string, max: number): string {
  const bytes = new TextEncoder().encode(text).subarray(0, max);
  // In stream mode, the decoder leaves out an incomplete last character.
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes, { stream: true });
}
