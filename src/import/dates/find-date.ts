import { createNewsDate, toMachineDate } from '../../language/news-date.ts';
import { parseForeignDate } from './parse-foreign-date.ts';

const day = String.raw`\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{4}\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일]|\d{4}\. \d{1,2}\. \d{1,2}\.?|\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4}|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{1,2}, \d{4}|(?:1[3-9]|[23]\d)[/.]\d{1,2}[/.]\d{4}|\d{1,2}[/.](?:1[3-9]|[23]\d)[/.]\d{4}`;
const weekday = String.raw`\.?(?:\s?[(（][日月火水木金土월화수목금토일][)）])?`;
const time = String.raw`\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]\.?m\b\.?)?(?: ?(?:Z|[+-]\d{2}:?\d{2}|[A-Z]{3,4}\b))?`;
const written = new RegExp(
  `(?<![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{Script=Arabic}\\d])(?<day>${day})${weekday}(?:[ ,T]*(?<time>${time}))?(?!\\d)`,
  'u',
);

/** A date within a line of text. */
interface FoundDate {
  /** In a front matter form. */
  readonly date: string;
  readonly from: number;
  readonly to: number;
}

/**
 * The first date in a line that is in English or was translated by `translateDate`. A time
 * without an offset is in `timeZone`; an unreadable time is ignored.
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

/** Words around the names and dates of a byline, in the interface languages. */
export const wordsAround =
  /(?<![\p{L}\p{N}])(?:by|words|text|story|written|report(?:ed|ing|er)?|staff|senior|writers?|correspondents?|editors?|and|on|at|in|published|posted|updated|modified|created|last|first|date|author|von|par|por|und|et|y|le|el|am|um|uhr|à|publié|publicado|veröffentlicht|aktualisiert|actualizado|mis|jour|mise|stand|기자|입력|수정|등록|승인|최종|기사입력|기사수정|記者|文|更新|公開|配信|投稿|最終更新|记者|編輯|编辑|作者|撰文|发布|發布|发表于|发布时间|來源|بقلم|كتب|كتبت|تاريخ|النشر|نشر|نُشر|آخر|تحديث|في|و|[ap]m|utc|gmt|kst|jst|est|edt|cet|cest)(?![\p{L}\p{N}])/giu;

/** Words before the date of an update. */
export const updatedWords =
  /updated|modified|revised|aktualisiert|geändert|(?<!\p{L})stand(?!\p{L})|mis à jour|màj|modifié|actualizad[oa]|modificad[oa]|수정|更新|修改|改訂|تحديث|تعديل/iu;
