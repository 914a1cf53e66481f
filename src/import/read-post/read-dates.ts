import { createNewsDate, isBefore, parseWrittenDate } from '../../article/news-date.ts';
import { type FieldDesk, type Found, showValue } from './field-desk.ts';
import { normaliseDate } from './normalise-date.ts';

const published = [
  ...['date', 'pubdatetime', 'pubdate', 'publishdate', 'publisheddate', 'datepublished'],
  ...['publishedat', 'publishedon', 'published', 'created', 'createdat', 'datecreated'],
  ...['createddate', 'createdon'],
];
const changed = [
  ...['updated', 'lastmod', 'moddatetime', 'modified', 'lastmodified', 'lastmodifiedat'],
  ...['updatedat', 'updateddate', 'dateupdated', 'lastupdated', 'modifieddate', 'datemodified'],
];

/** The dates of a post; `name` is its file's name, which may begin with a date. */
export function readDates(
  desk: FieldDesk,
  name: string,
  timeZone: string,
): { date?: string; updated?: string } {
  const first = (names: readonly string[], field: string) => {
    const dated = names.filter((name) => !isSwitch(desk.peek(name)));
    for (const found of desk.takeAll(...dated)) {
      const text = Array.isArray(found.value) ? found.value[0] : found.value;
      const date = typeof text === 'string' ? normaliseDate(text) : undefined;
      if (date !== undefined) return { found, date };
      desk.note(
        found,
        field,
        `${found.key}: ${showValue(found.value)} is no date that can be read, and is left out`,
        'doubtful',
      );
    }
    return undefined;
  };
  const given = first(published, 'date');
  const named = /^(\d{4}-\d{1,2}-\d{1,2})(?:[-_ ]|$)/u.exec(name)?.[1];
  const day = named === undefined ? undefined : normaliseDate(named);
  if (given) say(desk, given, 'date');
  else if (day) desk.note(undefined, 'date', `${day}, from the name of the file`);
  const date = given?.date ?? day;
  const last = first(changed, 'updated');
  if (!last) return date === undefined ? {} : { date };
  const [start, end] = [date, last.date].map((item) => item && parseWrittenDate(item));
  if (
    start &&
    end &&
    isBefore(createNewsDate(end, timeZone), createNewsDate(start, timeZone), timeZone)
  ) {
    const message = `${last.found.key}: ${last.date} is before ${date}, and is left out`;
    desk.note(last.found, 'updated', message, 'likely');
    return date === undefined ? {} : { date };
  }
  say(desk, last, 'updated');
  return { ...(date === undefined ? {} : { date }), updated: last.date };
}

/** `published: false` is no date, and is read by others. */
function isSwitch(found: Found | undefined): boolean {
  const { value } = found ?? {};
  return typeof value === 'string' && /^(?:true|false|yes|no|on|off|0|1)$/iu.test(value.trim());
}

function say(desk: FieldDesk, { found, date }: { found: Found; date: string }, field: string) {
  const written = String(Array.isArray(found.value) ? found.value[0] : found.value).trim();
  if (found.key === field && written === date) return;
  desk.note(found, field, `${date}, from ${found.key}: ${showValue(written)}`);
}
