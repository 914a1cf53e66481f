import { monthNumber } from '../dates/parse-foreign-date.ts';

interface TakenDateline {
  /** The place, as written. */
  readonly place: string;
  readonly agency?: string;
  /** `Jan. 6`, as written, and as `01-06`. */
  readonly day?: { readonly written: string; readonly monthDay: string };
  readonly rest: string;
}

const place = String.raw`(?<place>\p{Lu}[\p{Lu}\p{M}.'’-]+(?:[ -][\p{Lu}\p{M}.'’-]+){0,3}(?:, (?!(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\b)\p{Lu}[\p{L}.]+(?: \p{Lu}[\p{L}.]+)?)?)`;
const day = String.raw`(?:, (?<month>[A-Z][a-z]{2,8})\.? (?<day>\d{1,2}))?`;
const agency = String.raw`(?: \((?<agency>[\p{L}\p{N}][\p{L}\p{N} .&/-]{0,40})\))?`;
const form = new RegExp(String.raw`^${place}${day}${agency}\s*(?:[—–]|--?)\s+(?=\S)`, 'u');

/** Maximum length of a dateline. */
const maxLength = 120;

/**
 * Parses an agency's dateline at the beginning of a text: `BEIJING (AP) — `, `SEOUL, Jan. 6
 * (Yonhap) -- `. The place is in capitals; a single hyphen requires an agency.
 */
export function takeDateline(text: string): TakenDateline | undefined {
  const match = form.exec(text.slice(0, maxLength));
  const groups = match?.groups;
  if (!match || !groups) return undefined;
  const { place = '', month, day, agency } = groups;
  if (/\s-\s+$/u.test(match[0]) && agency === undefined) return undefined;
  const number = month === undefined ? 0 : monthNumber(month);
  if (month !== undefined && number === 0) return undefined;
  const monthDay = `${String(number).padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
  const written = /, ([A-Z][a-z]+\.? \d{1,2})/u.exec(match[0].slice(place.length))?.[1] ?? '';
  return {
    place,
    rest: text.slice(match[0].length),
    agency,
    day: month === undefined ? undefined : { written, monthDay },
  };
}
