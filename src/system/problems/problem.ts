/** Where something stands in a file of the content folder. Line and column count from 1. */
export interface Place {
  /** Path as a person would type it, such as `content/bridge.md`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export type Severity = 'error' | 'warning';

/**
 * One thing that is wrong with copy or settings, said so that its writer can mend it.
 * Problems are values: they are collected over all files and reported together.
 */
export interface Problem extends Place {
  readonly severity: Severity;
  /** The field (`date`, `image.credit`) or the kind of thing (`link`, `text`) it is about. */
  readonly field: string;
  /** What would be right, with an example: completes "expected …". */
  readonly expected: string;
  /** What stands there, as written: completes "got …". */
  readonly got: string;
  /** What to do or to write instead, a full clause; left out where `expected` says it all. */
  readonly cure?: string;
  /**
   * Problems of many files that have one cause, such as another program's name for a field, share
   * this text: they are told as one, the first of them with their number.
   */
  readonly once?: string;
}
