import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explainDate } from './explain-date.ts';

const cures: readonly [written: string, cure: string | undefined][] = [
  ['2026-1-6', 'write 2026-01-06'],
  ['2026/01/06', 'write 2026-01-06'],
  ['2026.1.6.', 'write 2026-01-06'],
  ['20260106', 'write 2026-01-06'],
  ['2026年1月6日', 'write 2026-01-06'],
  ['2026년 1월 6일', 'write 2026-01-06'],
  ['January 6, 2026', 'write 2026-01-06'],
  ['Tue, 6 Jan 2026 18:30:00 +0900', 'write 2026-01-06T18:30:00+0900'],
  ['6th of January 2026', 'write 2026-01-06'],
  ['2026-01-06 6:30 PM', 'write 2026-01-06T18:30'],
  ['2026-01-06 12:05 am', 'write 2026-01-06T00:05'],
  ['2026-01-06 18.30', 'write 2026-01-06T18:30'],
  ['2026-01-06T18:30 KST', 'write the offset of KST from UTC in its place, such as +09:00'],
  [
    '2026-01-06 18:30:00 Asia/Seoul',
    'write the offset of Asia/Seoul from UTC in its place, such as +09:00',
  ],
  [
    '2026-01-06T18:30:00.5[Europe/Paris]',
    'write the offset of Europe/Paris from UTC in its place, such as +09:00',
  ],
  ['2026-02-30', undefined],
  ['2026-01-06 25:00', undefined],
  ['2026-01-06 오후 6:30', 'write 2026-01-06T18:30'],
  ['2026年1月6日 午前 9:05', 'write 2026-01-06T09:05'],
  ['2026-01-06T18:30:00+0900[Asia/Seoul]', 'write 2026-01-06T18:30:00+0900'],
  ['2026-01-06 18:30:00 +0900 KST', 'write 2026-01-06T18:30:00+0900'],
  ['２０２６-０１-０６', 'write 2026-01-06'],
  ['2026–01–06', 'write 2026-01-06'],
  ['2026-01-06 in the evening', undefined],
  ['2026-01-06T18', undefined],
  ['3/4/26', undefined],
  ['yesterday', undefined],
  ['06.01.2026', undefined],
];

for (const [written, cure] of cures) {
  test(`suggests for ${JSON.stringify(written)}: ${cure ?? 'none'}`, () => {
    assert.equal(explainDate(written), cure);
  });
}
