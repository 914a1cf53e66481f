/** The path of a field from the top: `['image', 'credit']`, `['authors', 1, 'url']`. */
export type FieldPath = readonly (string | number)[];

/** A position in a text. Line and column count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Values as written. A scalar is its source text, so that `no`, `007` and `1.10` keep their form.
 * A mapping is an object without a prototype.
 */
export type FieldValue = string | FieldValue[] | { [key: string]: FieldValue };

/** The fields of front matter or a settings file, with their positions. */
export interface Fields {
  readonly value: { [key: string]: FieldValue };
  /**
   * The start of the value at `path`. If `path` does not exist, that of its nearest existing
   * parent.
   */
  positionOf(path: FieldPath): Position;
  /** The start of the key at `path`, with the same fallback. */
  positionOfKey(path: FieldPath): Position;
  /**
   * The start of `part` within the value at `path`. If it is written differently there, the start
   * of the value.
   */
  positionWithin(path: FieldPath, part: string): Position;
}

/**
 * The maximum number of characters of front matter. More is probably an article's text, and
 * parsers are slow with it.
 */
export const maxFrontMatterLength = 100_000;

/** A syntax error in plain words, its position, and what to write instead. */
export interface SyntaxProblem extends Position {
  readonly message: string;
  readonly cure: string;
}

/** Valid syntax that the author probably did not intend: what is lost, and the cure. */
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
