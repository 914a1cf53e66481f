import { createHash } from 'node:crypto';
import { compareText } from '../../publication/edition/compare-text.ts';
import type { SearchRecord } from './search-record.ts';

/** The articles of one language and time span, which form a part of the index. */
export interface RecordGroup {
  /** The language, and `all` or the first and last month or day: `en-2016-01-2023-12`. A folder name. */
  readonly name: string;
  /** In lower case, as in the index and in addresses. */
  readonly language: string;
  /** The years of the oldest and the newest article. */
  readonly years: readonly [first: number, last: number];
  readonly records: readonly SearchRecord[];
}

/** A way to split records: those with the same `place` form a group. The highest place comes first. */
type Cut = (record: SearchRecord) => { readonly place: number; readonly name: string };

/**
 * The numbers of months, then days, that a part may span, widest first. Spans begin at multiples of
 * their length, so that a new article does not move others to another part.
 */
const months = [768, 384, 192, 96, 48, 24, 12, 6, 3, 1];
const days = [16, 8, 4, 2, 1];

/** A day with too many articles is split by the bits of a hash of their addresses. */
const bits = Array.from({ length: 16 }, (_, index) => index + 1);

const cuts: readonly Cut[] = [
  ...months.map(byMonths),
  ...days.map(byDays),
  ...bits.map(byHash),
];

/**
 * Splits articles into parts of at most `max` by language and date. When an article changes, only
 * the index of its part is made again. Languages are in alphabetical order, and their parts from new
 * to old.
 */
export function splitRecords(records: readonly SearchRecord[], max: number): RecordGroup[] {
  return [...Map.groupBy(records, ({ language }) => language.toLowerCase())]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([language, own]) =>
      split('all', own, max, cuts).map(([name, group]) => ({
        name: `${language}-${name}`,
        language,
        years: yearsOf(group),
        records: group,
      })),
    );
}

function split(
  name: string,
  records: readonly SearchRecord[],
  max: number,
  [cut, ...finer]: readonly Cut[],
): (readonly [name: string, records: readonly SearchRecord[]])[] {
  if (records.length <= max || cut === undefined) return [[name, records]];
  const groups = Map.groupBy(records, (record) => cut(record).place);
  return [...groups]
    .sort(([a], [b]) => b - a)
    .flatMap(([, group]) => split(group[0] ? cut(group[0]).name : name, group, max, finer));
}

function yearsOf(records: readonly SearchRecord[]): [first: number, last: number] {
  const years = records.map(({ day }) => Number(day.slice(0, 4)));
  return [
    years.reduce((one, other) => Math.min(one, other)),
    years.reduce((one, other) => Math.max(one, other)),
  ];
}

function byMonths(span: number): Cut {
  return ({ day }) => {
    const [year = 0, month = 1] = day.split('-').map(Number);
    const place = Math.floor((year * 12 + month - 1) / span);
    const first = place * span;
    return { place, name: `${formatMonth(first)}-${formatMonth(first + span - 1)}` };
  };
}

/** Splits a month. Its last span may be shorter. */
function byDays(span: number): Cut {
  return ({ day }) => {
    const month = day.slice(0, 8);
    const place = Math.floor((Number(day.slice(8, 10)) - 1) / span);
    const first = place * span + 1;
    const last = Math.min(first + span - 1, 31);
    return { place, name: `${month}${twoDigits(first)}-${month}${twoDigits(last)}` };
  };
}

/** Splits a day. */
function byHash(length: number): Cut {
  return ({ address, day }) => {
    const hash = createHash('sha256').update(address).digest().readUInt16BE();
    const place = hash >> (16 - length);
    return { place, name: `${day}-${place.toString(2).padStart(length, '0')}` };
  };
}

/** Formats a number of months since the year 0. */
function formatMonth(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${twoDigits((month % 12) + 1)}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
