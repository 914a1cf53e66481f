import { holdKind, readHoldField } from '../../content/article/hold-fields.ts';
import {
  createNewsDate,
  parseWrittenDate,
  startOf,
  type WrittenDate,
} from '../../language/news-date.ts';
import { type FieldReader, type FoundField, isMapping, showValue } from './field-reader.ts';
import { normalizeDate } from './read-dates.ts';

/** Whether and when a post was visible on its old site. */
interface PublicationState {
  /** Whether it becomes a draft. */
  readonly draft: boolean;
  /** A later date of release. */
  readonly date?: string;
}

/**
 * Reads drafts, private and hidden posts, release and expiry dates. All notes except those on
 * `draft: true` are doubtful. `now` is in milliseconds since 1970.
 */
export function readPublicationState(
  reader: FieldReader,
  path: string,
  date: string | undefined,
  { now, timeZone }: { readonly now: number; readonly timeZone: string },
): PublicationState {
  let draft = false;
  const hold = (found: FoundField | undefined, message: string) => {
    draft = true;
    const isPlain = found?.from === undefined && /^(?:draft|isDraft)$/u.test(found?.key ?? '');
    if (!isPlain) reader.note(found, 'draft', message, 'doubtful');
  };
  if (/(?:^|\/)_drafts\//u.test(path)) {
    draft = true;
    reader.note(undefined, 'draft', 'true: it is in _drafts', 'likely');
  }
  const parse = (text: string) => parseWrittenDate(normalizeDate(text) ?? '');
  let later: string | undefined;
  for (const found of [...reader.leftOver(), ...partsOf(reader.peek('date'))]) {
    const kind = holdKind(found.key.split('.').at(-1) ?? '');
    if (kind === undefined) continue;
    const value = Array.isArray(found.value) ? (found.value[0] ?? '') : found.value;
    const holds = readHoldField(kind, value, parse);
    if (holds === 'nothing') continue;
    reader.drop(found);
    const said = `${found.key}: ${showValue(found.value)}`;
    if ('expected' in holds) {
      hold(found, `true: ${said} cannot be understood; expected ${holds.expected}`);
      continue;
    }
    if (holds.draft) hold(found, `true, from ${kind === 'password' ? found.key : said}`);
    if (holds.expires && startIn(holds.expires, timeZone) <= now)
      hold(found, `true: it has expired; ${said}`);
    else if (holds.expires)
      reader.note(found, 'dropped', `${said}; nothing here unpublishes an article`, 'doubtful');
    if (!holds.release) continue;
    const written = formatWritten(holds.release);
    const start = startIn(holds.release, timeZone);
    const known = parseWrittenDate(later ?? date ?? '');
    if (start > now && (known === undefined || start > startIn(known, timeZone))) {
      later = written;
      reader.note(found, 'date', `${written}, from ${said}; it is scheduled`, 'doubtful');
    } else if (written !== date) reader.note(found, 'dropped', said);
  }
  return { draft, date: later };
}

/** Splits `date: {created: …, published: …}`. */
function partsOf(found: FoundField | undefined): FoundField[] {
  const value = isMapping(found?.value) ? found.value : {};
  return Object.entries(value).flatMap(([key, item]) =>
    found === undefined ? [] : [{ ...found, key: `${found.key}.${key}`, value: item }],
  );
}

/** The instant of a date in milliseconds since 1970; a day begins at midnight in `timeZone`. */
function startIn(written: WrittenDate, timeZone: string): number {
  return startOf(createNewsDate(written, timeZone), timeZone);
}

function formatWritten({ day, time, offset = '' }: WrittenDate): string {
  return time === undefined ? day : `${day}T${time.replace(/(:\d{2}):00$/u, '$1')}${offset}`;
}
