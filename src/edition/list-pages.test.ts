import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toListPages } from './list-pages.ts';

/** The newest first: `5, 4, 3, 2, 1`. */
const articles = (count: number) => Array.from({ length: count }, (_, index) => count - index);

const cuts: readonly [count: number, pages: readonly string[]][] = [
  [0, [': ']],
  [1, [': 1']],
  [3, [': 3 2 1']],
  [4, [': 4 > 1/', '1/: 3 2 1']],
  [6, [': 6 5 4 > 1/', '1/: 3 2 1']],
  [7, [': 7 > 2/', '2/: 6 5 4 > 1/', '1/: 3 2 1']],
];

for (const [count, pages] of cuts) {
  test(`${count} articles, three to a page, are cut from the oldest on`, () => {
    const cut = toListPages(articles(count), 3).map(
      ({ suffix, items, older }) =>
        `${suffix}: ${items.join(' ')}${older === undefined ? '' : ` > ${older}`}`,
    );
    assert.deepEqual(cut, pages);
  });
}

test('a page once full is never printed again, however many articles follow', () => {
  for (const size of [1, 2, 3, 24]) {
    const printed = new Map<string, string>();
    for (let count = 0; count <= size * 5 + 1; count++) {
      for (const page of toListPages(articles(count), size)) {
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

test('every article stands on one page, in order, and the way to older pages ends', () => {
  for (let count = 0; count < 20; count++) {
    const pages = toListPages(articles(count), 4);
    assert.deepEqual(
      pages.flatMap((page) => page.items),
      articles(count),
    );
    const next = pages.map((page) => page.older);
    assert.deepEqual(next, [...pages.slice(1).map((page) => page.suffix), undefined]);
  }
});
