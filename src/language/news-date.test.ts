import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  createNewsDate,
  isBefore,
  parseWrittenDate,
  startOf,
  toMachineDate,
  type WrittenDate,
} from './news-date.ts';

const readable: readonly [text: string, written: WrittenDate][] = [
  ['2026-01-06', { day: '2026-01-06' }],
  ['  2026-01-06  ', { day: '2026-01-06' }],
  ['2024-02-29', { day: '2024-02-29' }],
  ['2000-02-29', { day: '2000-02-29' }],
  ['2026-01-06T18:30', { day: '2026-01-06', time: '18:30:00' }],
  ['2026-01-06T18:30+09:00', { day: '2026-01-06', time: '18:30:00', offset: '+09:00' }],
  ['2026-01-06t18:30:15z', { day: '2026-01-06', time: '18:30:15', offset: '+00:00' }],
  ['2026-01-06T18:30:15.123Z', { day: '2026-01-06', time: '18:30:15', offset: '+00:00' }],
  ['2026-01-06 18:30:00 +0900', { day: '2026-01-06', time: '18:30:00', offset: '+09:00' }],
  ['2026-01-06 18:30 -4', { day: '2026-01-06', time: '18:30:00', offset: '-04:00' }],
  ['2026-01-06 5:00:00 +0000', { day: '2026-01-06', time: '05:00:00', offset: '+00:00' }],
  ['2026-01-06T5:00', { day: '2026-01-06', time: '05:00:00' }],
  ['2026-01-06T18:30:15,5z', { day: '2026-01-06', time: '18:30:15', offset: '+00:00' }],
  ['2026-01-06 18:30:15.123456 GMT', { day: '2026-01-06', time: '18:30:15', offset: '+00:00' }],
  ['2026-01-06 18:30 −05:00', { day: '2026-01-06', time: '18:30:00', offset: '-05:00' }],
  ['2026-01-06 18:30 +0545', { day: '2026-01-06', time: '18:30:00', offset: '+05:45' }],
  ['2026-01-06 18:30 UTC', { day: '2026-01-06', time: '18:30:00', offset: '+00:00' }],
  ['2026-01-06T00:00+14:00', { day: '2026-01-06', time: '00:00:00', offset: '+14:00' }],
];

for (const [text, written] of readable) {
  test(`parses the date ${JSON.stringify(text)}`, () => {
    assert.deepEqual(parseWrittenDate(text), written);
  });
}

test('rejects other texts and days that do not exist', () => {
  const wrong = [
    '',
    'yesterday',
    '3/4/26',
    '2026-1-6',
    '20260106',
    '2026-02-30',
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '0000-01-01',
    '2026-01-06T24:00',
    '2026-01-06T18:60',
    '2026-01-06T18:30:60',
    '2026-01-06T18',
    '2026-01-06T18:30+15:00',
    '2026-01-06T18:30+14:01',
    '2026-01-06T18:30+09:60',
    '2026-01-06T18:30 KST',
    '2026-01-06+09:00',
    '２０２６-０１-０６',
  ];
  assert.deepEqual(
    wrong.filter((text) => parseWrittenDate(text) !== undefined),
    [],
  );
});

/** As written, the publication's zone -> machine form, start in UTC. */
const dates: readonly [text: string, zone: string, machine: string, start: string][] = [
  ['2026-01-06', 'UTC', '2026-01-06', '2026-01-06T00:00:00.000Z'],
  ['2026-01-06', 'Asia/Seoul', '2026-01-06', '2026-01-05T15:00:00.000Z'],
  ['2026-01-06', 'Pacific/Kiritimati', '2026-01-06', '2026-01-05T10:00:00.000Z'],
  ['2026-01-06', 'Pacific/Pago_Pago', '2026-01-06', '2026-01-06T11:00:00.000Z'],
  ['2026-01-06T18:30+09:00', 'UTC', '2026-01-06T18:30+09:00', '2026-01-06T09:30:00.000Z'],
  ['2026-01-06T18:30:05Z', 'UTC', '2026-01-06T18:30:05+00:00', '2026-01-06T18:30:05.000Z'],
  ['2026-01-06T18:30', 'Asia/Seoul', '2026-01-06T18:30+09:00', '2026-01-06T09:30:00.000Z'],
  ['2026-01-06T12:00', 'Asia/Kathmandu', '2026-01-06T12:00+05:45', '2026-01-06T06:15:00.000Z'],
  [
    '2026-07-06T12:00',
    'America/New_York',
    '2026-07-06T12:00-04:00',
    '2026-07-06T16:00:00.000Z',
  ],
  [
    '2026-01-06T12:00',
    'America/St_Johns',
    '2026-01-06T12:00-03:30',
    '2026-01-06T15:30:00.000Z',
  ],
  // Clocks go from 2:00 to 3:00 here.
  ['2026-03-29T03:00', 'Europe/Berlin', '2026-03-29T03:00+02:00', '2026-03-29T01:00:00.000Z'],
  ['2026-03-29T02:15', 'Europe/Berlin', '2026-03-29T03:15+02:00', '2026-03-29T01:15:00.000Z'],
  // From 23:00 to midnight, so to another day.
  ['2026-03-28T23:30', 'America/Nuuk', '2026-03-29T00:30-01:00', '2026-03-29T01:30:00.000Z'],
  // And from 3:00 to 2:00 here.
  ['2026-10-25T02:15', 'Europe/Berlin', '2026-10-25T02:15+02:00', '2026-10-25T00:15:00.000Z'],
  ['0099-01-01', 'UTC', '0099-01-01', '0099-01-01T00:00:00.000Z'],
];

for (const [text, zone, machine, start] of dates) {
  test(`${text} in ${zone} is ${machine} and begins at ${start}`, () => {
    const date = createNewsDate(parseWrittenDate(text) as WrittenDate, zone);
    assert.equal(date.day, text.slice(0, 10));
    assert.equal(toMachineDate(date), machine);
    assert.equal(new Date(startOf(date, zone)).toISOString(), start);
  });
}

const comparisons: readonly [later: string, earlier: string, before: boolean][] = [
  ['2026-01-05', '2026-01-06', true],
  ['2026-01-06', '2026-01-06', false],
  ['2026-01-06', '2026-01-06T18:30+09:00', false],
  ['2026-01-06T18:29+09:00', '2026-01-06T18:30+09:00', true],
  ['2026-01-06T10:00Z', '2026-01-06T18:30+09:00', false],
  ['2026-01-06T09:00Z', '2026-01-06T18:30+09:00', true],
];

for (const [later, earlier, before] of comparisons) {
  test(`${later} is ${before ? '' : 'not '}before ${earlier}`, () => {
    const of = (text: string) => createNewsDate(parseWrittenDate(text) as WrittenDate, 'UTC');
    assert.equal(isBefore(of(later), of(earlier), 'UTC'), before);
  });
}
