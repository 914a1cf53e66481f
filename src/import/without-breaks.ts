/** Text without places where a word may break: soft hyphens, and spaces of no width. */
export function withoutBreaks(text: string): string {
  return text.replace(
    /\u00AD|(?<![\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}])\u200B/gu,
    '',
  );
}
