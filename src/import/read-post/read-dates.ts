import { holdKind } from '../../content/article/hold-fields.ts';
import type { FieldValue } from '../../content/fields/fields.ts';
import { createNewsDate, isBefore, parseWrittenDate } from '../../language/news-date.ts';
import { dayWithin, parseForeignDate } from '../dates/parse-foreign-date.ts';
import { type FieldReader, type FoundField, isMapping, showValue } from './field-reader.ts';

const published = [
  ...['date', 'pubdatetime', 'pubdate', 'publishdate', 'publisheddate', 'datepublished'],
  ...['publishedat', 'publishedon', 'published', 'created', 'createdat', 'datecreated'],
  ...['createddate', 'createdon', 'createdtime'],
];
const changed = [
  ...['updated', 'lastmod', 'moddatetime', 'modified', 'lastmodified', 'lastmodifiedat'],
  ...['updatedat', 'updateddate', 'dateupdated', 'lastupdated', 'modifieddate', 'datemodified'],
  ...['lasteditedtime', 'lastedited', 'lastupdatedtime'],
];
/** Keys of `date: {created: …, updated: …}` (MkDocs Material). */
const partsOf = {
  date: ['created', 'published', 'publish', 'date', 'posted'],
  updated: ['updated', 'modified', 'lastmod', 'edited'],
} as const;

/**
 * The date of a post: from its fields, else from its file name, its old address or its path.
 * `lang` decides whether `05.03.2024` begins with the day.
 */
export function readDate(
  reader: FieldReader,
  path: string,
  name: string,
  lang?: string,
): string | undefined {
  const given = first(reader, published, 'date', lang);
  if (given) {
    noteDate(reader, given, 'date');
    return given.date;
  }
  const named = /^(\d{4}-\d{1,2}-\d{1,2}|\d{8})(?:[-_ ]|$)/u.exec(name)?.[1];
  const day = named === undefined ? undefined : normalizeDate(named);
  if (day) {
    reader.note(undefined, 'date', `${day}, from the file name`);
    return day;
  }
  for (const key of ['permalink', 'url', 'path', 'slug', 'aliases', 'alias', 'redirectfrom']) {
    const found = reader.peek(key);
    for (const address of [found?.value ?? []].flat(2)) {
      const dated = typeof address === 'string' ? dayWithin(address) : undefined;
      if (dated === undefined) continue;
      reader.note(found, 'date', `${dated}, from its address: ${showValue(address)}`, 'likely');
      return dated;
    }
  }
  const dated = dayWithin(path);
  if (dated !== undefined) reader.note(undefined, 'date', `${dated}, from its path`, 'likely');
  return dated;
}

/** The last update of a post published at `date`; an earlier one is dropped. */
export function readUpdated(
  reader: FieldReader,
  date: string | undefined,
  timeZone: string,
  lang?: string,
): string | undefined {
  const last = first(reader, changed, 'updated', lang) ?? partOfDate(reader, lang);
  const rest = reader.take('date');
  for (const [key, value] of Object.entries(isMapping(rest?.value) ? rest.value : {}))
    if (!isPart(key) && holdKind(key) === undefined)
      reader.note(rest, 'dropped', `${rest?.key}.${key}: ${showValue(value)}`);
  if (!last) return undefined;
  const [start, end] = [date, last.date].map((item) => item && parseWrittenDate(item));
  if (
    start &&
    end &&
    isBefore(createNewsDate(end, timeZone), createNewsDate(start, timeZone), timeZone)
  ) {
    const message = `${last.found.key}: ${last.date} dropped: it is before ${date}`;
    reader.note(last.found, 'updated', message, 'likely');
    return undefined;
  }
  noteDate(reader, last, 'updated');
  return last.date;
}

interface Dated {
  readonly found: FoundField;
  readonly date: string;
}

/** The first of these fields that is a date. Takes others with the same date as well. */
function first(
  reader: FieldReader,
  names: readonly string[],
  field: 'date' | 'updated',
  lang: string | undefined,
) {
  let dated: Dated | undefined;
  for (const name of names) {
    const found = reader.peek(name);
    if (found === undefined || isSwitch(found)) continue;
    const text = textOf(found.value, field);
    const date = text === undefined ? undefined : normalizeDate(text, lang);
    if (date !== undefined && (dated === undefined || dated.date === date)) {
      dated ??= { found, date };
      // Other values of a mapping are read later.
      if (!isMapping(found.value)) reader.take(name);
    } else if (date === undefined && dated === undefined) {
      reader.take(name);
      const message = `${found.key}: ${showValue(found.value)} dropped: not a readable date`;
      reader.note(found, field, message, 'doubtful');
    }
  }
  return dated;
}

function isPart(key: string): boolean {
  return Object.values(partsOf).some((keys) => (keys as readonly string[]).includes(key));
}

function partOfDate(reader: FieldReader, lang: string | undefined): Dated | undefined {
  const found = reader.peek('date');
  const text = found && textOf(found.value, 'updated');
  const date = text === undefined ? undefined : normalizeDate(text, lang);
  return found && date !== undefined ? { found, date } : undefined;
}

function textOf(value: FieldValue, field: keyof typeof partsOf): string | undefined {
  const one = Array.isArray(value) ? value[0] : value;
  if (!isMapping(one)) return one as string | undefined;
  const parts = partsOf[field].map((key) => one[key]);
  return parts.find((part) => typeof part === 'string' && part.trim() !== '') as
    | string
    | undefined;
}

/** `published: false` is a switch, not a date, and is read elsewhere. */
function isSwitch({ value }: FoundField): boolean {
  return typeof value === 'string' && /^(?:true|false|yes|no|on|off|0|1)$/iu.test(value.trim());
}

function noteDate(reader: FieldReader, { found, date }: Dated, field: 'date' | 'updated') {
  const written = (textOf(found.value, field) ?? '').trim();
  if (found.key === field && written === date) return;
  reader.note(found, field, `${date}, from ${found.key}: ${showValue(written)}`);
}

/**
 * Converts a date of any generator to a front matter form: `2026-01-06`,
 * `2026-01-06T18:30+09:00`, or without an offset if none is written, since front matter is read
 * in the publication's zone.
 */
export function normalizeDate(written: string, lang?: string): string | undefined {
  const { day, time, offset, unknownZone } = parseForeignDate(written, lang) ?? {};
  if (unknownZone !== undefined || time === undefined) return unknownZone ? undefined : day;
  return `${day}T${time.replace(/(:\d{2}):00$/u, '$1')}${offset ?? ''}`;
}
