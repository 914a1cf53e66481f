import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testContentFile, testSettings } from '../../../tests/support/test-content-file.ts';
import { formatProblem } from '../../system/problems/format-problem.ts';
import { createStory } from './create-story.ts';
import type { FrontMatter } from './front-matter.ts';

type Fields = Omit<Partial<FrontMatter>, 'date'>;
const newest = '2026-01-11T18:30+09:00';

function create(fields: Fields, times: readonly string[] = [newest]) {
  const file = testContentFile('a.md', { title: 'A', date: '2026-01-11T10:00', ...fields });
  const entries = times.map((time) => ({ id: 't', time, headline: 'B', isKey: false }));
  const content = { ...file, body: { ...file.body, ...(times.length > 0 ? { entries } : {}) } };
  const { story, problems } = createStory(
    content,
    content,
    testSettings('timeZone: Asia/Seoul'),
  );
  return { story, lines: problems.map(formatProblem) };
}

const cases: readonly [name: string, fields: Fields, times: readonly string[], says: RegExp][] =
  [
    ['live without entries', { kind: 'live' }, [], /kind: expected a heading for each entry/u],
    ['entries in a news article', {}, [newest], /kind: expected `live`/u],
    [
      'a news article that is closed',
      { closed: { day: '2026-01-12' } },
      [],
      /closed: expected/u,
    ],
  ];
for (const [name, fields, times, says] of cases)
  test(`${name} is a warning`, () => {
    const { lines } = create(fields, times);
    assert.equal(lines.length, 1);
    assert.match(lines[0] ?? '', says);
  });

test('the newest entry is the last update, unless `updated` is later', () => {
  const updatedOf = (fields: Fields) => {
    const updated = create({ kind: 'live', ...fields }).story?.updated;
    return updated?.precision === 'instant' ? updated.instant : updated?.day;
  };
  assert.equal(updatedOf({}), '2026-01-11T18:30:00+09:00');
  assert.equal(updatedOf({ updated: { day: '2026-01-13' } }), '2026-01-13');
  assert.equal(
    updatedOf({ updated: { day: '2026-01-11', time: '12:00:00' } }),
    '2026-01-11T18:30:00+09:00',
  );
});
