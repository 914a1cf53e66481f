/** An entry of a live article: a heading that begins with an instant, and what is below it. */
export interface LiveEntry {
  /** From the time in UTC, so that it stays when the headline is edited: `t-20260106-0930`. */
  readonly id: string;
  /** ISO 8601 with offset, as written: `2026-01-06T18:30+09:00`. */
  readonly time: string;
  /** Plain text; empty if the heading is only a time. */
  readonly headline: string;
  /** Whether the whole headline is bold. */
  readonly isKey: boolean;
}

/** The class of the elements of entries, which no article can set itself. */
export const entryClass = 'live-entry';
