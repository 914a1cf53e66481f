import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearestFallback } from './nearest-fallback.ts';

const origin = 'https://news.example/news/';
const fallbacks = ['offline/', 'ko/offline/'].map((path) => origin + path);

for (const [address, expected] of [
  ['', 'offline/'],
  ['2026/01/06/summit/', 'offline/'],
  ['ko/', 'ko/offline/'],
  ['ko/2026/01/06/summit/?a=b', 'ko/offline/'],
  ['kobe/', 'offline/'],
] as const)
  test(`what is not there at "${address}" is answered by ${expected}`, () => {
    assert.equal(nearestFallback(origin + address, fallbacks), origin + expected);
    assert.equal(nearestFallback(origin + address, fallbacks.toReversed()), origin + expected);
  });

test('an address of no known edition is answered by none', () => {
  assert.equal(nearestFallback('https://news.example/', fallbacks), undefined);
  assert.equal(nearestFallback(origin, []), undefined);
});
