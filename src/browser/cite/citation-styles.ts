import { formatEnglishDay, monthNames, partsOfDay } from './calendar-day.ts';
import { type Citation, type CitationPart, type CitedName, endSentence } from './citation.ts';

/**
 * Formats a citation in the language of the page, in no particular style: names, headline,
 * publication, date, URL, and date of access. `accessed` contains `{date}`.
 */
export function formatPlain(citation: Citation, accessed: string): string {
  const { authors, title, publication, published, url, language } = citation;
  const day = (text: string) =>
    // `Intl` takes English without a country for American; pages print 6 January 2026.
    new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
      dateStyle: 'long',
      timeZone: 'UTC',
    }).format(new Date(text));
  const names = new Intl.ListFormat(language).format(authors.map(({ name }) => name));
  const place = [publication, published === undefined ? '' : day(published)];
  return [
    ...[names, title, place.filter(Boolean).join(', ')].filter(Boolean).map(endSentence),
    `${url} (${accessed.replace('{date}', () => day(citation.accessed))})`,
  ].join(' ');
}

/** The most names that are listed; of more, the last replaces the rest after dots. */
const apaNames = 20;

/**
 * APA style, 7th edition: an article of an online newspaper with the date of retrieval (9.16), since
 * articles may be corrected. Names follow 9.8; without one, the headline is first (9.12);
 * translators follow the headline.
 */
export function formatApa(citation: Citation): CitationPart[] {
  const { authors, translators, title, publication, published, accessed, url } = citation;
  const date = `(${published === undefined ? 'n.d.' : formatApaDate(published)}).`;
  const by = translators.length === 0 ? '' : ` (${listApaNames(translators, false)}, Trans.)`;
  const work = endSentence(title + by);
  const head = authors.length === 0 ? [work, date] : [listApaNames(authors, true), date, work];
  const retrieved = `Retrieved ${formatEnglishDay(accessed)}, from ${url}`;
  return publication === ''
    ? [[...head, retrieved].join(' ')]
    : [`${head.join(' ')} `, { italic: publication }, `. ${retrieved}`];
}

function formatApaDate(day: string): string {
  const [year, month, date] = partsOfDay(day);
  return `${year}, ${monthNames[month - 1]} ${date}`;
}

function listApaNames(names: readonly CitedName[], inverted: boolean): string {
  const all = names.map((name) => formatApaName(name, inverted));
  const last = all.at(-1) ?? '';
  const comma = all.length > 2 || (inverted && names[0]?.family !== undefined) ? ',' : '';
  const line =
    all.length > apaNames
      ? `${all.slice(0, apaNames - 1).join(', ')}, . . . ${last}`
      : all.length > 1
        ? `${all.slice(0, -1).join(', ')}${comma} & ${last}`
        : last;
  return inverted ? endSentence(line) : line;
}

function formatApaName({ name, family, given }: CitedName, inverted: boolean): string {
  if (family === undefined || given === undefined) return name;
  return inverted ? `${family}, ${toInitials(given)}` : `${toInitials(given)} ${family}`;
}

/** `Mary-Jane Ann` -> `M.-J. A.`; names in scripts without capitals stay as they are. */
function toInitials(given: string): string {
  if (!/\p{Lu}/u.test(given)) return given;
  return given.replace(/([\p{L}\p{M}])[^\s-]*/gu, '$1.');
}

/** The most names that are listed, and the number that is listed of more. */
const chicagoNames = 6;
const chicagoNamesOfMore = 3;

/**
 * The Chicago Manual of Style, 18th edition, bibliography: an article of a newspaper's site with the
 * date of access. Only the first name is inverted; of more than six, three are listed. Quotation
 * marks in the headline become single ones.
 */
export function formatChicago(citation: Citation): CitationPart[] {
  const { authors, translators, title, publication, published, accessed, url } = citation;
  const names =
    authors.length === 0
      ? ''
      : `${endSentence(listChicagoNames(authors, { inverted: true }))} `;
  const inner = title.replace(/[“”]/gu, (mark) => (mark === '“' ? '‘' : '’'));
  const by =
    translators.length === 0
      ? ''
      : `Translated by ${endSentence(listChicagoNames(translators))} `;
  const date = published === undefined ? '' : formatEnglishDay(published);
  const end = `Accessed ${formatEnglishDay(accessed)}. ${url}.`;
  const head = `${names}“${endSentence(inner)}” ${by}`;
  if (publication === '') return [head + (date && `${date}. `) + end];
  return [head, { italic: publication }, `${date && `, ${date}`}. ${end}`];
}

/** Lists names; an inverted list begins with the family name of the first one, if known. */
function listChicagoNames(names: readonly CitedName[], { inverted = false } = {}): string {
  const all = names.map((name, index) => formatChicagoName(name, inverted && index === 0));
  if (all.length > chicagoNames)
    return `${all.slice(0, chicagoNamesOfMore).join(', ')}, et al.`;
  const comma = all.length > 2 || (inverted && names[0]?.family !== undefined) ? ',' : '';
  return all.length < 2
    ? all.join('')
    : `${all.slice(0, -1).join(', ')}${comma} and ${all.at(-1)}`;
}

function formatChicagoName({ name, family, given }: CitedName, inverted: boolean): string {
  return inverted && family !== undefined && given !== undefined ? `${family}, ${given}` : name;
}
