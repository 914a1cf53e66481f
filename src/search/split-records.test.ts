import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SearchRecord } from './search-record.ts';
import { splitRecords } from './split-records.ts';

function recordOf(day: string): SearchRecord {
  return {
    address: `/${day}/`,
    language: 'en',
    headline: day,
    day,
    date: day,
    topics: [],
    body: day,
  };
}

const cases: readonly [
  what: string,
  days: readonly string[],
  parts: Record<string, string[]>,
][] = [
  ['nothing', [], { all: [] }],
  ['few articles', ['1850-01-01', '2026-01-06'], { all: ['1850-01-01', '2026-01-06'] }],
  [
    'years',
    ['2019-12-31', '2020-01-01', '2021-01-01'],
    { '2016-01-2019-12': ['2019-12-31'], '2020-01-2023-12': ['2020-01-01', '2021-01-01'] },
  ],
  [
    'months of a busy year, beside a quiet century',
    ['1901-05-05', '2026-01-01', '2026-02-01', '2026-03-01', '2026-06-30', '2026-07-01'],
    {
      '1856-01-1919-12': ['1901-05-05'],
      '2026-01-2026-01': ['2026-01-01'],
      '2026-02-2026-02': ['2026-02-01'],
      '2026-03-2026-03': ['2026-03-01'],
      '2026-04-2026-06': ['2026-06-30'],
      '2026-07-2026-12': ['2026-07-01'],
    },
  ],
  [
    'a month that has too many',
    ['2026-01-01', '2026-01-02', '2026-01-03'],
    { '2026-01-2026-01': ['2026-01-01', '2026-01-02', '2026-01-03'] },
  ],
];
for (const [what, days, parts] of cases) {
  test(`${what} are split by date, the newest first`, () => {
    const found = splitRecords(days.map(recordOf), 2);
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

test('what comes into one part moves no other', () => {
  const days = Array.from({ length: 40 }, (_, index) => `${1990 + index}-03-01`);
  const before = splitRecords(days.map(recordOf), 4);
  const after = splitRecords([...days, ...Array(9).fill('1995-07-01')].map(recordOf), 4);
  const same = after.filter((part) =>
    before.some(
      ({ name, records }) => name === part.name && records.length === part.records.length,
    ),
  );
  assert.equal(same.length, before.length - 1);
});
