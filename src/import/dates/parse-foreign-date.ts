import {
  createNewsDate,
  parseWrittenDate,
  type WrittenDate,
} from '../../language/news-date.ts';
import { translateDate } from './translate-date.ts';

/** A parsed date of a source. */
interface ForeignDate extends WrittenDate {
  /** An unknown zone abbreviation; the time then has no offset. */
  readonly unknownZone?: string;
}

const weekday = String.raw`(?:(?:am|den|der|le|el|il|em|on|op|يوم)\s+)?(?:[\p{L}\p{M}]{1,14}(?:-feira)?(?:\.?,?\s+|,))?(?:den\s+)?`;
const month = String.raw`(?<name>[a-z]{3,9})\.?`;
const day = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?`;
const rest = String.raw`(?<rest>(?:\D.*)?)$`;

const forms: readonly RegExp[] = [
  /^(?<year>\d{4})(?<mark>[-/.])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})(?<rest>(?:\D.*)?)$/su,
  /^(?<year>\d{4})\s*[年년]\s*(?<month>\d{1,2})\s*[月월]\s*(?<day>\d{1,2})\s*[日일](?<rest>.*)$/su,
  /^(?<year>\d{4})\. (?<month>\d{1,2})\. (?<day>\d{1,2})\.?(?<rest>(?:\D.*)?)$/su,
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?<rest>(?:[Tt ].*)?)$/su,
  new RegExp(
    String.raw`^${weekday}${day}[\s-]+${month},?[\s-]+(?<year>\d{4}|\d{2}),?${rest}`,
    'isu',
  ),
  new RegExp(String.raw`^${weekday}${month}\s+${day},?\s+(?<year>\d{4}),?${rest}`, 'isu'),
];

/** A number above twelve is the day. */
const dayThenMonth = /^(?<day>1[3-9]|[23]\d)[/.](?<month>\d{1,2})[/.](?<year>\d{4})(?<rest>)$/u;
const monthThenDay = /^(?<month>\d{1,2})[/.](?<day>1[3-9]|[23]\d)[/.](?<year>\d{4})(?<rest>)$/u;

const clock =
  /^(?:[Tt]|[\s,]*(?:at )?)\(?(?<hour>\d{1,2}):?(?<minute>\d{2})(?::?(?<second>\d{2})(?:[.,]\d+)?)? ?(?<half>[ap]\.?m\.?)? ?(?<offset>[+-]\d{1,2}(?::?\d{2})?|[a-z]{1,5})?\)?(?: ?\([^)]*\))?$/iu;

/**
 * Parses a date of a feed, a page, or another generator's front matter: ISO 8601 in all its
 * forms, RFC 822 with its variants (two-digit years, zone names), `2026年1月6日`, `2026년 1월 6일`,
 * `2026. 1. 6.`, words in any order in English and the languages of `translateDate`, and RFC 9557
 * zones in brackets. Undefined for anything else, for days that do not exist, and for the
 * ambiguous `3/4/2026` unless `lang`, the language of the source, decides.
 */
export function parseForeignDate(written: string, lang?: string): ForeignDate | undefined {
  const text = written
    .trim()
    .replace(/\s+/gu, ' ')
    .slice(0, 100)
    // `UTC+09:00`, as scripts and Nikola print it.
    .replace(/(?<=\d ?)(?:UTC|GMT) ?(?=[+-]\d)/u, ' ');
  const [, bare = text, zone] =
    /^(.*\d.*?)\[!?([A-Za-z]\w*(?:\/[\w+-]+)*)\](?:\[[^\]]*\])*$/u.exec(text) ?? [];
  const date = parseEnglish(bare) ?? parseEnglish(translateDate(bare, lang));
  return zone === undefined || date === undefined ? date : withZone(date, zone);
}

/** `10:00[Asia/Seoul]`: the zone gives the offset if none is written. */
function withZone(date: ForeignDate, timeZone: string): ForeignDate {
  const { day, time, offset } = date;
  if (time === undefined || offset !== undefined) return date;
  try {
    const news = createNewsDate({ day, time }, timeZone);
    const found =
      news.precision === 'instant' ? /[+-]\d\d:\d\d$/u.exec(news.instant)?.[0] : undefined;
    if (found !== undefined) return { day, time, offset: found };
  } catch {
    // An unknown zone, reported below.
  }
  return { day, time, unknownZone: timeZone };
}

function parseEnglish(text: string): ForeignDate | undefined {
  for (const form of [...forms, dayThenMonth, monthThenDay]) {
    const groups = form.exec(text)?.groups;
    if (!groups) continue;
    const number = groups['month'] ?? String(monthNumber(groups['name'] ?? ''));
    const date = [fullYear(groups['year'] ?? ''), number, groups['day'] ?? ''];
    return withTime(date.map((part) => part.padStart(2, '0')).join('-'), groups['rest'] ?? '');
  }
  return undefined;
}

/** Two digits below 50 are in this century (RFC 2822, 4.3). */
function fullYear(year: string): string {
  return year.length === 2 ? `${Number(year) < 50 ? 20 : 19}${year}` : year;
}

/** `오후 11:23`, `下午3時5分` -> ` 11:23 pm`, ` 3:05 pm`. Drops a weekday before it. */
function toLatinClock(rest: string): string {
  const match =
    /^[\s,]*(?:[([（][월화수목금토일月火水木金土日](?:요일|曜日)?[)\]）]|星期[一二三四五六日天]|[월화수목금토일月火水木金土日](?:요일|曜日))?[\s,]*(?<half>오전|오후|上午|下午|午前|午後)?\s*(?<hour>\d{1,2})\s*[시時点點:]\s*(?:(?<minute>\d{1,2})\s*[분分]?(?:\s*:?\s*(?<second>\d{1,2})\s*[초秒]?)?)?(?<zone>.*)$/u.exec(
      rest,
    )?.groups;
  if (!match || !/[^\x20-\x7e]/u.test(rest)) return rest;
  const { half, hour = '', minute = '0', second, zone = '' } = match;
  const time = [hour, minute.padStart(2, '0'), ...(second ? [second.padStart(2, '0')] : [])];
  const latin = half === undefined ? '' : /^(?:오전|上午|午前)$/u.test(half) ? ' am' : ' pm';
  return ` ${time.join(':')}${latin}${zone}`;
}

function withTime(date: string, rest: string): ForeignDate | undefined {
  if (rest.trim() === '') return parseWrittenDate(date);
  const groups = clock.exec(toLatinClock(rest.trimEnd()))?.groups;
  if (!groups) return undefined;
  const { hour = '', minute = '', second = '00', half, offset } = groups;
  if (Number(hour) > 23) return undefined;
  const hours =
    half === undefined ? Number(hour) : (Number(hour) % 12) + (/^p/iu.test(half) ? 12 : 0);
  // Clocks do not show leap seconds.
  const seconds = second === '60' ? '59' : second;
  const time = `${String(hours).padStart(2, '0')}:${minute}:${seconds}`;
  const zone = zoneOffsets.get(offset?.toLowerCase() ?? '') ?? offset ?? '';
  if (!/^[a-z]/iu.test(zone)) return parseWrittenDate(`${date}T${time}${zone}`);
  const parsed = parseWrittenDate(`${date}T${time}`);
  return parsed && { ...parsed, unknownZone: zone };
}

/** Offsets of zone abbreviations in mail, feeds and pages (RFC 2822, 4.3, and others). */
const zoneOffsets: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ z: '+00:00', ut: '+00:00', utc: '+00:00', gmt: '+00:00', wet: '+00:00' },
    ...{ met: '+01:00', mest: '+02:00', mez: '+01:00', mesz: '+02:00', msd: '+04:00' },
    ...{ west: '+01:00', bst: '+01:00', cet: '+01:00', cest: '+02:00', eet: '+02:00' },
    ...{ eest: '+03:00', msk: '+03:00', hkt: '+08:00', sgt: '+08:00', jst: '+09:00' },
    ...{ kst: '+09:00', aest: '+10:00', aedt: '+11:00', nzst: '+12:00', nzdt: '+13:00' },
    ...{ est: '-05:00', edt: '-04:00', cst: '-06:00', cdt: '-05:00' },
    ...{ akst: '-09:00', akdt: '-08:00', hst: '-10:00', nst: '-03:30', ndt: '-02:30' },
    ...{ brt: '-03:00', art: '-03:00', sast: '+02:00', cat: '+02:00', eat: '+03:00' },
    ...{ pkt: '+05:00', ict: '+07:00', wib: '+07:00', pht: '+08:00', awst: '+08:00' },
    ...{ acst: '+09:30', acdt: '+10:30' },
    ...{ mst: '-07:00', mdt: '-06:00', pst: '-08:00', pdt: '-07:00' },
  }),
);

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** The number of a month, 1 to 12, by its English name or abbreviation; 0 if unknown. */
export function monthNumber(name: string): number {
  return months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

/** The day in a path: `/2019/05/15/x`, `2019-05-15/x`. */
export function dayWithin(path: string): string | undefined {
  const [, year, month, day] =
    /(?:^|\/)((?:19|20)\d\d)[-/](\d{1,2})[-/](\d{1,2})(?=[/_-]|$)/u.exec(path) ?? [];
  return year === undefined ? undefined : parseForeignDate(`${year}-${month}-${day}`)?.day;
}
