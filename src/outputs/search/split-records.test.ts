import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SearchRecord } from './search-record.ts';
import { splitRecords } from './split-records.ts';

function recordOf(day: string, index = 0): SearchRecord {
  return {
    address: `/${day}/${index}/`,
    language: 'en',
    headline: day,
    day,
    date: day,
    topics: [],
    authors: [],
    body: day,
  };
}

const cases: readonly [
  what: string,
  days: readonly string[],
  parts: Record<string, string[]>,
][] = [
  ['nothing', [], {}],
  ['few articles', ['1850-01-01', '2026-01-06'], { 'en-all': ['1850-01-01', '2026-01-06'] }],
  [
    'years',
    ['2019-12-31', '2020-01-01', '2021-01-01'],
    {
      'en-2016-01-2019-12': ['2019-12-31'],
      'en-2020-01-2023-12': ['2020-01-01', '2021-01-01'],
    },
  ],
  [
    'months of a busy year, beside a quiet century',
    ['1901-05-05', '2026-01-01', '2026-02-01', '2026-03-01', '2026-06-30', '2026-07-01'],
    {
      'en-1856-01-1919-12': ['1901-05-05'],
      'en-2026-01-2026-01': ['2026-01-01'],
      'en-2026-02-2026-02': ['2026-02-01'],
      'en-2026-03-2026-03': ['2026-03-01'],
      'en-2026-04-2026-06': ['2026-06-30'],
      'en-2026-07-2026-12': ['2026-07-01'],
    },
  ],
  [
    'days of a month that has too many',
    ['2026-01-01', '2026-01-02', '2026-01-03', '2026-01-03', '2026-01-31', '2026-02-01'],
    {
      'en-2026-01-01-2026-01-02': ['2026-01-01', '2026-01-02'],
      'en-2026-01-03-2026-01-04': ['2026-01-03', '2026-01-03'],
      'en-2026-01-17-2026-01-31': ['2026-01-31'],
      'en-2026-02-2026-02': ['2026-02-01'],
    },
  ],
];
for (const [what, days, parts] of cases) {
  test(`splits ${what} by date, newest first`, () => {
    const found = splitRecords(
      days.map((day) => recordOf(day)),
      2,
    );
    const names = found.map(({ name }) => name);
    assert.deepEqual(names, names.toSorted().toReversed());
    assert.deepEqual(
      Object.fromEntries(
        found.map(({ name, records }) => [name, records.map(({ day }) => day)]),
      ),
      parts,
    );
  });
}

test('each language has its own parts', () => {
  const records = ['ko', 'en', 'zh-Hans', 'en'].map((language, index) => ({
    ...recordOf(`${2020 + index}-01-01`),
    language,
  }));
  const found = splitRecords(records, 2).map(({ name, language, years }) => [
    ...[name, language, years],
  ]);
  assert.deepEqual(found, [
    ['en-all', 'en', [2021, 2023]],
    ['ko-all', 'ko', [2020, 2020]],
    ['zh-hans-all', 'zh-hans', [2022, 2022]],
  ]);
});

test('splits a busy day by address, so that a new article changes one part', () => {
  const day = Array.from({ length: 40 }, (_, index) => recordOf('2026-01-01', index));
  const before = splitRecords(day, 15);
  assert.ok(before.every(({ records }) => records.length > 0 && records.length <= 15));
  for (const { name } of before) assert.match(name, /^en-2026-01-01-[01]{1,3}$/u);
  assert.equal(new Set(before.map(({ name }) => name)).size, before.length);
  const after = splitRecords([...day, recordOf('2026-01-01', 40)], 15);
  const key = ({ name, records }: (typeof before)[number]) => `${name} ${records.length}`;
  const kept = new Set(before.map(key));
  assert.equal(after.filter((part) => !kept.has(key(part))).length, 1);
});

test('new articles in one part do not change others', () => {
  const days = Array.from({ length: 40 }, (_, index) => `${1990 + index}-03-01`);
  const before = splitRecords(
    days.map((day) => recordOf(day)),
    4,
  );
  const after = splitRecords(
    [...days, ...Array(9).fill('1995-07-01')].map((day) => recordOf(day)),
    4,
  );
  const same = after.filter((part) =>
    before.some(
      ({ name, records }) => name === part.name && records.length === part.records.length,
    ),
  );
  assert.equal(same.length, before.length - 1);
});
