import { basename } from 'node:path';
import { readByline } from '../bylines/read-byline.ts';
import type { Note } from '../draft.ts';
import { parseDateLine, takeDateToken } from './date-line.ts';
import type { Paragraph } from './split-paragraphs.ts';

/** Number of lines at the top that may hold a date or a byline. */
const headLines = 4;

interface TextHeader {
  readonly date?: string;
  readonly updated?: string;
  readonly authors?: readonly string[];
  readonly paragraphs: readonly Paragraph[];
  readonly notes: readonly Note[];
}

/**
 * Parses the date and the byline at the top of a text, each in a line of its own; `date
 * 2026-01-06` may also precede the first words. The file name of `path` may contain a date;
 * `lang` decides how numeric dates are read.
 */
export function parseHeader(
  given: readonly Paragraph[],
  path: string | undefined,
  context: { readonly timeZone: string; readonly lang?: string | undefined },
): TextHeader {
  const notes: Note[] = [];
  const paragraphs: Paragraph[] = [];
  let date: string | undefined;
  let updated: string | undefined;
  let authors: readonly string[] | undefined;
  let seen = 0;
  for (const paragraph of given) {
    const lines: string[] = [];
    let line = paragraph.line;
    for (const [index, text] of paragraph.lines.entries()) {
      const place = {
        line: paragraph.line + index,
        column: paragraph.column,
      };
      const inHead = ++seen <= headLines;
      const token = inHead && date === undefined ? takeDateToken(text) : undefined;
      if (token && (seen === 1 || token.rest === '')) {
        date = token.date;
        notes.push({
          ...place,
          field: 'date',
          message: `${date}, from the words "date ${date}"`,
          certainty: 'certain',
        });
        if (token.rest !== '') lines.push(token.rest);
        continue;
      }
      const said = inHead ? parseDateLine(text, context) : undefined;
      const isNews = said?.date === undefined || date === undefined;
      if (
        said !== undefined &&
        isNews &&
        (said.updated === undefined || updated === undefined)
      ) {
        date ??= said.date;
        updated ??= said.updated;
        for (const [field, value] of Object.entries(said))
          notes.push({
            ...{ ...place, field, certainty: 'likely' },
            message: `${value}, from the line "${text}"`,
          });
        continue;
      }
      const names = inHead && authors === undefined ? parseByline(text) : undefined;
      if (names !== undefined) {
        authors = names;
        notes.push({
          ...place,
          field: 'authors',
          message: `${names.join(', ')}, from the line "${text}"`,
          certainty: 'likely',
        });
        continue;
      }
      if (lines.length === 0) line = place.line;
      lines.push(text);
    }
    if (lines.length > 0) paragraphs.push({ ...paragraph, line, lines });
  }
  const named = /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/u.exec(basename(path ?? ''))?.[0];
  const ofName = named === undefined ? undefined : parseDateLine(named, context)?.date;
  if (date === undefined && ofName !== undefined) {
    date = ofName;
    notes.push({
      field: 'date',
      message: `${date}, from the file name`,
      certainty: 'likely',
    });
  }
  const isBefore =
    updated !== undefined && date !== undefined && Date.parse(updated) < Date.parse(date);
  if (isBefore)
    notes.push({
      field: 'updated',
      message: `${updated} dropped: it is before the publication date`,
      certainty: 'doubtful',
    });
  return {
    paragraphs,
    notes,
    date,
    updated: isBefore ? undefined : updated,
    authors,
  };
}

/** Words that occur only in bylines, at the beginning or end of a line. */
const foreignByline =
  /^(?:von|par|por|بقلم|كتبت?|文|作者|撰文|[記记]者|글)[\s:：/／]+[^.!?。！？]+$|^[^.!?。！？]{2,30}(?:기자|特派員|[記记]者)$/iu;

/** `By Jane Roe and John Doe`, `홍길동 기자` -> names. Rejects sentences and lower-case words. */
function parseByline(line: string): readonly string[] | undefined {
  if (foreignByline.test(line) && line.length <= 60) {
    const { names, others, isSure, isMarked } = readByline(line);
    if (names.length > 0 && others.length === 0 && isSure && isMarked) return names;
  }
  const names = /^by:?\s+(\p{Lu}[^.!?:;"“”]{1,80})$/iu.exec(line)?.[1];
  if (names === undefined || line.length > 90) return undefined;
  const list = names.split(/\s*,\s*(?:and\s+)?|\s+(?:and|&)\s+/u).filter((name) => name !== '');
  const isName = (name: string) =>
    /^\p{Lu}/u.test(name) &&
    name.split(/\s+/u).length <= 4 &&
    !/\s\p{Ll}{3,}(?:\s|$)/u.test(name);
  return list.every(isName) ? list : undefined;
}
