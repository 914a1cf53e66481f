/** What copy holds that readers do not get as it was written, and what to write instead. */
export interface Kind {
  /** `remark` is dropped, `html` is not kept, `text` is printed otherwise than it was meant. */
  readonly field: 'text' | 'html' | 'remark';
  /** What it is, with an article: follows what was written. */
  readonly name: string;
  /** A clause: what becomes of it, and what to write instead. */
  readonly cure: string;
}

/** One place where copy holds such a thing, by offsets in the source. */
export interface Finding {
  readonly kind: Kind;
  readonly start: number;
  readonly end: number;
}

export type Range = readonly [start: number, end: number];
