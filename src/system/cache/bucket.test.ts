import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bucketOf, buckets } from './bucket.ts';

test('names have fixed buckets', () => {
  assert.deepEqual(
    ['', '2026/01/06/bridge/index.html', 'ko/2026/index.html', '다리.md'].map((name) =>
      bucketOf(name),
    ),
    [252, 107, 65, 213],
  );
});

test('buckets are about equally full, for paths that differ in one letter or in a number', () => {
  const names = Array.from({ length: 256 * 200 }, (_, index) => `2026/01/${index}/index.html`);
  for (const count of [4, buckets]) {
    const sizes = Array.from({ length: count }, () => 0);
    for (const name of names)
      sizes[bucketOf(name, count)] = (sizes[bucketOf(name, count)] ?? 0) + 1;
    const mean = names.length / count;
    for (const size of sizes) assert.ok(Math.abs(size - mean) < 0.35 * mean, String(size));
  }
});
