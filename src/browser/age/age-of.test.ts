import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ageOf, yearsOlderThan } from './age-of.ts';

const cases = [
  { date: '2026-01-06', now: '2026-01-06T09:00Z', zone: 'UTC', is: '0 day' },
  { date: '2026-01-06', now: '2026-01-07T00:30Z', zone: 'UTC', is: '1 day' },
  { date: '2026-01-06', now: '2026-01-07T00:30Z', zone: 'America/New_York', is: '0 day' },
  { date: '2026-01-06', now: '2026-01-06T15:30Z', zone: 'Asia/Seoul', is: '1 day' },
  { date: '2026-01-06', now: '2026-02-05T12:00Z', zone: 'UTC', is: '30 day' },
  { date: '2026-01-06', now: '2026-02-06T12:00Z', zone: 'UTC', is: '1 month' },
  { date: '2026-01-31', now: '2026-02-28T12:00Z', zone: 'UTC', is: '28 day' },
  { date: '2026-01-06', now: '2027-01-05T12:00Z', zone: 'UTC', is: '11 month' },
  { date: '2026-01-06', now: '2027-01-06T12:00Z', zone: 'UTC', is: '1 year' },
  { date: '2024-02-29', now: '2025-02-28T12:00Z', zone: 'UTC', is: '11 month' },
  { date: '1979-03-28', now: '2026-11-24T12:00Z', zone: 'UTC', is: '47 year' },
  { date: '2026-01-07', now: '2026-01-06T12:00Z', zone: 'UTC', is: undefined },
  { date: '2026-01-06T18:30+09:00', now: '2026-01-06T09:30:20Z', zone: 'UTC', is: '0 minute' },
  { date: '2026-01-06T18:30+09:00', now: '2026-01-06T10:29Z', zone: 'UTC', is: '59 minute' },
  { date: '2026-01-06T18:30+09:00', now: '2026-01-07T09:29Z', zone: 'UTC', is: '23 hour' },
  { date: '2026-01-06T18:30+09:00', now: '2026-01-07T09:31Z', zone: 'UTC', is: '1 day' },
  { date: '2026-01-06T18:30+09:00', now: '2026-01-06T09:29Z', zone: 'UTC', is: undefined },
];
for (const { date, now, zone, is } of cases) {
  test(`${date} at ${now} in ${zone} is ${is ? `${is}(s) ago` : 'in the future'}`, () => {
    const age = ageOf(date, Date.parse(now), zone);
    assert.equal(age && `${age.count} ${age.unit}`, is);
  });
}

const anniversaries = [
  { day: '2025-01-06', now: '2026-01-05T12:00Z', is: 0 },
  { day: '2025-01-06', now: '2026-01-06T23:59Z', is: 0 },
  { day: '2025-01-06', now: '2026-01-07T00:00Z', is: 1 },
  { day: '2016-02-29', now: '2026-03-01T12:00Z', is: 9 },
  { day: '2016-02-29', now: '2026-03-02T12:00Z', is: 10 },
  { day: '2027-01-06', now: '2026-01-07T12:00Z', is: 0 },
  { day: '1979-03-28', now: '2026-11-24T12:00Z', is: 47 },
];
for (const { day, now, is } of anniversaries) {
  test(`${day} is more than ${is} years old at ${now}`, () => {
    assert.equal(yearsOlderThan(day, Date.parse(now)), is);
  });
}
