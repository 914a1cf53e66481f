/** A piece of a citation; styles print names of newspapers in italics. */
export type CitationPart = string | { readonly italic: string };

/** The text alone. */
export function toText(parts: readonly CitationPart[]): string {
  return parts.map((part) => (typeof part === 'string' ? part : part.italic)).join('');
}

/** The same as HTML, for word processors. */
export function toHtml(parts: readonly CitationPart[]): string {
  return parts
    .map((part) =>
      typeof part === 'string' ? escapeHtml(part) : `<i>${escapeHtml(part.italic)}</i>`,
    )
    .join('');
}

function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
  return text.replace(/[&<>]/g, (sign) => entities[sign] ?? sign);
}

/** A text with a full stop, unless a mark that ends a sentence stands there. */
export function endSentence(text: string): string {
  return /[.!?\u2026\u3002\uff01\uff1f\u061f\u06d4]["'\u2019\u201d\u00bb\u300d\u300f]*$/u.test(
    text,
  )
    ? text
    : `${text}.`;
}
