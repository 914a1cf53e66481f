import type { Note } from '../draft.ts';

/** Kinds of metadata of an article. */
export type FactKind =
  | 'title'
  | 'date'
  | 'updated'
  | 'author'
  | 'section'
  | 'topic'
  | 'summary'
  | 'lang'
  | 'site'
  | 'canonical'
  | 'picture'
  | 'licence';

/** One piece of metadata of an article, and where the page has it. */
export interface Fact {
  readonly kind: FactKind;
  readonly value: string;
  /** The place as the report names it: `JSON-LD datePublished`. */
  readonly from: string;
  readonly line?: number;
  /** URL of an author or licence. */
  readonly url?: string;
  /** Of a picture. */
  readonly caption?: string;
  readonly credit?: string;
  /** Inferred from visible text, not from metadata. */
  readonly visible?: true;
}

/**
 * A note that a field was taken from a fact; `what` is the chosen value if it differs from the
 * fact's.
 */
export function noteChoice(
  field: string,
  fact: Fact,
  certainty: Note['certainty'],
  what = fact.value,
): Note {
  const at = { line: fact.line };
  return { ...at, field, message: `${JSON.stringify(what)}, from ${fact.from}`, certainty };
}
