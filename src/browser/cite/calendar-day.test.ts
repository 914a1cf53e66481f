import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf } from './calendar-day.ts';

const days: readonly [date: string | null, day: string | undefined][] = [
  ['2026-01-06', '2026-01-06'],
  ['2026-01-06T01:00+09:00', '2026-01-06'],
  ['2026-01-06T23:59:59.999Z', '2026-01-06'],
  ['2026-00-06', undefined],
  ['2026-01-32', undefined],
  ['2026-01-061', undefined],
  ['2026-01', undefined],
  ['6 January 2026', undefined],
  ['', undefined],
  [null, undefined],
];
for (const [date, day] of days) {
  test(`the date of “${date}” is ${day ?? 'undefined'}`, () => assert.equal(dayOf(date), day));
}
