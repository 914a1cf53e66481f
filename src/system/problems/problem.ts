/** A position in a file of the content folder. Line and column count from 1. */
export interface Place {
  /** Path as a person would type it, such as `content/bridge.md`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export type Severity = 'error' | 'warning';

/**
 * An error or a warning about content or settings, written for the author who has to fix it.
 * Problems are values: they are collected from all files and reported together, one a line, as
 * `file:line:column  field: message; cure`.
 */
export interface Problem extends Place {
  readonly severity: Severity;
  /** The field (`date`, `image.credit`) or the kind of thing (`link`, `text`) that is wrong. */
  readonly field: string;
  /** What is wrong: `wrongValue(…)`, `missing`, `missingValue(…)`, or a plain statement. */
  readonly message: string;
  /** What to do or to write instead, as a clause. Omitted where the message says it. */
  readonly cure?: string;
  /**
   * Problems of several files with one cause, such as another program's name for a field, share
   * this text. Only the first is reported, with the number of files.
   */
  readonly once?: string;
}

/**
 * The message for a wrong value. `expected` describes a right one, with an example; `got` is the
 * value as written (see `quote`) or a description of it.
 */
export function wrongValue(expected: string, got: string): string {
  return `expected ${expected}, got ${got}`;
}

/** The message for an absent value that needs a description or an example. */
export function missingValue(expected: string): string {
  return `missing; expected ${expected}`;
}
