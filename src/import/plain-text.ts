/** Removes soft hyphens and zero-width spaces, except where a script needs them. */
export function dropSoftBreaks(text: string): string {
  return text.replace(
    /\u00AD|(?<![\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}])\u200B/gu,
    '',
  );
}

/** Letters and digits only, to compare words from two places. */
export function comparableText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
