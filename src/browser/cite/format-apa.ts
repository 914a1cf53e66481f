import { formatEnglishDay, monthNames, partsOfDay } from './calendar-day.ts';
import type { Citation, CitedName } from './citation.ts';
import { type CitationPart, endSentence } from './citation-text.ts';

/** Names that are written out before the rest gives way to dots and the last one. */
const most = 20;

/**
 * APA style, 7th edition: an article of an online newspaper, with the day of retrieval (9.16),
 * since what is published here may be corrected. Names: 9.8; without one the headline goes
 * first (9.12); translators stand behind it.
 */
export function formatApa(citation: Citation): CitationPart[] {
  const { authors, translators, title, publication, published, accessed, url } = citation;
  const date = `(${published === undefined ? 'n.d.' : formatDate(published)}).`;
  const by = translators.length === 0 ? '' : ` (${listNames(translators, false)}, Trans.)`;
  const work = endSentence(title + by);
  const head = authors.length === 0 ? [work, date] : [listNames(authors, true), date, work];
  const retrieved = `Retrieved ${formatEnglishDay(accessed)}, from ${url}`;
  return publication === ''
    ? [[...head, retrieved].join(' ')]
    : [`${head.join(' ')} `, { italic: publication }, `. ${retrieved}`];
}

function formatDate(day: string): string {
  const [year, month, date] = partsOfDay(day);
  return `${year}, ${monthNames[month - 1]} ${date}`;
}

function listNames(names: readonly CitedName[], inverted: boolean): string {
  const all = names.map((name) => formatName(name, inverted));
  const last = all.at(-1) ?? '';
  const comma = all.length > 2 || (inverted && names[0]?.family !== undefined) ? ',' : '';
  const line =
    all.length > most
      ? `${all.slice(0, most - 1).join(', ')}, . . . ${last}`
      : all.length > 1
        ? `${all.slice(0, -1).join(', ')}${comma} & ${last}`
        : last;
  return inverted ? endSentence(line) : line;
}

function formatName({ name, family, given }: CitedName, inverted: boolean): string {
  if (family === undefined || given === undefined) return name;
  return inverted ? `${family}, ${toInitials(given)}` : `${toInitials(given)} ${family}`;
}

/** `Mary-Jane Ann` -> `M.-J. A.`; a script without capitals has no initials. */
function toInitials(given: string): string {
  if (!/\p{Lu}/u.test(given)) return given;
  return given.replace(/([\p{L}\p{M}])[^\s-]*/gu, '$1.');
}
