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

test('a path is percent-encoded but for its slashes', () => {
  assert.equal(encodePath('/ko/2026/서울/'), '/ko/2026/%EC%84%9C%EC%9A%B8/');
  assert.equal(encodePath('/a b/?c#d/'), '/a%20b/%3Fc%23d/');
});
