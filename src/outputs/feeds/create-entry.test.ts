import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createNewsDate, parseWrittenDate } from '../../language/news-date.ts';
import { nameUuid, toFeedDates } from './create-entry.ts';

const dates: readonly [date: string, updated: string | undefined, expected: string][] = [
  ['2026-01-06', undefined, '2026-01-06T12:00:00Z 2026-01-06T12:00:00Z'],
  ['2026-01-06T18:30+09:00', undefined, '2026-01-06T09:30:00Z 2026-01-06T09:30:00Z'],
  ['2026-01-06', '2026-01-08', '2026-01-06T12:00:00Z 2026-01-08T12:00:00Z'],
  ['2026-01-06T23:00Z', '2026-01-06', '2026-01-06T23:00:00Z 2026-01-06T23:00:00Z'],
  ['2026-01-06', '2026-01-06T08:00Z', '2026-01-06T12:00:00Z 2026-01-06T12:00:00Z'],
  ['0033-04-03', undefined, '0033-04-03T12:00:00Z 0033-04-03T12:00:00Z'],
];

for (const [date, updated, expected] of dates) {
  test(`dates of an entry: ${date}, updated ${updated ?? 'never'} -> ${expected}`, () => {
    const read = (text: string) => {
      const written = parseWrittenDate(text);
      assert.ok(written);
      return createNewsDate(written, 'Asia/Seoul');
    };
    const made = toFeedDates({
      date: read(date),
      updated: updated === undefined ? undefined : read(updated),
    });
    assert.equal(`${made.published} ${made.updated}`, expected);
  });
}

/** RFC 9562, appendix A.4 and section 6.6: the namespace of host names. */
const hosts = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';

test('creates UUIDs of version 5, as in the example of RFC 9562', () => {
  assert.equal(nameUuid('www.example.com', hosts), '2ed6657d-e927-568b-95e1-2665a8aea6a2');
});

test('the ids of entries never change', () => {
  assert.equal(nameUuid('/2026/01/06/lee-xi-beijing/'), 'e2af6d56-4a7b-5f2d-9ffe-db3a4323bdf7');
  assert.equal(
    nameUuid('/2026/01/06/서울/'.normalize('NFD')),
    '471b1a11-b9dd-5442-96eb-5821cc4e0e81',
  );
});
