import { hash } from 'node:crypto';
import { hashCode } from '../../system/cache/hash-code.ts';
import type { SearchRecord } from './search-record.ts';
import { type RecordGroup, splitRecords } from './split-records.ts';

/** A part of the index to make: plain data, which another process or machine may make. */
export interface PlannedPart extends RecordGroup {
  /** A hash of all that decides the bytes of the part, besides the texts that the records name. */
  readonly key: string;
}

/** The folders of `src` whose code decides the bytes of an index. */
export const indexCode: readonly string[] = ['outputs/search', 'language'];

/**
 * Plans the parts of the search index of some articles. Parts are in the order of the index: languages
 * in alphabetical order, each from new to old.
 *
 * @param max the maximum number of articles in a part. Default: 500, about a second and 150 MB
 */
export function planIndex(records: readonly SearchRecord[], max = 500): PlannedPart[] {
  const version = hashCode(indexCode);
  return splitRecords(records, max).map((part) => ({
    ...part,
    key: hash('sha256', JSON.stringify([version, part.name, part.records])),
  }));
}
