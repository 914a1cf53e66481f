import type { Note } from '../draft.ts';

/** What a page can say of its article. */
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

/** One thing that a page says of its article, and where it says so. */
export interface Fact {
  readonly kind: FactKind;
  readonly value: string;
  /** As a report names the place: `JSON-LD datePublished`. */
  readonly from: string;
  readonly line?: number;
  /** The address of an author or licence. */
  readonly url?: string;
  /** Of a picture. */
  readonly caption?: string;
  readonly credit?: string;
  /** It was worked out from what readers see, not told to programs. */
  readonly seen?: true;
}

/** The note that a field was taken from a fact; `what` is the value where it is not the fact's. */
export function noteChoice(
  field: string,
  fact: Fact,
  certainty: Note['certainty'],
  what = fact.value,
): Note {
  const at = fact.line === undefined ? {} : { line: fact.line };
  return { ...at, field, message: `${JSON.stringify(what)}, from ${fact.from}`, certainty };
}
