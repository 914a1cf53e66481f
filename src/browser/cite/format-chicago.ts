import { formatEnglishDay } from './calendar-day.ts';
import type { Citation, CitedName } from './citation.ts';
import { type CitationPart, endSentence } from './citation-text.ts';

/** Names that are written out, and how many remain of more. */
const most = 6;
const remaining = 3;

/**
 * The Chicago Manual of Style, 18th edition, bibliography: an article of a newspaper's site, with
 * the day of access. The first name alone is inverted; of more than six, three are named. A
 * headline that has quotation marks has single ones within its own.
 */
export function formatChicago(citation: Citation): CitationPart[] {
  const { authors, translators, title, publication, published, accessed, url } = citation;
  const names = authors.length === 0 ? '' : `${endSentence(listNames(authors, true))} `;
  const inner = title.replace(/[“”]/gu, (mark) => (mark === '“' ? '‘' : '’'));
  const by =
    translators.length === 0 ? '' : `Translated by ${endSentence(listNames(translators))} `;
  const date = published === undefined ? '' : formatEnglishDay(published);
  const end = `Accessed ${formatEnglishDay(accessed)}. ${url}.`;
  const head = `${names}“${endSentence(inner)}” ${by}`;
  if (publication === '') return [head + (date && `${date}. `) + end];
  return [head, { italic: publication }, `${date && `, ${date}`}. ${end}`];
}

/** The first one begins with the family's name where it is known. */
function listNames(names: readonly CitedName[], inverted = false): string {
  const all = names.map((name, index) => formatName(name, inverted && index === 0));
  if (all.length > most) return `${all.slice(0, remaining).join(', ')}, et al.`;
  const comma = all.length > 2 || (inverted && names[0]?.family !== undefined) ? ',' : '';
  return all.length < 2
    ? all.join('')
    : `${all.slice(0, -1).join(', ')}${comma} and ${all.at(-1)}`;
}

function formatName({ name, family, given }: CitedName, inverted: boolean): string {
  return inverted && family !== undefined && given !== undefined ? `${family}, ${given}` : name;
}
