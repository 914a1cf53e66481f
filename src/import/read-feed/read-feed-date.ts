import { createNewsDate, toMachineDate } from '../../content/article/news-date.ts';
import { parseForeignDate } from '../dates/parse-foreign-date.ts';

export interface FeedDate {
  /** `2026-01-06`, or `2026-01-06T18:30+09:00`. */
  readonly date: string;
  /** What had to be assumed, if anything had. */
  readonly doubt?: string;
}

/**
 * Reads a feed's date. A time without a zone is one of `timeZone`, an unknown zone likewise;
 * both are said in `doubt`. Gives undefined for what is no date: none is made up.
 */
export function readFeedDate(
  text: string,
  timeZone: string,
  lang?: string,
): FeedDate | undefined {
  const parsed = parseForeignDate(text, lang);
  if (parsed === undefined) return undefined;
  const date = toMachineDate(createNewsDate(parsed, timeZone));
  if (parsed.time === undefined || parsed.offset !== undefined) return { date };
  const { unknownZone } = parsed;
  const cause =
    unknownZone === undefined ? 'it names no zone' : `its zone ${unknownZone} is not known`;
  return { date, doubt: `${cause}; read as a time of ${timeZone}` };
}
