import assert from 'node:assert/strict';
import { test } from 'node:test';
import { divide, formatSpread, toSpread } from './spread.ts';

test('a spread has the median, of two the lower', () => {
  const cases: [(number | undefined)[], ReturnType<typeof toSpread>][] = [
    [[9, 1, 2], { median: 2, least: 1, most: 9 }],
    [[4, 3], { median: 3, least: 3, most: 4 }],
    [[5], { median: 5, least: 5, most: 5 }],
    [[10, 9, 100], { median: 10, least: 9, most: 100 }],
    [[], undefined],
    [[1, undefined], undefined],
  ];
  for (const [figures, spread] of cases) assert.deepEqual(toSpread(figures), spread);
});

test('the spread of a quotient is as wide as its figures allow', () => {
  const own = { median: 6, least: 4, most: 8 };
  const other = { median: 2, least: 1, most: 4 };
  assert.deepEqual(divide(own, other), { median: 3, least: 1, most: 8 });
  assert.equal(divide(own, undefined), undefined);
  assert.equal(divide(undefined, other), undefined);
});

test('a spread is formatted with minimum and maximum if they differ', () => {
  const cases: [Parameters<typeof formatSpread>, string][] = [
    [[{ median: 2, least: 1, most: 9 }, 1], '2.0 (1.0–9.0)'],
    [[{ median: 2, least: 1.999, most: 2.001 }, 2], '2.00'],
    [[{ median: 2_000_000, least: 2_000_000, most: 3_000_000 }, 0, 1e6], '2 (2–3)'],
    [[undefined, 1], '?'],
  ];
  for (const [given, text] of cases) assert.equal(formatSpread(...given), text);
});
