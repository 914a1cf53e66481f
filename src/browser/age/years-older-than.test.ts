import assert from 'node:assert/strict';
import { test } from 'node:test';
import { yearsOlderThan } from './years-older-than.ts';

const cases = [
  { day: '2025-01-06', now: '2026-01-05T12:00Z', is: 0 },
  { day: '2025-01-06', now: '2026-01-06T23:59Z', is: 0 },
  { day: '2025-01-06', now: '2026-01-07T00:00Z', is: 1 },
  { day: '2016-02-29', now: '2026-03-01T12:00Z', is: 9 },
  { day: '2016-02-29', now: '2026-03-02T12:00Z', is: 10 },
  { day: '2027-01-06', now: '2026-01-07T12:00Z', is: 0 },
  { day: '1979-03-28', now: '2026-11-24T12:00Z', is: 47 },
];
for (const { day, now, is } of cases) {
  test(`${day} is more than ${is} years old at ${now}`, () => {
    assert.equal(yearsOlderThan(day, Date.parse(now)), is);
  });
}
