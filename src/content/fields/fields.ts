/** A field's way down from the top: `['image', 'credit']`, `['authors', 1, 'url']`. */
export type FieldPath = readonly (string | number)[];

/** A position in a text, line and column counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Values as written: every scalar is the text that stands in the source (so that `no`,
 * `007` and `1.10` mean themselves), a mapping is an object without a prototype.
 */
export type FieldValue = string | FieldValue[] | { [key: string]: FieldValue };

/** The fields of a front matter or a settings file, and where each of them stands. */
export interface Fields {
  readonly value: { [key: string]: FieldValue };
  /** Where the value at `path` begins; for a path that is not there, its nearest parent. */
  positionOf(path: FieldPath): Position;
  /** Where the key at `path` begins; the same fallback. */
  positionOfKey(path: FieldPath): Position;
  /** Where `part` begins in the value at `path`; the value's place where it is written otherwise. */
  positionWithin(path: FieldPath, part: string): Position;
}

/** Characters that fields may have: whoever has more means the text of an article. Parsers take long over more. */
export const mostCharacters = 100_000;

/** A syntax error: what is wrong in plain words, where, and what to write instead. */
export interface SyntaxProblem extends Position {
  readonly message: string;
  readonly cure: string;
}

/** Something that is valid and that its writer hardly meant: what is left out, and the cure. */
export interface FieldSurprise extends Position {
  /** Dotted: `image.caption`. */
  readonly field: string;
  readonly got: string;
  readonly cure: string;
}

export type ParsedFields =
  | {
      readonly fields: Fields;
      readonly problems: readonly [];
      readonly surprises: readonly FieldSurprise[];
    }
  | { readonly fields?: never; readonly problems: readonly SyntaxProblem[] };
