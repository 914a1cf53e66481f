import type { Element } from 'hast';
import { readByline } from '../bylines/read-byline.ts';
import { findDate, wordsAround } from '../dates/find-date.ts';
import { translateDate } from '../dates/translate-date.ts';
import type { DraftFields } from '../draft.ts';
import { decodeEntities } from '../html/html-tree.ts';
import { comparableText } from '../plain-text.ts';

/**
 * Recognizes lines of the text that front matter already has: the headline (once; returns ''),
 * the byline, the date. Undefined for other lines. `heads` are the texts of all <h1>.
 */
export function createFieldLineMatcher(
  fields: DraftFields,
  heads: readonly string[],
  timeZone: string,
  lang: string | undefined,
) {
  const title = comparableText(fields.title ?? '');
  const names = (fields.authors ?? [])
    .map((author) => (typeof author === 'string' ? author : author.name))
    .toSorted((one, other) => other.length - one.length);
  const known = new Set(names.map(comparableText));
  const days = [fields.date, fields.updated].flatMap((date) => date?.slice(0, 10) ?? []);
  let hasTitle = false;
  return (block: Element, text: string): string | undefined => {
    if (/^h[1-6]$/u.test(block.tagName)) {
      if (hasTitle || title === '') return undefined;
      const isTitle = comparableText(decodeEntities(text)) === title;
      if (!isTitle && !(block.tagName === 'h1' && heads.length === 1)) return undefined;
      hasTitle = true;
      return isTitle ? '' : 'the headline above the text';
    }
    if (text.length > 200) return undefined;
    let rest = translateDate(text, lang);
    let isNamed = false;
    for (const name of names) {
      const less = rest.replaceAll(name.normalize('NFC'), ' ');
      if (less !== rest) isNamed = true;
      rest = less;
    }
    let isDated = false;
    for (let found = findDate(rest, timeZone); found; found = findDate(rest, timeZone)) {
      if (!days.includes(found.date.slice(0, 10))) return undefined;
      rest = `${rest.slice(0, found.from)} ${rest.slice(found.to)}`;
      isDated = true;
    }
    const byline = readByline(text);
    const isWhole =
      text.length <= 120 &&
      byline.isSure &&
      byline.others.length === 0 &&
      byline.names.length > 0;
    if (isWhole && byline.names.every((name) => known.has(comparableText(name))))
      return 'the byline, now in front matter';
    if (!isNamed && !isDated) return undefined;
    rest = rest.replace(/\S+@\S+/gu, ' ').replace(/\d{1,2}:\d{2}(?::\d{2})?/gu, ' ');
    if (/[\p{L}\p{N}]/u.test(rest.replace(wordsAround, ' '))) return undefined;
    return isNamed ? 'the byline, now in front matter' : 'the date, now in front matter';
  };
}
