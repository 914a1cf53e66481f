import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findDecimalSign, isMissing, parseNumber } from './read-number.ts';

const numbers: [text: string, decimal: '.' | ',', number: number | undefined][] = [
  ['12', '.', 12],
  ['1,234.5', '.', 1234.5],
  ['1.234,5', ',', 1234.5],
  ['1 234 567', '.', 1_234_567],
  ['1\u202f234,5', ',', 1234.5],
  ['1’234.5', '.', 1234.5],
  ['−3', '.', -3],
  ['–3', '.', -3],
  ['+3', '.', 3],
  ['(3.5)', '.', -3.5],
  ['12 %', '.', 12],
  ['٪12', '.', undefined],
  ['١٬٢٣٤', ',', 1234],
  ['٣٫٥', ',', 3.5],
  ['３', '.', 3],
  ['$1,234', '.', 1234],
  ['-€5', '.', -5],
  ['5 €', '.', 5],
  ['21°C', '.', 21],
  ['.5', '.', 0.5],
  ['-0', '.', 0],
  ['1,23', '.', undefined],
  ['1,2345', '.', undefined],
  ['1.2.3', '.', undefined],
  ['2026-01-06', '.', undefined],
  ['3 km', '.', undefined],
  ['1e9', '.', undefined],
  ['0x10', '.', undefined],
  ['Infinity', '.', undefined],
  ['', '.', undefined],
  ['.', '.', undefined],
  ['=1+1', '.', undefined],
  ['9'.repeat(31), '.', undefined],
];

for (const [text, decimal, number] of numbers)
  test(`reads ${JSON.stringify(text)} with ${decimal} before decimals`, () => {
    assert.equal(parseNumber(text, decimal), number);
  });

test('knows the marks for a value that is missing', () => {
  for (const mark of ['', ' ', '-', '–', '—', 'n/a', 'N/A', 'NaN', 'n. d.', '..', '…', ':'])
    assert.ok(isMissing(mark), mark);
  for (const value of ['0', 'none', '-1', 'a']) assert.ok(!isMissing(value), value);
});

const columns: [cells: string[], fallback: '.' | ',', sign: '.' | ','][] = [
  [['1,5', '2,25'], '.', ','],
  [['1.5'], ',', '.'],
  [['1.234.567'], '.', ','],
  [['1,234', '12.5'], ',', '.'],
  [['1,234'], '.', '.'],
  [['1,234'], ',', ','],
  [['0,123'], '.', ','],
  [['words'], ',', ','],
];

for (const [cells, fallback, sign] of columns)
  test(`finds the decimal sign of ${cells.join(' and ')}, else ${fallback}`, () => {
    assert.equal(findDecimalSign(cells, fallback), sign);
  });
