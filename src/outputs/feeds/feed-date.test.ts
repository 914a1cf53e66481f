import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createNewsDate, parseWrittenDate } from '../../content/article/news-date.ts';
import { toFeedDates } from './feed-date.ts';

const dates: readonly [date: string, updated: string | undefined, expected: string][] = [
  ['2026-01-06', undefined, '2026-01-06T12:00:00Z 2026-01-06T12:00:00Z'],
  ['2026-01-06T18:30+09:00', undefined, '2026-01-06T09:30:00Z 2026-01-06T09:30:00Z'],
  ['2026-01-06', '2026-01-08', '2026-01-06T12:00:00Z 2026-01-08T12:00:00Z'],
  ['2026-01-06T23:00Z', '2026-01-06', '2026-01-06T23:00:00Z 2026-01-06T23:00:00Z'],
  ['2026-01-06', '2026-01-06T08:00Z', '2026-01-06T12:00:00Z 2026-01-06T12:00:00Z'],
  ['0033-04-03', undefined, '0033-04-03T12:00:00Z 0033-04-03T12:00:00Z'],
];

for (const [date, updated, expected] of dates) {
  test(`${date}, updated ${updated ?? 'never'}, is ${expected}`, () => {
    const read = (text: string) => {
      const written = parseWrittenDate(text);
      assert.ok(written);
      return createNewsDate(written, 'Asia/Seoul');
    };
    const made = toFeedDates({
      date: read(date),
      ...(updated === undefined ? {} : { updated: read(updated) }),
    });
    assert.equal(`${made.published} ${made.updated}`, expected);
  });
}
