/**
 * The first text of a chunk of sorted words, as short as it can be: it comes after all words of the chunk
 * before it. The list of chunks is loaded by every query.
 */
export function firstOf(lastBefore: string | undefined, first: string): string {
  if (lastBefore === undefined) return '';
  const before = [...lastBefore];
  const own = [...first];
  const place = own.findIndex((sign, index) => sign !== before[index]);
  return place < 0 ? first : own.slice(0, place + 1).join('');
}

/** The last text of a chunk: it comes directly before the first of the next one, if there is one. */
export function lastBefore(next: string | undefined): string {
  if (next === undefined) return '\u{10ffff}';
  const signs = [...next];
  const code = signs.pop()?.codePointAt(0) ?? 1;
  // D800 to DFFF are not characters.
  const previous = String.fromCodePoint(code === 0xe000 ? 0xd7ff : Math.max(0, code - 1));
  return `${signs.join('')}${previous}\u{10ffff}`;
}
