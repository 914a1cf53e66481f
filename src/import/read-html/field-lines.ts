import type { Element } from 'hast';
import { readByline } from '../bylines/read-byline.ts';
import { findDate } from '../dates/find-date.ts';
import { translateDate } from '../dates/translate-date.ts';
import type { DraftFields } from '../draft.ts';
import { decodeEntities } from '../html/decode-entities.ts';
import { plain } from '../plain.ts';

/** Words around the names and dates of a byline, in the languages of the interface. */
const around =
  /(?<![\p{L}\p{N}])(?:by|words|text|story|written|report(?:ed|ing|er)?|staff|senior|writers?|correspondents?|editors?|and|on|at|in|published|posted|updated|modified|created|last|first|date|author|von|par|por|und|et|y|le|el|am|um|uhr|à|publié|publicado|veröffentlicht|aktualisiert|actualizado|mis|jour|mise|stand|기자|입력|수정|등록|승인|최종|기사입력|기사수정|記者|文|更新|公開|配信|投稿|最終更新|记者|編輯|编辑|作者|撰文|发布|發布|发表于|发布时间|來源|بقلم|كتب|كتبت|تاريخ|النشر|نشر|نُشر|آخر|تحديث|في|و|[ap]m|utc|gmt|kst|jst|est|edt|cet|cest)(?![\p{L}\p{N}])/giu;

/**
 * Tells which lines of an article's text front matter has already: the headline (once; ''), its
 * byline, its date. Undefined for any other. `heads` are the texts of all <h1>.
 */
export function createFieldLines(
  fields: DraftFields,
  heads: readonly string[],
  timeZone: string,
  lang: string | undefined,
) {
  const title = plain(fields.title ?? '');
  const names = (fields.authors ?? [])
    .map((author) => (typeof author === 'string' ? author : author.name))
    .toSorted((one, other) => other.length - one.length);
  const known = new Set(names.map(plain));
  const days = [fields.date, fields.updated].flatMap((date) => date?.slice(0, 10) ?? []);
  let hasTitle = false;
  return (block: Element, text: string): string | undefined => {
    if (/^h[1-6]$/u.test(block.tagName)) {
      if (hasTitle || title === '') return undefined;
      const isTitle = plain(decodeEntities(text)) === title;
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
    if (isWhole && byline.names.every((name) => known.has(plain(name))))
      return 'the byline, which front matter has';
    if (!isNamed && !isDated) return undefined;
    rest = rest.replace(/\S+@\S+/gu, ' ').replace(/\d{1,2}:\d{2}(?::\d{2})?/gu, ' ');
    if (/[\p{L}\p{N}]/u.test(rest.replace(around, ' '))) return undefined;
    return isNamed ? 'the byline, which front matter has' : 'the date, which front matter has';
  };
}
