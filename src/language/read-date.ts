import { monthOf, toAsciiFigures, toOneWordMonths } from './month-names.ts';

const year = String.raw`(?<year>\d{4})`;
const day = String.raw`(?<day>\d{1,2})`;
const month = String.raw`(?<month>\p{L}[\p{L}\p{M}]+)\.?`;
const time = String.raw`(?:(?:[T ]|, )(?<time>\d{1,2}:\d{2}(?::\d{2})?)(?<zone> ?(?:Z|[+-]\d{2}:\d{2}))?)?`;

/** The forms of dates in texts, as a whole text each. */
const forms: readonly RegExp[] = [
  new RegExp(`^${year}-(?<number>\\d{2})(?:-${day}${time})?$`, 'u'),
  new RegExp(`^${year} ?[年년](?: ?(?<number>\\d{1,2}) ?[月월](?: ?${day} ?[日일])?)?$`, 'u'),
  new RegExp(
    `^(?:\\p{L}+,? )?${day}(?:\\.|st|nd|rd|th|er|º)? ?(?:of |de |d['’])?${month},? ?(?:del? )?${year}${time}$`,
    'iu',
  ),
  new RegExp(`^(?:\\p{L}+, )?${month} ${day}(?:st|nd|rd|th)?,? ${year}${time}$`, 'iu'),
  new RegExp(`^${month},? (?:del? )?${year}$`, 'iu'),
  new RegExp(`^${year}$`, 'u'),
];

/**
 * Reads a text that is a date and nothing else, with the months of every language of dates in
 * `month-names.ts`: `2026-01-06`, `6 January 2026`, `Jan 6, 2026`, `2026년 1월 6일`, `6 يناير 2026`,
 * `January 2026`, `1989`. Returns it as HTML writes it (`2026-01-06`, `2026-01`, `1989`,
 * `2026-01-06T18:30`), or undefined.
 */
export function readDate(text: string): string | undefined {
  if (text.length > 60 || !/\p{Nd}/u.test(text)) return undefined;
  const plain = toOneWordMonths(
    toAsciiFigures(text.replaceAll(/[\s\u00a0\u202f]+/gu, ' ').trim()),
  );
  for (const form of forms) {
    const groups = form.exec(plain)?.groups;
    const read = groups && toHtmlDate(groups);
    if (read !== undefined) return read;
  }
  return undefined;
}

function toHtmlDate(groups: Readonly<Record<string, string | undefined>>): string | undefined {
  const { year: years = '', number, day: days, time: clock, zone = '' } = groups;
  const named = groups['month'];
  if (years === '0000') return undefined; // HTML has no year 0
  if (number === undefined && named === undefined) return years;
  const months = number === undefined ? monthOf(named ?? '') : Number(number);
  if (months === undefined || months < 1 || months > 12) return undefined;
  const written = `${years}-${String(months).padStart(2, '0')}`;
  if (days === undefined) return written;
  const whole = `${written}-${days.padStart(2, '0')}`;
  const date = new Date(`${whole}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== whole)
    return undefined;
  if (clock === undefined) return whole;
  const [hours = '', minutes = ''] = clock.split(':');
  if (Number(hours) > 23 || Number(minutes) > 59 || !isOffset(zone.trim())) return undefined;
  return `${whole}T${clock.padStart(5, '0')}${zone.trim()}`;
}

/** Whether a time zone is written as `Z`, as an offset up to ±14:00 (the widest in use), or not at all. */
function isOffset(zone: string): boolean {
  const [, hours = '0', minutes = '0'] = /^[+-](\d{2}):(\d{2})$/u.exec(zone) ?? [];
  return Number(minutes) < 60 && Number(hours) * 60 + Number(minutes) <= 14 * 60;
}
