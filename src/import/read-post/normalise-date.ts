import { parseForeignDate } from '../dates/parse-foreign-date.ts';

/**
 * A date of any generator in a form of the contracts: `2026-01-06`, `2026-01-06T18:30+09:00`, or
 * without offset where none is written, since front matter is read in the publication's zone.
 */
export function normaliseDate(written: string, lang?: string): string | undefined {
  const { day, time, offset, unknownZone } = parseForeignDate(written, lang) ?? {};
  if (unknownZone !== undefined || time === undefined) return unknownZone ? undefined : day;
  return `${day}T${time.replace(/(:\d{2}):00$/u, '$1')}${offset ?? ''}`;
}
