import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodePath, toNameSlug, toSlug } from './slug.ts';

const slugs: readonly [name: string, slug: string, nameSlug: string][] = [
  ['lee-xi-beijing', 'lee-xi-beijing', 'lee-xi-beijing'],
  ['Two  words', 'Two-words', 'two-words'],
  ['v1.2', 'v1.2', 'v1.2'],
  ['...dots...', 'dots', 'dots'],
  ['--hyphens--', 'hyphens', 'hyphens'],
  ['R&D: what now?', 'R-D-what-now', 'r-d-what-now'],
  ['a/b\\c#d%e', 'a-b-c-d-e', 'a-b-c-d-e'],
  ['한국', '한국', '한국'],
  ['한국'.normalize('NFD'), '한국', '한국'],
  ['ÉTÉ'.normalize('NFD'), 'ÉTÉ', 'été'],
  ['line\nbreak\u0000', 'line-break', 'line-break'],
  ['a\u202eb', 'a-b', 'a-b'],
  ['C', 'C', 'c'],
  ['C++', 'C', 'c-plus-plus'],
  ['C++17', 'C-17', 'c-plus-plus-17'],
  ['C#', 'C', 'c-sharp'],
  ['C# 12', 'C-12', 'c-sharp-12'],
  ['.NET', 'NET', 'dot-net'],
  ['ASP.NET', 'ASP.NET', 'asp.net'],
  ['50%', '50', '50-percent'],
  ['50%할인', '50-할인', '50-할인'],
  ['Disney+', 'Disney', 'disney-plus'],
  ['Arts + Letters', 'Arts-Letters', 'arts-letters'],
  ['A+B', 'A-B', 'a-b'],
  ['#1', '1', '1'],
  ['No. 5', 'No.-5', 'no.-5'],
  ['İzmir', 'İzmir', 'izmir'],
  ['İZMİR'.normalize('NFD'), 'İZMİR', 'izmir'],
  ['++', '', ''],
  ['?!', '', ''],
  ['..', '', ''],
  ['', '', ''],
];

for (const [name, slug, nameSlug] of slugs) {
  test(`${JSON.stringify(name)} becomes "${slug}"`, () => {
    assert.equal(toSlug(name), slug);
    assert.equal(toNameSlug(name), nameSlug);
    assert.equal(toSlug(slug), slug, 'a slug stays itself');
  });
}

test('percent-encodes a path except for its slashes', () => {
  assert.equal(encodePath('/ko/2026/서울/'), '/ko/2026/%EC%84%9C%EC%9A%B8/');
  assert.equal(encodePath('/a b/?c#d/'), '/a%20b/%3Fc%23d/');
});
