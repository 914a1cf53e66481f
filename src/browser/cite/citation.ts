/** Who wrote or translated something, as the page names them. */
export interface CitedName {
  /** As it stands in the byline. */
  readonly name: string;
  /**
   * Both or none: only where the page says which is which. What is the family's in `Kim Minjung`
   * or `Associated Press` is not to be guessed; a name without them is cited as it stands.
   */
  readonly family?: string;
  readonly given?: string;
}

/** All that a citation of an article is made of. Texts are one line, without mark-up. */
export interface Citation {
  readonly title: string;
  readonly authors: readonly CitedName[];
  readonly translators: readonly CitedName[];
  /** Name of the newspaper or site; empty where the page has none. */
  readonly publication: string;
  /** The day of publication as written, `2026-01-06`; absent for a page without a date. */
  readonly published?: string;
  /** The reader's day, in the same form. */
  readonly accessed: string;
  /** Absolute. */
  readonly url: string;
  /** BCP 47. */
  readonly language: string;
}

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
