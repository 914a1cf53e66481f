import { parseWrittenDate } from '../../article/news-date.ts';

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Zones that mail and blogs name by letters (RFC 2822, section 4.3). */
const zones: Readonly<Record<string, string>> = {
  ut: 'Z',
  utc: 'Z',
  gmt: 'Z',
  est: '-05:00',
  edt: '-04:00',
  cst: '-06:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
};

const numeric =
  /^(?<year>\d{4})(?<mark>[-/.])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})(?<rest>\D.*)?$/su;
const packed = /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/u;
const dayFirst =
  /^(?:[a-z]{3,9},?\s+)?(?<day>\d{1,2})(?:st|nd|rd|th)?[ -](?<name>[a-z]{3,9})\.?,?[ -](?<year>\d{4})(?<rest>\D.*)?$/isu;
const monthFirst =
  /^(?:[a-z]{3,9},?\s+)?(?<name>[a-z]{3,9})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})(?<rest>\D.*)?$/isu;
const slashed = /^(?<first>\d{1,2})[/.](?<second>\d{1,2})[/.](?<year>\d{4})$/u;

/**
 * A date of any generator in a form of the contracts: `2026-01-06`, `2026-01-06T18:30+09:00`, or
 * without offset where none is written. Undefined for what is no date and for `3/4/2026`, which
 * is March to some and April to others.
 */
export function normaliseDate(written: string): string | undefined {
  const text = written.trim().replace(/\s+/gu, ' ');
  for (const form of [numeric, packed, dayFirst, monthFirst]) {
    const groups = form.exec(text)?.groups;
    if (!groups) continue;
    const month = groups['month'] ?? monthNumber(groups['name'] ?? '');
    if (month === undefined) continue;
    return toForm(groups['year'] ?? '', month, groups['day'] ?? '', groups['rest'] ?? '');
  }
  const { first = '', second = '', year = '' } = slashed.exec(text)?.groups ?? {};
  if (Number(first) > 12) return toForm(year, second, first, '');
  return Number(second) > 12 ? toForm(year, first, second, '') : undefined;
}

function monthNumber(name: string): string | undefined {
  const index = months.indexOf(name.slice(0, 3).toLowerCase());
  return index < 0 ? undefined : String(index + 1);
}

const clock =
  /^(?:[Tt]|,? (?:at )?)(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,]\d+)?)? ?(?<half>[ap]\.?m\.?)? ?(?<offset>[Zz]|[+-]\d{1,2}(?::?\d{2})?|[a-z]{2,4})?(?: ?\(.*\))?$/iu;

function toForm(year: string, month: string, day: string, rest: string): string | undefined {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (rest.trim() === '') return parseWrittenDate(date) && date;
  const groups = clock.exec(rest.trimEnd())?.groups;
  if (!groups) return undefined;
  const { half, minute = '', second = '00', offset = '' } = groups;
  const hour =
    half === undefined ? Number(groups['hour']) : halfDay(Number(groups['hour']), half);
  const zone = zones[offset.toLowerCase()] ?? offset;
  const written = `${date}T${String(hour).padStart(2, '0')}:${minute}:${second}${zone}`;
  const parsed = parseWrittenDate(written);
  if (parsed?.time === undefined) return undefined;
  const time = parsed.time.replace(/(:\d{2}):00$/u, '$1');
  return `${parsed.day}T${time}${parsed.offset ?? ''}`;
}

function halfDay(hour: number, half: string): number {
  return (hour % 12) + (/^p/iu.test(half) ? 12 : 0);
}
