import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testSettings } from '../../../tests/support/test-content-file.ts';
import { listSizes, toListParts } from './list-pages.ts';

/** The newest first: `5, 4, 3, 2, 1`. */
const articles = (count: number) => Array.from({ length: count }, (_, index) => count - index);

const cuts: readonly [size: number, count: number, pages: readonly string[]][] = [
  [3, 0, [': ']],
  [3, 1, [': 1']],
  [3, 3, [': 3 2 1']],
  [3, 4, [': 4 3 2 1']],
  [3, 5, [': 5 4 3 2 1']],
  [3, 6, [': 6 5 4', '1/: 3 2 1']],
  [3, 7, [': 7 6 5 4', '1/: 3 2 1']],
  [3, 8, [': 8 7 6 5 4', '1/: 3 2 1']],
  [3, 9, [': 9 8 7', '2/: 6 5 4', '1/: 3 2 1']],
  [1, 0, [': ']],
  [1, 1, [': 1']],
  [1, 2, [': 2', '1/: 1']],
  [1, 3, [': 3', '2/: 2', '1/: 1']],
];

for (const [size, count, pages] of cuts) {
  test(`${count} articles are split from the oldest into pages of ${size}`, () => {
    const cut = toListParts(articles(count), [size, size]);
    assert.deepEqual(
      cut.map(({ suffix, items }) => `${suffix}: ${items.join(' ')}`),
      pages,
    );
    assert.deepEqual(
      cut.map(({ number }) => number),
      cut.map((_, index) => cut.length - index),
    );
  });
}

test('the newest page holds between one and two full pages', () => {
  for (const size of [1, 2, 3, 24]) {
    for (let count = size; count <= size * 5 + 1; count++) {
      const newest = toListParts(articles(count), [size, size])[0]?.items.length ?? 0;
      assert.ok(newest >= size && newest <= 2 * size, `${newest} of ${count} by ${size}`);
    }
  }
});

test('an older page keeps its articles when new ones follow', () => {
  for (const size of [1, 2, 3, 24]) {
    const printed = new Map<string, string>();
    for (let count = 0; count < size * 7; count++) {
      for (const page of toListParts(articles(count), [size, size])) {
        if (page.suffix === '') continue;
        assert.equal(page.items.length, size);
        const now = JSON.stringify(page);
        assert.equal(printed.get(page.suffix) ?? now, now);
        printed.set(page.suffix, now);
      }
    }
    assert.equal(printed.size, 5);
  }
});

test('every article is on one page, in order', () => {
  for (let count = 0; count < 20; count++) {
    const pages = toListParts(articles(count), [4, 4]);
    assert.deepEqual(
      pages.flatMap((page) => page.items),
      articles(count),
    );
  }
});

test('where older pages are large, the newest one may have fewer articles', () => {
  for (let count = 0; count < 100; count++) {
    const parts = toListParts(articles(count), [20, 4]);
    assert.deepEqual(
      parts.flatMap(({ items }) => items),
      articles(count),
    );
    const [newest, ...older] = parts.map(({ items }) => items.length);
    assert.ok(older.every((length) => length === 20));
    assert.ok(older.length === 0 || ((newest ?? 0) >= 4 && (newest ?? 0) < 24));
  }
});

test('list pages are large, and the newest page is not, where each article is one file', () => {
  const sizes = (yaml: string) => listSizes(testSettings(yaml));
  assert.deepEqual(sizes(''), [24, 24]);
  assert.deepEqual(sizes('pageSize: 100'), [100, 100]);
  assert.deepEqual(sizes('hosting: {files: one}'), [400, 24]);
  assert.deepEqual(sizes('{hosting: {files: one}, pageSize: 100}'), [100, 24]);
  assert.deepEqual(sizes('{hosting: {files: one}, pageSize: 10}'), [10, 10]);
});
