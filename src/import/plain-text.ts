/** Text without places where a word may break: soft hyphens, and spaces of no width. */
export function dropSoftBreaks(text: string): string {
  return text.replace(
    /\u00AD|(?<![\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}])\u200B/gu,
    '',
  );
}

/** Letters and figures alone, to compare what is said in two places. */
export function comparableText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
