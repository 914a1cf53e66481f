import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changedInputs, fileOfAddress, hashInputs, keyOf } from './explain-print.ts';

const addresses: readonly [address: string, basePath: string, file: string][] = [
  ['/', '/', 'index.html'],
  ['/2026/01/06/bridge/', '/', '2026/01/06/bridge/index.html'],
  ['/news/feed.xml', '/news/', 'feed.xml'],
  ['https://news.example/ko/?a=b#c', '/', 'ko/index.html'],
  ['/topic/%ED%95%9C%EA%B5%AD/', '/', 'topic/한국/index.html'],
  ['2026/01/06/bridge.md', '/', '2026/01/06/bridge.md'],
  ['/100%/', '/', '100%/index.html'],
  ['/2026/01/06/bridge', '/', '2026/01/06/bridge/index.html'],
];
for (const [address, basePath, file] of addresses)
  test(`${address} with the base path ${basePath} is the file ${file}`, () =>
    assert.equal(fileOfAddress(address, basePath), file));

test('names the inputs that have changed', () => {
  const before = hashInputs({ a: 1, b: { c: 2 }, d: [3] });
  const changed = (inputs: unknown) => changedInputs(before, hashInputs(inputs));
  assert.deepEqual(changed({ a: 1, b: { c: 2 }, d: [3] }), []);
  assert.deepEqual(changed({ a: 2, b: { c: 2 }, e: 4 }), ['a', 'd', 'e']);
  assert.deepEqual(changedInputs(hashInputs('x'), hashInputs('y')), ['inputs']);
});

test('only the same code, kind and inputs have the same key', () => {
  const key = keyOf('code', 'article', { a: 1, b: 2 });
  assert.equal(keyOf('code', 'article', { a: 1, b: 2 }), key);
  for (const [code, kind, inputs] of [
    ['other', 'article', { a: 1, b: 2 }],
    ['code', 'front', { a: 1, b: 2 }],
    ['code', 'article', { a: 1, b: 3 }],
    ['code', 'article', { a: 1, c: 2 }],
    ['code', 'article', { a: 1 }],
  ] as const)
    assert.notEqual(keyOf(code, kind, inputs), key);
});
