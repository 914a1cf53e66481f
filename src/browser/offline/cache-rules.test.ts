import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cacheName, isOutdated, isWholePage, nearestFallback, pageKey } from './cache-rules.ts';

test('names a cache by its kind and the path of the site', () => {
  assert.equal(cacheName('kept', 'https://news.example/news/'), 'dateline:1:kept:/news/');
  assert.equal(cacheName('kept', '/'), 'dateline:1:kept:/');
});

test('only caches of this site with another version are outdated', () => {
  for (const [name, outdated] of [
    ['dateline:0:kept:/', true],
    ['dateline:1:kept:/', false],
    ['dateline:0:kept:/news/', false],
    ['another', false],
  ] as const)
    assert.equal(isOutdated(name, 'https://news.example/'), outdated, name);
});

for (const address of ['/ko/a/', '/ko/a', '/ko/a/?utm_source=mail', '/ko/a/#p-1'])
  test(`${address} is stored as one page`, () => {
    assert.equal(pageKey(`https://news.example${address}`), 'https://news.example/ko/a/');
  });

for (const [status, type, whole] of [
  [200, 'text/html; charset=utf-8', true],
  [200, 'application/xml', false],
  [206, 'text/html', false],
  [404, 'text/html', false],
  [503, 'text/html', false],
] as const)
  test(`${status} with ${type} is ${whole ? 'a' : 'not a'} complete page`, () => {
    const answer = new Response('', { status, headers: { 'content-type': type } });
    assert.equal(isWholePage(answer), whole);
  });

const origin = 'https://news.example/news/';
const fallbacks = ['offline/', 'ko/offline/'].map((path) => origin + path);

for (const [address, expected] of [
  ['', 'offline/'],
  ['2026/01/06/summit/', 'offline/'],
  ['ko/', 'ko/offline/'],
  ['ko/2026/01/06/summit/?a=b', 'ko/offline/'],
  ['kobe/', 'offline/'],
] as const)
  test(`"${address}" falls back to ${expected}`, () => {
    assert.equal(nearestFallback(origin + address, fallbacks), origin + expected);
    assert.equal(nearestFallback(origin + address, fallbacks.toReversed()), origin + expected);
  });

test('an address outside all editions has no fallback', () => {
  assert.equal(nearestFallback('https://news.example/', fallbacks), undefined);
  assert.equal(nearestFallback(origin, []), undefined);
});
