import { partsOfDay } from './calendar-day.ts';
import type { Citation, CitedName } from './citation.ts';
import { citationKey } from './citation-key.ts';

/** CSL-JSON (schema 1.0.2): a list of one item, as reference managers read it. */
export function formatCslJson(citation: Citation): string {
  const { title, authors, translators, publication, published, accessed, url, language } =
    citation;
  const date = (day: string) => ({ 'date-parts': [partsOfDay(day)] });
  const item = {
    id: citationKey(citation),
    type: 'article-newspaper',
    title,
    ...(authors.length > 0 ? { author: authors.map(toName) } : {}),
    ...(translators.length > 0 ? { translator: translators.map(toName) } : {}),
    ...(publication === '' ? {} : { 'container-title': publication }),
    ...(published === undefined ? {} : { issued: date(published) }),
    accessed: date(accessed),
    URL: url,
    language,
  };
  return JSON.stringify([item], undefined, 2).replace(
    /\[\s+(\d+),\s+(\d+),\s+(\d+)\s+\]/g,
    '[$1, $2, $3]',
  );
}

function toName({ name, family, given }: CitedName): object {
  return family === undefined || given === undefined ? { literal: name } : { family, given };
}
