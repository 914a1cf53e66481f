import type { SearchRecord } from './search-record.ts';

/** A part that a child process indexes. */
export interface IndexJob {
  readonly name: string;
  readonly records: readonly SearchRecord[];
  /** Their rendered texts, in the same order. */
  readonly bodies: readonly string[];
  /** Where its files go: absolute. */
  readonly folder: string;
}
