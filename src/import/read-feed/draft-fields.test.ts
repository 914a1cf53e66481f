import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFeedDate } from './draft-fields.ts';

const dates: readonly [
  name: string,
  text: string,
  date: string | undefined,
  doubtful?: true,
][] = [
  ['RFC 822 with an offset', 'Tue, 06 Jan 2026 18:30:00 +0900', '2026-01-06T18:30+09:00'],
  ['a zone by name', 'Tue, 6 Jan 2026 18:30:00 EST', '2026-01-06T18:30-05:00'],
  ['a two-digit year', '06 Jan 26 18:30 GMT', '2026-01-06T18:30+00:00'],
  ['a two-digit year of the last century', '06 Jan 97 18:30 GMT', '1997-01-06T18:30+00:00'],
  ['a long month, a comment', '6 January 2026 8:30:00 +0000 (UTC)', '2026-01-06T08:30+00:00'],
  ['ISO with Z and fractional seconds', '2026-01-06T18:30:00.123Z', '2026-01-06T18:30+00:00'],
  ['ISO without seconds', '2026-01-06T18:30+01:00', '2026-01-06T18:30+01:00'],
  ['ISO without a zone', '2026-01-06 18:30:00', '2026-01-06T18:30+09:00', true],
  ['an unknown zone', '6 Jan 2026 18:30:00 XYZ', '2026-01-06T18:30+09:00', true],
  ['a day', '2026-01-06', '2026-01-06'],
  ['a day in words', '6 Jan 2026', '2026-01-06'],
  ['a leap second', '2016-12-31T23:59:60Z', '2016-12-31T23:59:59+00:00'],
  ['an invalid day', 'Tue, 31 Feb 2026 10:00:00 GMT', undefined],
  ['an invalid hour', '2026-01-06T25:00:00Z', undefined],
  ['an unknown month', '6 Foo 2026 10:00:00 GMT', undefined],
  ['words', 'last Tuesday', undefined],
  ['nothing', '', undefined],
  ['zeros', '0000-00-00 00:00:00', undefined],
];

for (const [name, text, date, doubtful] of dates)
  test(`reads ${name}: ${text}`, () => {
    const got = readFeedDate(text, 'Asia/Seoul');
    assert.equal(got?.date, date);
    assert.equal(got?.doubt !== undefined, doubtful === true);
  });
