import assert from 'node:assert/strict';
import { test } from 'node:test';
import { normalizeDate } from './read-dates.ts';

const dates: readonly [sentence: string, written: string, date: string | undefined][] = [
  [
    'a day of the week with no space behind its comma',
    'Fri,24 Nov 2023 10:05:00 +0100',
    '2023-11-24T10:05+01:00',
  ],
  ['Korean with half a day', '2024년 3월 5일 오후 11:23', '2024-03-05T23:23'],
  ['Korean in figures with half a day', '2024. 3. 5. 오전 9:05', '2024-03-05T09:05'],
  ['Korean with its own words for hours', '2024-03-05 오후 1시 7분', '2024-03-05T13:07'],
  ['Chinese with half a day', '2024年3月5日 下午3:05', '2024-03-05T15:05'],
  ['Japanese with a day of the week', '2024年3月5日(火) 午前0時7分', '2024-03-05T00:07'],
  [
    'a zone of Central Europe by its old name',
    'Tue, 05 Mar 2024 10:00:00 MET',
    '2024-03-05T10:00+01:00',
  ],
  ['no hour of the day', '2024년 3월 5일 오후 33:23', undefined],
  ['a day stays a day', '2026-01-06', '2026-01-06'],
  ['one digit is enough', '2026-1-6', '2026-01-06'],
  ['slashes with the year first are clear', '2026/01/06', '2026-01-06'],
  ['dots as well', '2026.1.6', '2026-01-06'],
  ['eight digits are a day', '20260106', '2026-01-06'],
  ['zero seconds are dropped', '2026-01-06T18:30:00+09:00', '2026-01-06T18:30+09:00'],
  ['other seconds stay', '2026-01-06 18:30:05 +0900', '2026-01-06T18:30:05+09:00'],
  ['a short offset is in hours', '2026-01-06 8:30:00 -4', '2026-01-06T08:30-04:00'],
  ['Z is UTC', '2026-01-06T18:30:00.123Z', '2026-01-06T18:30+00:00'],
  ['a time without a zone stays without', '2026-01-06 18:30', '2026-01-06T18:30'],
  ['the form of mail', 'Tue, 06 Jan 2026 18:30:00 GMT', '2026-01-06T18:30+00:00'],
  ['the American form', 'January 6th, 2026 at 6:30 pm PST', '2026-01-06T18:30-08:00'],
  ['12 AM is midnight', 'Jan 6, 2026 12:05 AM', '2026-01-06T00:05'],
  ['the British form', '6 January 2026', '2026-01-06'],
  ['the Japanese form', '2026年1月6日18:30', '2026-01-06T18:30'],
  ['the Korean form with dots and spaces', '2026. 1. 6.', '2026-01-06'],
  ['a two-digit year is rejected', '3/4/26', undefined],
  ['scripts print a long form', 'Tue Jan 06 2026', '2026-01-06'],
  ['a number above twelve is the day', '31/1/2026', '2026-01-31'],
  ['a number above twelve is the day in second place as well', '1/31/2026', '2026-01-31'],
  ['a day that could be a month is not guessed', '3/4/2026', undefined],
  ['there is no such day', '2026-02-30', undefined],
  ['there is no such hour', '2026-01-06 25:00', undefined],
  ['a word is not a date', 'yesterday', undefined],
  ['a month alone is not a date', 'January 2026', undefined],
  ['an empty text is not a date', '', undefined],
];

for (const [sentence, written, date] of dates) {
  test(`${sentence}: ${written}`, () => {
    assert.equal(normalizeDate(written), date);
  });
}
