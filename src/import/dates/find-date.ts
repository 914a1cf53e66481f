import { createNewsDate, toMachineDate } from '../../content/article/news-date.ts';
import { parseForeignDate } from './parse-foreign-date.ts';

const day = String.raw`\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{4}\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일]|\d{4}\. \d{1,2}\. \d{1,2}\.?|\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4}|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{1,2}, \d{4}|(?:1[3-9]|[23]\d)[/.]\d{1,2}[/.]\d{4}|\d{1,2}[/.](?:1[3-9]|[23]\d)[/.]\d{4}`;
const weekday = String.raw`\.?(?:\s?[(（][日月火水木金土월화수목금토일][)）])?`;
const time = String.raw`\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]\.?m\b\.?)?(?: ?(?:Z|[+-]\d{2}:?\d{2}|[A-Z]{3,4}\b))?`;
const written = new RegExp(
  `(?<![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{Script=Arabic}\\d])(?<day>${day})${weekday}(?:[ ,T]*(?<time>${time}))?(?!\\d)`,
  'u',
);

/** A date within a line of text. */
export interface FoundDate {
  /** In the form of front matter. */
  readonly date: string;
  readonly from: number;
  readonly to: number;
}

/**
 * The first date in a line that is in English or translated by `translateDate`. A time without
 * an offset is one of `timeZone`; where the time cannot be read the day counts.
 */
export function findDate(line: string, timeZone: string): FoundDate | undefined {
  const found = written.exec(line);
  if (!found) return undefined;
  const { day: said = '', time: clock = '' } = found.groups ?? {};
  for (const form of [`${said} ${clock}`, said]) {
    const date = parseForeignDate(form);
    if (date === undefined || date.unknownZone !== undefined) continue;
    const [from, to] = [found.index, found.index + found[0].length];
    return { date: toMachineDate(createNewsDate(date, timeZone)), from, to };
  }
  return undefined;
}
