import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Article } from '../content/article/article.ts';
import { formatScheduled } from './report-gathered.ts';

const story = (file: string, out: string) =>
  ({ kind: 'article', file, start: Date.parse(out) }) as Article;

test('lists scheduled articles with their publication dates, in the time zone of the publication', () => {
  const two = [
    story('content/late.md', '2026-12-03T00:30:00Z'),
    story('content/soon.ko.md', '2026-12-01T15:00:00Z'),
  ];
  assert.deepEqual(formatScheduled(two, 'Asia/Seoul'), [
    '2 scheduled articles not published yet; build again after these dates:',
    '  content/soon.ko.md: on 2026-12-02 (Asia/Seoul)',
    '  content/late.md: on 2026-12-03 09:30 (Asia/Seoul)',
  ]);
  assert.match(
    formatScheduled(two.slice(1), 'UTC')[0] ?? '',
    /^1 scheduled article not published yet; build again after its date:$/u,
  );
  assert.deepEqual(formatScheduled([], 'UTC'), []);
});
