import assert from 'node:assert/strict';
import { test } from 'node:test';
import { datesOf, parsePeriod } from './search-period.ts';

const periods: readonly [from: string, to: string, period: readonly [string, string]][] = [
  ['', '', ['', '']],
  ['2026', '', ['2026-01-01', '']],
  ['', '2026-02', ['', '2026-02-28']],
  ['2024-02', '2024-02', ['2024-02-01', '2024-02-29']],
  [' 2026-01-06 ', '2026-01-06', ['2026-01-06', '2026-01-06']],
  ['2026-13-40', '2026-02-30', ['', '']],
  ['2026-00', '2026-01-00', ['', '']],
  ['0000', '20260', ['', '']],
  ['2021', '2019-05', ['2019-05-01', '2021-12-31']],
  ['2026-1-6', '6.1.2026', ['', '']],
  ['<b>', '%', ['', '']],
];
for (const [from, to, [first, last]] of periods) {
  test(`from ${JSON.stringify(from)} to ${JSON.stringify(to)} is ${first || 'open'} to ${last || 'open'}`, () => {
    assert.deepEqual(parsePeriod(from, to), { from: first, to: last });
  });
}

const dates: readonly [from: string, to: string, values: readonly string[]][] = [
  ['', '', []],
  ['2019-01-01', '2021-12-31', ['2019', '2020', '2021']],
  ['', '2015-12-31', ['2014', '2015']],
  ['2025-12-31', '', ['2025-12-31', '2026']],
  ['2019-11-01', '2020-02-02', ['2019-11', '2019-12', '2020-01', '2020-02-01', '2020-02-02']],
  ['2024-02-28', '2024-03-01', ['2024-02-28', '2024-02-29', '2024-03-01']],
  ['0001-01-01', '9999-12-31', Array.from({ length: 13 }, (_, index) => `${2014 + index}`)],
  ['2030-01-01', '', ['none']],
];
for (const [from, to, values] of dates) {
  test(`the values for ${from} to ${to} are ${values.join(', ')}`, () => {
    assert.deepEqual(datesOf({ from, to }, [2014, 2026]), values);
  });
}
