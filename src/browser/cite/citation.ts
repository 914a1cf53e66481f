import { escapeHtml } from '../../language/escape-html.ts';

/** An author or translator, as the page names them. */
export interface CitedName {
  /** As in the byline. */
  readonly name: string;
  /**
   * Both or neither, and only if the page says which is which: the family name in `Kim Minjung` or
   * `Associated Press` cannot be guessed. Without them the name is cited as it is.
   */
  readonly family?: string;
  readonly given?: string;
}

/** The data of a citation. Texts are one line without markup. */
export interface Citation {
  readonly title: string;
  readonly authors: readonly CitedName[];
  readonly translators: readonly CitedName[];
  /** Name of the newspaper or site; empty if the page has none. */
  readonly publication: string;
  /** Date of publication as written, `2026-01-06`; absent for a page without a date. */
  readonly published?: string;
  /** The current date of the reader, in the same form. */
  readonly accessed: string;
  /** Absolute. */
  readonly url: string;
  /** BCP 47. */
  readonly language: string;
}

/** A part of a citation. Styles print names of newspapers in italics. */
export type CitationPart = string | { readonly italic: string };

/** The parts as plain text. */
export function toText(parts: readonly CitationPart[]): string {
  return parts.map((part) => (typeof part === 'string' ? part : part.italic)).join('');
}

/** The parts as HTML, for word processors. */
export function toHtml(parts: readonly CitationPart[]): string {
  return parts
    .map((part) =>
      typeof part === 'string' ? escapeHtml(part) : `<i>${escapeHtml(part.italic)}</i>`,
    )
    .join('');
}

/** Adds a full stop to a text that does not end like a sentence. */
export function endSentence(text: string): string {
  return /[.!?\u2026\u3002\uff01\uff1f\u061f\u06d4]["'\u2019\u201d\u00bb\u300d\u300f]*$/u.test(
    text,
  )
    ? text
    : `${text}.`;
}
