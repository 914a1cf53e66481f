import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDate } from './read-date.ts';

const dates: readonly (readonly [text: string, date: string])[] = [
  ['2026-01-06', '2026-01-06'],
  ['2026-01', '2026-01'],
  ['1989', '1989'],
  ['2026-01-06T18:30', '2026-01-06T18:30'],
  ['2026-01-06 18:30', '2026-01-06T18:30'],
  ['2026-01-06T18:30+09:00', '2026-01-06T18:30+09:00'],
  ['2026-01-06T18:30:15Z', '2026-01-06T18:30:15Z'],
  ['6 January 2026', '2026-01-06'],
  ['6 January 2026, 9:30', '2026-01-06T09:30'],
  ['6th of January 2026', '2026-01-06'],
  ['Tuesday, 6 January 2026', '2026-01-06'],
  ['January 6, 2026', '2026-01-06'],
  ['Jan. 6 2026', '2026-01-06'],
  ['January 2026', '2026-01'],
  ['6. Januar 2026', '2026-01-06'],
  ['März 2026', '2026-03'],
  ['1er mars 2024', '2024-03-01'],
  ['6 de enero de 2026', '2026-01-06'],
  ['2026년 1월 6일', '2026-01-06'],
  ['2026년 1월', '2026-01'],
  ['2026年1月6日', '2026-01-06'],
  ['1989年', '1989'],
  ['6 يناير 2026', '2026-01-06'],
  ['٦ يناير ٢٠٢٦', '2026-01-06'],
  ['6 كانون الثاني 2026', '2026-01-06'],
  ['29 February 2024', '2024-02-29'],
];
for (const [text, date] of dates)
  test(`reads ${text}`, () => assert.equal(readDate(text), date));

const others = [
  '',
  'January',
  '6 January',
  '29 February 2025',
  '31 April 2026',
  '2026-13-01',
  '2026-00',
  '2026-01-06T25:00',
  '0000',
  '12026',
  'In 2026',
  '2026 was a year',
  '1989–1991',
  '6 Brumaire 2026',
  '06.01.2026',
  `${'1'.repeat(100_000)} January 2026`,
];
for (const text of others)
  test(`reads no date in ${text.slice(0, 30)}`, () => assert.equal(readDate(text), undefined));
