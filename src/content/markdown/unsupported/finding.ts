/** A kind of unsupported syntax, and what to write instead. */
export interface Kind {
  /**
   * `comment` is removed, `html` is not kept, `text` is printed differently from what was
   * intended.
   */
  readonly field: 'text' | 'html' | 'comment';
  /** What it is, with an article: completes the sentence after the written text. */
  readonly name: string;
  /** A clause: what happens to it, and what to write instead. */
  readonly cure: string;
}

/** One occurrence, by offsets in the source. */
export interface Finding {
  readonly kind: Kind;
  readonly start: number;
  readonly end: number;
}

export type Range = readonly [start: number, end: number];
