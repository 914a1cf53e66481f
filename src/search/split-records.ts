import type { SearchRecord } from './search-record.ts';

/** Articles of a span of months, which have an index of their own. */
export interface IndexPart {
  /** `all`, or its first and last month: `2016-01-2023-12`. Names a folder. */
  readonly name: string;
  readonly records: readonly SearchRecord[];
}

/**
 * Months that a part may span, the widest first. A span begins at a multiple of itself, so that
 * what comes or goes in one moves no other.
 */
const spans = [768, 384, 192, 96, 48, 24, 12, 6, 3, 1];

/**
 * Splits articles into parts of at most `most` by their dates, the newest part first: an article
 * that changes has the index of its part made anew, and no other. A month is never split.
 */
export function splitRecords(records: readonly SearchRecord[], most: number): IndexPart[] {
  return split({ name: 'all', records }, most, spans);
}

function split(
  part: IndexPart,
  most: number,
  [span, ...narrower]: readonly number[],
): IndexPart[] {
  if (part.records.length <= most || span === undefined) return [part];
  const groups = Map.groupBy(part.records, ({ day }) => Math.floor(monthOf(day) / span));
  return [...groups]
    .sort(([a], [b]) => b - a)
    .flatMap(([number, records]) => {
      const first = number * span;
      const name = `${formatMonth(first)}-${formatMonth(first + span - 1)}`;
      return split({ name, records }, most, narrower);
    });
}

/** Months since the year 0. */
function monthOf(day: string): number {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return year * 12 + month - 1;
}

function formatMonth(month: number): string {
  const year = String(Math.floor(month / 12)).padStart(4, '0');
  return `${year}-${String((month % 12) + 1).padStart(2, '0')}`;
}
