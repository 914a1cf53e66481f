import { toSlug } from '../article/slug.ts';

/** Bytes of a name that every file system takes, with a language and an ending. */
const most = 120;

/** Names that a content folder gives another meaning, or that Windows keeps for devices. */
const taken = /^(?:readme|index|con|prn|aux|nul|com\d|lpt\d)$/u;

/** Quotation marks, apostrophes and ellipses of all languages. */
const quotes = /[\p{Pi}\p{Pf}„‚「」『』《》〈〉…]/gu;

/**
 * The file's name, without ending, for an article with this headline; undefined where nothing of
 * the headline can stand in a name. `day` is put before a name that would not be an article.
 */
export function toNewName(headline: string, day: string): string | undefined {
  // A full stop would be the start of a language or an ending.
  const words = toSlug(headline.toLowerCase().replace(quotes, '').replaceAll('.', '-'))
    .replace(/-{2,}/gu, '-')
    .replace(/^[-_]+|[-_]+$/gu, '');
  const name = shorten(words);
  if (name === '') return undefined;
  // A name that is only a date, or begins with one, would say that the article is of that day.
  return taken.test(name) || /^\d{4}-\d{2}-\d{2}/u.test(name) ? `${day}-${name}` : name;
}

/** Whole words, as far as there is room. */
function shorten(name: string): string {
  let short = '';
  for (const word of name.split('-')) {
    const longer = short === '' ? word : `${short}-${word}`;
    if (Buffer.byteLength(longer) > most) break;
    short = longer;
  }
  if (short !== '') return short;
  let cut = '';
  for (const character of name) {
    if (Buffer.byteLength(cut + character) > most) break;
    cut += character;
  }
  return cut;
}
